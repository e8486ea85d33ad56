import Testing
import Watchroom

@testable import Planning

/// What a plan leaves behind, and what is said of it.
@Suite struct SizeFilesTests {
  /// A size of made-up scores: a plan, and three rivals.
  private func size(_ scenario: Scenario, heads: [Int], targets: [SizingTarget]) -> StaffingSize {
    let levers = scenario.staffLevers()
    let values = targets.map { _ in Estimate(mean: 1, halfWidth: 0.0061) }
    let scored = StaffingSize.Scored(
      heads: heads, cost: Estimate(mean: 3_472, halfWidth: 0), values: values, verdicts: targets.map { _ in .pass },
      meets: true)
    return StaffingSize(
      levers: levers, kept: [], targets: targets, costUnit: .money, plan: scored, oneFewer: levers.map { _ in nil },
      rivals: ["as it is", "Erlang C", "Erlang A"].map {
        .init(name: $0, scored: scored, isByFormula: $0 != "as it is")
      }, plansTried: 1,
      replications: 20, seed: 1, scenario: scenario.staffed(levers, heads: heads))
  }

  private func scenario(warmUp: Milliseconds = 0, start: Milliseconds = 0) -> Scenario {
    var scenario = ErlangStaffingTests.scenario()
    scenario.calendar.warmUp = warmUp
    scenario.calendar.start = start
    return scenario
  }

  @Test func theRosterSaysWhatOfItIsTheWarmUps() {
    // Two shifts of twelve hours a day, of three and two heads: a day of warm-up is as many again as the day measured.
    let files = SizeFiles(size(scenario(warmUp: .day), heads: [3, 2], targets: []), of: scenario(warmUp: .day))
    #expect(files.roster.split(separator: "\n").count == 1 + 10)
    #expect(
      files.rosterRemark
        == "The roster has 10 tours of 120 hours, of which 60 lie outside the measured days and are in no figure above: "
        + "5 tours are the warm-up's, before the measured days.")
  }

  @Test func whereAllIsMeasuredNothingIsSaid() {
    #expect(SizeFiles(size(scenario(), heads: [3, 2], targets: []), of: scenario()).rosterRemark == nil)
  }

  @Test func toursThatReachBeyondTheMeasuredDaysAreSaid() {
    // From six in the evening, amid a tour of those who came at noon, to amid another.
    let evening = scenario(start: 18 * .hour)
    #expect(
      SizeFiles(size(evening, heads: [3, 2], targets: []), of: evening).rosterRemark
        == "The roster has 7 tours of 84 hours, of which 24 lie outside the measured days and are in no figure above: "
        + "tours that reach beyond them count in part.")
  }

  @Test func everyPlanKeepsItsHalfWidths() {
    let hourly = scenario()
    let targets = (0..<24).map {
      SizingTarget(metric: "channels.999.byHour.\($0).serviceLevel", bound: .atLeast(0.9))
    }
    let text = SizeText(size(hourly, heads: [3, 2], targets: targets), of: hourly, remark: "And so on.").text
    let rows = text.split(separator: "\n").filter { $0.contains("\u{2265}") }
    #expect(rows.count == 24)
    #expect(rows.allSatisfy { row in row.count { $0 == "\u{B1}" } == 4 && row.count <= 80 }, "\(text)")
    #expect(rows[10].contains("999 10:00 \u{2265} 90.00%  100.0% \u{B1} 0.6"), "\(text)")
    #expect(text.hasSuffix("\n\nAnd so on.\n"))
  }
}
