import Testing
import Watchroom

@testable import WatchroomCommand

/// Partial results that say what no shard would, under a checksum that fits.
@Suite struct ForgedPartialTests {
  private static let busy = ["run", "night.json5", "--replications", "2", "--shard"]
  private static let first = watchroom(busy + ["1/2"]).output
  private static let second = watchroom(busy + ["2/2"]).output
  /// The lines of the second but for its checksum.
  private static let lines = second.split(separator: "\n").dropLast().map(String.init)

  /// The file of these lines.
  private static func file(_ lines: [String]) -> String {
    let body = lines.map { "\($0)\n" }.joined()
    return body + "{\"sha256\":\"\(SHA256.hexadecimal(of: Array(body.utf8)))\"}\n"
  }

  /// Where numbers stand in a line, but for those of files' names, which may be any: some of them where there are hundreds of
  /// a kind.
  private static func numbers(in line: String) -> [Range<String.Index>] {
    let all = line.ranges(of: /-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?/).filter {
      !line[..<$0.lowerBound].hasSuffix("json")
    }
    return all.count < 40
      ? all : Array(all.prefix(8)) + stride(from: 8, to: all.count, by: all.count / 11).map { all[$0] }
  }

  @Test func whatIsForgedHereWouldMergeAsItWas() {
    let whole = watchroom("run", "night.json5", "--replications", "2")
    let files = MemoryFiles(["a": Self.first, "b": Self.file(Self.lines)])
    #expect(watchroom(["merge", "a", "b"], files: files).output == whole.output)
    #expect(Self.lines.count == 3 && Self.lines.allSatisfy { Self.numbers(in: $0).count >= 4 })
  }

  @Test(arguments: ["9223372036854775807", "-1", "1e308", "0.5"], 0..<3)
  func everyNumberIsMergedOrRefused(number: String, line: Int) {
    var refused = 0
    let places = Self.numbers(in: Self.lines[line])
    for place in places {
      var lines = Self.lines
      lines[line].replaceSubrange(place, with: number)
      let files = MemoryFiles(["a": Self.first, "b": Self.file(lines)])
      let outcome = watchroom(["merge", "a", "b"], files: files)
      guard outcome.status == .inputFileWrong else {
        #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
        continue
      }
      refused += 1
      #expect(outcome.output == "" && outcome.errors.hasPrefix("b:") && outcome.errors.contains(" — "))
    }
    // Figures may be negative or halves, and nothing that a shard says is as large as the large ones.
    #expect(refused > 0 && (line == 2 || refused == places.count || number != "9223372036854775807"))
  }

  @Test(
    arguments: [
      ("\"shard\":[2,2]", "\"shard\":[1,9223372036854775807]"),
      ("\"shard\":[2,2]", "\"shard\":[9223372036854775807,9223372036854775807]"),
      ("\"replications\":2", "\"replications\":9223372036854775807"),
      ("\"plans\":1", "\"plans\":9223372036854775807"),
    ])
  func numbersOfShardsAndRunsThatAreTooManyAreRefused(old: String, new: String) {
    let head = Self.lines[0].replacing(old, with: new)
    #expect(head != Self.lines[0])
    let forged = Self.file([head] + Self.lines.dropFirst())
    for others in [[], ["a"]] {
      let outcome = watchroom(["merge", "b"] + others, files: MemoryFiles(["a": Self.first, "b": forged]))
      #expect(outcome.status == .inputFileWrong && outcome.output == "")
      #expect(outcome.errors.contains(" — "))
    }
  }

  @Test func aDigestDoesNotStandForAnotherScenario() {
    // Two channels rather than one: its summary would not fit the other's.
    let wider =
      [
        "--set", "channels.101={arrivals:{perYear:20000},handling:{constant:60}}", "--set",
        "teams.more.answers=[\"101\"]",
      ]
      + ["--set", "teams.more.staff.byHour=\([Int](repeating: 1, count: 24))"]
    let other = watchroom(Self.busy + ["2/2"] + wider)
    #expect(other.status == .done, "\(other.errors)")
    let digest = /"digest":"[0-9a-f]+"/
    let own = Self.second.firstMatch(of: digest).map { String($0.output) } ?? ""
    var lines = other.output.split(separator: "\n").dropLast().map(String.init)
    lines[0] = Self.lines[0]
    lines[1] = lines[1].replacing(digest, with: own)
    let outcome = watchroom(["merge", "a", "b"], files: MemoryFiles(["a": Self.first, "b": Self.file(lines)]))
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.contains("their scenarios are different"), "\(outcome.errors)")
  }

  /// A shard without replications of 40 channels.
  private static let empty = {
    let names = (1...39).map { "c\($0)" }
    let channels = names.flatMap { ["--set", "channels.\($0)={arrivals:{perYear:2000},handling:{constant:60}}"] }
    let answers = "teams.contact.answers=[\((["999"] + names).map { "\"\($0)\"" }.joined(separator: ","))]"
    return watchroom(
      ["run", "night.json5", "--replications", "1", "--shard", "1/2"] + channels + ["--set", answers])
  }()

  /// `file` with a hundred years in the place of its day.
  private static func ofACentury(_ file: String) -> String {
    self.file(
      file.split(separator: "\n").dropLast().map {
        String($0.replacing(#/(\\"days\\": ?)1\b/#) { "\($0.output.1)36500" })
      })
  }

  /// All figures of each day of a century would not fit in the memory.
  @Test func figuresAreOnlyMadeIfTheFileHasValuesOfThem() throws {
    #expect(Self.empty.status == .done, "\(Self.empty.errors)")
    let forged = Self.ofACentury(Self.empty.output)
    #expect(forged.contains("36500"))
    #expect(try PartialResult(bytes: Array(forged.utf8), path: "b").parts.count == 1)
    // With a replication it has values, but of one day only.
    let outcome = watchroom(["merge", "b"], files: MemoryFiles(["b": Self.ofACentury(Self.second)]))
    #expect(outcome.status == .inputFileWrong && outcome.errors.hasPrefix("b:2:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("scenario: this is not what a partial result says here"), "\(outcome.errors)")
  }

  @Test func plansOfOtherDaysAreNotCompared() {
    let command = ["compare", "night.json5", "folder/base.json5", "--replications", "2", "--shard", "1/1"]
    var lines = watchroom(command).output.split(separator: "\n").dropLast().map(String.init)
    // The variant's head follows that of the comparison, the base's and its two replications.
    lines[4] = lines[4].replacing("2022-07-22T07:00", with: "2022-07-23T07:00")
    let outcome = watchroom(["merge", "b"], files: MemoryFiles(["b": Self.file(lines)]))
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.contains("scenario: this is not what a partial result says here"), "\(outcome.errors)")
  }

  @Test func variantsOfOneNameAreNotCompared() {
    let command = [
      "compare", "night.json5", "folder/base.json5", "night.json5", "--replications", "2", "--shard", "1/1",
    ]
    var lines = watchroom(command).output.split(separator: "\n").dropLast().map(String.init)
    let name = /"name":"[a-z]+"/
    lines[7] = lines[7].replacing(name, with: lines[4].firstMatch(of: name).map { String($0.output) } ?? "")
    let outcome = watchroom(["merge", "b"], files: MemoryFiles(["b": Self.file(lines)]))
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.contains("name: this is not what a partial result says here"), "\(outcome.errors)")
  }

  /// No figure of any run is as great as whole numbers that a double cannot tell apart.
  @Test func aFigureGreaterThanAnyIsRefused() throws {
    for (number, isRefused) in [("9007199254740993e1", true), ("-1e300", true), ("9007199254740992", false)] {
      var lines = Self.lines
      let last = try #require(lines[2].lastIndex(of: ","))
      lines[2].replaceSubrange(lines[2].index(after: last)..., with: "\(number)]]")
      let outcome = watchroom(["merge", "a", "b"], files: MemoryFiles(["a": Self.first, "b": Self.file(lines)]))
      #expect(outcome.status == (isRefused ? .inputFileWrong : .done), "\(number): \(outcome.errors)")
    }
  }
}
