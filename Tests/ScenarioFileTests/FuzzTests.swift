import Reading
import ScenarioFile
import Testing

/// Random damage to files that are right. Nothing may crash, and every complaint must say where and what would be right.
@Suite("Fuzz")
struct FuzzTests {
  /// A small repeatable generator (SplitMix64), so that a failing iteration can be run again by its number.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "/*", "//", "\n", "\r\n", "null", "NaN", "-Infinity", "1e999", "-1",
    "0", "0.5",
    "1e18", "99999999999999999999", "\"9d\"", "\"-1s\"", "\u{2028}", "é", "😀", "\\uD800", "true",
    "extends: \"s.json5\",",
    "2022-07-22T07:00", "9999-99-99", ";", "\t", "0x", "channels", "never: {}", "csv: \"night.csv\"", "\"\"",
    "P1", "\"P2\"", "units: 2", "rotation", "Moor",
  ].map { Array($0.utf8) }

  static func damage(_ bytes: inout [UInt8], _ random: inout Generator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.replaceSubrange(position..<end, with: [])
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
      case 2: if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &random) }
      case 3: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: position)
      case 4: bytes.replaceSubrange(position..<end, with: tokens.randomElement(using: &random) ?? [])
      default:
        let from = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 40)], at: position)
      }
    }
  }

  private static let scenarios = [
    "s.json5": Fixture.scenario,
    "night.csv": Fixture.least(channel: "outcomes: { resolved: { share: 1 } }")
      .replacing("perYear: 1", with: "trace: 'night.csv'"),
    "roster.csv": Fixture.least().replacing(/staff: .*?\] }/, with: "staff: { csv: 'roster.csv' }")
      .replacing(
        "teams: {",
        with: "teams: { contact: { answers: ['999'], staff: { csv: 'roster.csv' } }, emergency: { answers: ['999'] }, "),
    "grid.csv": Fixture.least().replacing(/staff: .*?\] }/, with: "staff: { csv: 'grid.csv' }"),
    "observed.csv": Fixture.least(channel: "patience: { empirical: { csv: 'observed.csv' } }"),
  ]

  @Test(arguments: ["s.json5", "night.csv", "roster.csv", "grid.csv", "observed.csv"])
  func damagedFilesAreReported(_ file: String) throws {
    var random = Generator(state: 20_240_229)
    var intact = Fixture.files
    // A table is read by a scenario with little else in it, because a thousand readings of the whole one take long.
    intact["s.json5"] = Self.scenarios[file]?.replacing("Europe/London", with: "UTC")
    try expectReports(of: file, in: intact, iterations: 400, &random)
  }

  @Test(arguments: ["s.json5", "journeys.csv", "partners.csv", "officers.csv"])
  func damagedResponsesAreReported(_ file: String) throws {
    var random = Generator(state: 20_260_731)
    try expectReports(of: file, in: ResponseFixture.files, iterations: file == "s.json5" ? 200 : 50, &random)
  }

  private func expectReports(
    of file: String, in intact: [String: String], iterations: Int, _ random: inout Generator
  ) throws {
    _ = try read(intact)
    for iteration in 0..<iterations {
      var files = intact.mapValues { Array($0.utf8) }
      Self.damage(&files[file, default: []], &random)
      let all: [Problem]
      do {
        let result = try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: files))
        all = result.warnings
        #expect(all.allSatisfy { $0.severity == .warning })
        #expect(result.scenario.faults() == [], "\(file), iteration \(iteration)")
      } catch {
        all = error.problems
        #expect(all.contains { $0.severity == .error })
      }
      for problem in all {
        let isWhole = ["lie outside", "not in order", "nobody is there"].contains { problem.message.contains($0) }
        guard problem.place.line > 0 || isWhole, !problem.remedy.isEmpty, !problem.message.isEmpty else {
          Issue.record("\(file), iteration \(iteration): \(problem)")
          return
        }
      }
    }
  }

  @Test func randomBytesAreReported() {
    var random = Generator(state: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("{}[]:,'\"\\/*.+-0123456789eExnulltrueNaN\n".utf8).randomElement(using: &random)!
      }
      do {
        let tree = try JSONTree(json5: bytes, origin: .file("f"))
        _ = tree.canonicalText
      } catch {
        #expect(error.problems.count == 1 && error.problems[0].place.line > 0 && !error.problems[0].remedy.isEmpty)
      }
    }
  }

  @Test func randomSettingsAreReported() {
    var random = Generator(state: 11)
    let names = [
      "channels", "999", "arrivals", "hourOfDay", "3", "calendar", "days", "teams", "contact", "answers", "0",
      "\"a.b\"", "staff",
    ]
    let values = ["1", "null", "-5", "{}", "[]", "x", "{a:1}", "'", "1e9", "3m", "", "[1,2", "{never:{}}"]
    var files = Fixture.files
    files["s.json5"] = Fixture.scenario.replacing("Europe/London", with: "UTC")
    for _ in 0..<150 {
      let path = (0..<Int.random(in: 1...5, using: &random)).map { _ in names.randomElement(using: &random)! }
      let setting = path.joined(separator: ".") + "=" + values.randomElement(using: &random)!
      for problem in problems(files, settings: [setting]) {
        #expect(!problem.remedy.isEmpty, "\(setting): \(problem)")
      }
    }
  }

  /// Something wrong in place of any value of a response, which damaged text seldom gets as far as.
  @Test func randomSettingsOfAResponseAreReported() throws {
    var random = Generator(state: 13)
    let response = try #require(
      try JSONTree(json5: Array(ResponseFixture.scenario.utf8), origin: .file("f"))["response"])
    let paths = Self.paths(in: response, ScenarioPath(["response"]))
    #expect(paths.count > 150)
    let values = [
      "null", "-1", "0", "0.5", "1", "7", "1e9", "1e300", "NaN", "true", "{}", "[]", "[1]", "''", "P1", "'P2'", "Moor",
      "nights", "'3m'", "'2022-02-29'", "{ constant: 5 }", "{ never: {} }", "{ P1: 1 }", "{ earlies: 0 }", "[null]",
    ]
    for _ in 0..<200 {
      let settings = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        "\(paths.randomElement(using: &random)!)=\(values.randomElement(using: &random)!)"
      }
      for problem in problems(ResponseFixture.files, settings: settings) {
        let isPlaced = problem.place.line > 0 || settings.contains { problem.place.file == "--set \($0)" }
        #expect(isPlaced && !problem.message.isEmpty && !problem.remedy.isEmpty, "\(settings): \(problem)")
      }
    }
  }

  /// The ways to everything in a value.
  private static func paths(in tree: JSONTree, _ path: ScenarioPath) -> [ScenarioPath] {
    switch tree.value {
    case .object(let members):
      [path] + members.flatMap { paths(in: $0.value, path.appending($0.name)) }
    case .array(let elements):
      [path] + elements.enumerated().flatMap { paths(in: $1, path.appending(String($0))) }
    default: [path]
    }
  }
}
