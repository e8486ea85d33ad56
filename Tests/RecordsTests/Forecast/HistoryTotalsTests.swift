import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Totals of weeks and months that are given for counts of days.
@Suite struct HistoryTotalsTests {
  private func said(_ days: [Int]) -> String {
    let first = CivilTime(year: 2_024, month: 1, day: 1).dayNumber
    let text = "date,count\n" + days.map { "\(CivilTime(dayNumber: first + $0).dateText),5000\n" }.joined()
    do {
      _ = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
      return ""
    } catch RecordsError.invalid(let problems) {
      return problems.last?.description ?? ""
    } catch {
      return "\(error)"
    }
  }

  @Test func totalsOfWeeksAreRefused() {
    #expect(
      said((0..<12).map { 7 * $0 })
        == "h.csv:3:1: error: of the 12 days with counts, all are 7 days apart: these look like weekly totals — give counts "
        + "by day; where nobody comes on the days between, write 0 for them")
    // One week of them is missing.
    #expect(
      said((0..<20).filter { $0 != 4 }.map { 7 * $0 }).contains(
        "of the 19 days with counts, nearly all are 7 days apart"))
  }

  @Test func totalsOfMonthsAreRefused() {
    let starts = (1...12).map { CivilTime(year: 2_024, month: $0, day: 1).dayNumber }
    #expect(said(starts.map { $0 - starts[0] }).contains("all are 28 to 31 days apart: these look like monthly totals"))
  }

  @Test func daysAreNot() {
    #expect(said(Array(0..<28)) == "")
    // Weekdays alone, and a centre that opens twice a week.
    #expect(said((0..<56).filter { $0 % 7 < 5 }) == "" && said((0..<56).filter { [1, 4].contains($0 % 7) }) == "")
  }
}
