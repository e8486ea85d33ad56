import Reading
import ScenarioFile
import Testing

@testable import Records

/// What was recorded of whole days and of parts of them is not mixed up.
@Suite struct WholeDaysTests {
  private func learn(_ arrivals: [String]) throws -> (learned: LearnedScenario, report: String, scenario: String) {
    let text =
      "arrival,channel,wait,outcome,handling,agent\n"
      + arrivals.map { "\($0),999,1,answered,60,A\n" }.joined()
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    let learned = LearnedScenario(records)
    return (
      learned, FitReport(learned, from: records).text(),
      learned.files(path: "l.json5", source: "r.csv").last?.text ?? ""
    )
  }

  @Test func partsOfDaysAndGapsAreNoWholeDays() throws {
    var arrivals: [String] = []
    for minute in stride(from: 12 * 60, to: 8 * 1_440 + 12 * 60, by: 10) where minute / 1_440 != 4 {
      let clock = [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      arrivals.append("2022-03-0\(minute / 1_440 + 1)T\(clock)")
    }
    let found = try learn(arrivals)
    #expect(found.learned.wholeDays == 6 && found.learned.days == 7)
    #expect(found.report.contains("\nWhole days      6\n"), "\(found.report)")
    #expect(found.scenario.contains("// 864 contacts in 6 whole days, and 144 in parts of days."))
    #expect(found.learned.warnings.contains { $0.message == "there are few whole days: 6" })
    expectClose(found.learned.channels[0].arrivals.profile.perYear, 144 * 365, within: 1e-6)
  }

  @Test func oneContactIsNotOneAnHour() throws {
    let found = try learn(["2025-03-02T07:00"])
    #expect(
      found.report.contains("Whole days  0\n") && found.scenario.contains("// 0 contacts in 0 whole days, and 1 in"))
    #expect(
      found.learned.warnings.prefix(2).map(\.message) == [
        "the records span less than a day", "there are few whole days: 0",
      ])
    expectClose(found.learned.channels[0].arrivals.profile.perYear, 365, within: 1e-9)
    #expect(found.report.contains("A year") && !found.report.contains("8,760"))
  }
}
