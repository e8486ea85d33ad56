import Testing
import Watchroom

@testable import Calibration

@Suite struct JournalTests {
  private static let header = Journal.Header(
    scenario: "abc", seed: .max, replications: 2, parameters: ["a \"b\"", "c"], figures: ["x", "y.z"])
  private static let evaluations = [
    Evaluation(values: [1, 0.1 + 0.2], figures: [1e-300, -3]), Evaluation(values: [2, 3], figures: nil),
    Evaluation(values: [4, 5], figures: [6, 7.25]),
  ]
  private static let journal = Journal(header)
  private static let text = Array((journal.firstLine + evaluations.map(journal.line).joined()).utf8)

  @Test func readsBackToTheLastBit() throws {
    let read = try Self.journal.read(Self.text)
    #expect(read.evaluations == Self.evaluations && read.length == Self.text.count)
    let undefined = Evaluation(values: [1, 2], figures: [.nan, 1])
    let again = try Self.journal.read(Array((Self.journal.firstLine + Self.journal.line(undefined)).utf8))
    #expect(again.evaluations[0].figures?[0].isNaN == true)
  }

  @Test func aLineCutShortIsLeftOutWhereverItIsCut() throws {
    for length in Self.text.indices {
      let read = try Self.journal.read(Array(Self.text[..<length]))
      #expect(read.length <= length && Self.evaluations.starts(with: read.evaluations))
      #expect(read.length == 0 || Self.text[read.length - 1] == UInt8(ascii: "\n"))
    }
  }

  /// A diary of one line without an end is no journal that was cut short.
  @Test func aTextWithoutAnEndOfALineIsAJournalOnlyIfItBeginsLikeOne() throws {
    for text in ["Dear diary", "{", "{\"schema\":\"watchroom/calibration-journal/1\",\"scenario\":\"x"] {
      let bytes = Array(text.utf8)
      if Self.text.starts(with: bytes) {
        #expect(try Self.journal.read(bytes).length == 0)
      } else {
        #expect(throws: Journal.Fault.damaged(line: 1), "\(text)") { try Self.journal.read(bytes) }
      }
    }
    #expect(throws: Journal.Fault.damaged(line: 1)) { try Self.journal.read(Array("Dear diary".utf8)) }
    #expect(try Self.journal.read([]).length == 0)
  }

  @Test func damageInTheMiddleIsSaid() {
    let lines = String(decoding: Self.text, as: UTF8.self).split(separator: "\n").map(String.init)
    func read(_ lines: [String]) throws(Journal.Fault) {
      _ = try Self.journal.read(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    #expect(throws: Journal.Fault.damaged(line: 1)) { try read(["hello"] + lines.dropFirst()) }
    #expect(throws: Journal.Fault.damaged(line: 2)) {
      try read([lines[0], "{\"values\":[1],\"figures\":null}", lines[2]])
    }
    #expect(throws: Journal.Fault.damaged(line: 3)) {
      try read([lines[0], lines[1], "{\"values\":[1,2],\"figures\":[1]}"])
    }
    #expect(throws: Journal.Fault.damaged(line: 4)) { try read([lines[0], lines[1], lines[2], "{\"val", lines[3]]) }
  }

  @Test(arguments: [
    ("[1,2]", "[Infinity,1]"), ("[1,2]", "[1,-1e16]"), ("[1,2]", "[1,1e400]"), ("[NaN,2]", "[1,1]"),
    ("[1,Infinity]", "null"),
  ])
  func numbersThatNoSearchWritesAreDamage(values: String, figures: String) {
    let text = Self.journal.firstLine + "{\"values\":\(values),\"figures\":\(figures)}\n"
    #expect(throws: Journal.Fault.damaged(line: 2)) { try Self.journal.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("[[1],2]", "[1,2]"), ("[[1],[2,3]]", "[1,2]"), ("[1,2]", "[1,[2]]"), ("[1,2]", "7"), ("[1,\"2\"]", "null"),
  ])
  func listsHoldNumbersOnly(values: String, figures: String) {
    let text = Self.journal.firstLine + "{\"values\":\(values),\"figures\":\(figures)}\n"
    #expect(throws: Journal.Fault.damaged(line: 2)) { try Self.journal.read(Array(text.utf8)) }
  }

  /// A number by itself is no list of one.
  @Test func aNumberIsNoList() throws {
    let journal = Journal(
      Journal.Header(scenario: "abc", seed: 1, replications: 2, parameters: ["a"], figures: ["x"]))
    func read(_ values: String) throws(Journal.Fault) -> Int {
      try journal.read(Array((journal.firstLine + "{\"values\":\(values),\"figures\":null}\n").utf8)).evaluations.count
    }
    #expect(try read("[7]") == 1)
    #expect(throws: Journal.Fault.damaged(line: 2)) { try read("7") }
    #expect(throws: Journal.Fault.damaged(line: 2)) { try read("[[7]]") }
  }

  @Test func anotherVersionsJournalIsRefused() {
    let text = String(decoding: Self.text, as: UTF8.self)
    #expect(text.contains("\"engine\":\"\(Engine.name)\","))
    for other in ["\"engine\":\"watchroom 0.0.1\",", ""] {
      let changed = Array(text.replacing("\"engine\":\"\(Engine.name)\",", with: other).utf8)
      #expect(throws: Journal.Fault.foreign("version of Watchroom")) { try Self.journal.read(changed) }
    }
  }

  @Test func anotherCalibrationsJournalIsRefused() {
    func refused(_ part: String, _ change: (inout Journal.Header) -> Void) {
      var header = Self.header
      change(&header)
      #expect(throws: Journal.Fault.foreign(part)) { try Journal(header).read(Self.text) }
    }
    refused("scenario") { $0.scenario = "abd" }
    refused("seed") { $0.seed = 1 }
    refused("number of replications") { $0.replications = 1 }
    refused("parameters") { $0.parameters = ["c"] }
    refused("figures") { $0.figures = ["x", "y"] }
  }
}
