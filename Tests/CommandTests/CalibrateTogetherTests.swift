import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// Parameters each of which may have all of its range, but not whatever the others have.
@Suite struct CalibrateTogetherTests {
  private static func scenario(starts: (first: String, second: String) = ("", "")) -> String {
    """
    {
      name: "A day of two outcomes",
      calendar: { start: "2022-07-22T00:00", days: 1, timeZone: "Europe/London" },
      channels: {
        "999": {
          arrivals: { perYear: 100000 }, handling: { exponential: { mean: "4m" } },
          outcomes: { advice: { share: 0.5 }, crime: { share: 0.3 } },
        },
      },
      teams: { contact: { answers: ["999"], staff: { byHour: \([Int](repeating: 3, count: 24)) } } },
      calibrate: {
        "advice": { path: "channels.999.outcomes.advice.share", from: 0.1, to: 0.7\(starts.first) },
        "crime": { path: "channels.999.outcomes.crime.share", from: 0.1, to: 0.5\(starts.second) },
      },
    }
    """
  }
  /// More of either than there can be of both.
  private static let targets = """
    {
      source: "a paper",
      targets: [
        { name: "advice", metric: "channels.999.outcomes.advice", value: 185, tolerance: 1 },
        { name: "crime", metric: "channels.999.outcomes.crime", value: 140, tolerance: 1 },
      ],
    }
    """

  private func calibrate(_ folder: TemporaryFolder, _ words: String...) -> Outcome {
    watchroom(
      ["calibrate", folder["s.json5"], "--targets", folder["t.json5"], "--evaluations", "20", "--confirm", "1"] + words,
      files: DiskFiles())
  }

  @Test func startsThatDoNotGoTogetherAreRefusedBeforeTheSearch() throws {
    let folder = try TemporaryFolder([
      "s.json5": Self.scenario(starts: (", start: 0.7", ", start: 0.5")), "t.json5": Self.targets,
    ])
    let outcome = calibrate(folder, "--output", folder["o"], "--resume", folder["j"])
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "s.json5:12:5: error: calibrate: where the search begins, with “advice” 0.7, “crime” 0.5, "
          + "channels.999.outcomes: the shares sum to 1.2 — let them start with values that a scenario can have together"
      ),
      "\(outcome.errors)")
    #expect(try folder.names == ["s.json5", "t.json5"])
  }

  @Test func aSearchPassesOverWhatDoesNotGoTogether() throws {
    let folder = try TemporaryFolder(["s.json5": Self.scenario(), "t.json5": Self.targets])
    let outcome = calibrate(folder, "--format", "json", "--resume", folder["j"])
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    // It did come upon such values.
    let journal = try folder.text("j")
    #expect(journal.contains("\"figures\":null") && journal.contains("\"figures\":["))
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let found = (root?["parameters"] as? [[String: Any]] ?? []).compactMap { $0["value"] as? Double }
    #expect(found.count == 2 && found.reduce(0, +) <= 1.000_1, "\(found)")
  }

  @Test func aJournalThatSaysWhatNeverWasIsRefused() throws {
    let folder = try TemporaryFolder(["s.json5": Self.scenario(), "t.json5": Self.targets])
    #expect(calibrate(folder, "--resume", folder["j"]).status == .done)
    let journal = try folder.text("j")
    var lines = journal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func refuses(_ lines: [String]) throws {
      try lines.joined(separator: "\n").write(toFile: folder["k"], atomically: false, encoding: .utf8)
      let outcome = calibrate(folder, "--resume", folder["k"], "--output", folder["o"])
      #expect(outcome.status == .inputFileWrong && outcome.output == "")
      #expect(outcome.errors.contains("k says what never was"), "\(outcome.errors)")
      #expect(try !folder.names.contains("o"))
    }
    // That the start makes no scenario.
    let start = lines[1]
    lines[1] = start.replacing(/"figures":\[.*\]/, with: "\"figures\":null")
    #expect(lines[1] != start)
    try refuses(lines)
    // That values which make none come to exactly what was published.
    lines[1] = start
    let none = try #require(lines.firstIndex { $0.contains("\"figures\":null") })
    lines[none] = lines[none].replacing("null", with: "[185,140]")
    try refuses(lines)
  }
}
