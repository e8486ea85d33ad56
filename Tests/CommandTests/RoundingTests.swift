import Testing
import Watchroom

@testable import WatchroomCommand

/// That no judgement of `check` or `compare` hangs on the last bits of a sum.
@Suite struct RoundingTests {
  /// Teams whose costs, summed in another order, end in another bit.
  private static let teams = [
    "a: { answers: [\"999\"], staff: { byHour: \([Int](repeating: 1, count: 24)) }, costPerHour: 15.9 }",
    "b: { answers: [\"999\"], staff: { byHour: \([Int](repeating: 1, count: 24)) }, costPerHour: 15.9 }",
    "c: { answers: [\"999\"], staff: { byHour: \([Int](repeating: 1, count: 24)) }, costPerHour: 18.1 }",
  ]

  private static func night(_ teams: [String]) -> String {
    Fixture.night.replacing(/teams: .*/, with: "teams: { \(teams.joined(separator: ", ")) },")
      .replacing(/expect: .*/, with: "expect: { \"budget\": { metric: \"cost.total\", atMost: 1197.6 } },")
  }

  private static let first = night(teams)
  private static let second = night(teams.reversed())

  @Test func aBudgetIsKeptWhateverTheOrderOfTeams() throws {
    let totals = try [Self.first, Self.second].map { text in
      try #require(
        Watchroom.run("n", replications: 2, files: MemoryFiles(["n": text])).estimate("cost.total")?.mean)
    }
    #expect(totals[0] != totals[1], "the example shows nothing if both sums are the same to the last bit")
    let outcome = watchroom("check", "1", "2", files: ["1": Self.first, "2": Self.second])
    #expect(outcome.status == .done, "\(outcome.output)")
  }

  @Test func anotherOrderOfTeamsIsNotWorseThanRecorded() throws {
    for (before, after) in [(Self.first, Self.second), (Self.second, Self.first)] {
      let folder = try TemporaryFolder(["n.json5": before])
      let paths = ["check", folder["n.json5"]]
      #expect(watchroom(paths + ["--record", folder["b.json"]], files: DiskFiles()).status == .done)
      try after.write(toFile: folder["n.json5"], atomically: false, encoding: .utf8)
      let outcome = watchroom(paths + ["--baseline", folder["b.json"]], files: DiskFiles())
      #expect(outcome.status == .done && !outcome.output.contains("worse"), "\(outcome.output)")
    }
  }

  @Test func aComparisonSaysTheSame() {
    let outcome = watchroom(
      "compare", "1.json5", "2.json5", files: ["1.json5": Self.first, "2.json5": Self.second])
    #expect(outcome.status == .done)
    #expect(!outcome.output.contains("dearer") && !outcome.output.contains("cheaper"), "\(outcome.output)")
  }
}
