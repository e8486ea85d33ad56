import Testing
import Watchroom

@testable import Calibration

/// What a report says of results made by hand.
@Suite struct CalibrationReportTests {
  private func outcome(_ value: Estimate, _ unit: Figure.Unit = .count) -> CalibrationResult.TargetOutcome {
    CalibrationResult.TargetOutcome(
      target: PublishedTarget(name: "x", metric: .figure("callers.x.perCaller"), value: 2.4, tolerance: 0.2),
      unit: unit, value: value, distance: 0, isMet: true, runsMet: 1, luck: 0)
  }

  /// 2.4 contacts a caller, published as 2.4 ± 0.2, are not 2.
  @Test(
    arguments: [
      (2.4, 0.051, "2.40 ± 0.05"), (24.04, 1.26, "24.0 ± 1.3"), (885_504.4, 0.6, "885,504 ± 1"), (2, 0, "2.00 ± 0.00"),
      (2, nil, "2"), (2.4, nil, "2.40"),
    ] as [(Double, Double?, String)])
  func aSmallMeanOfCountsHasDecimals(mean: Double, halfWidth: Double?, words: String) {
    let written = TargetWords(outcome(Estimate(mean: mean, halfWidth: halfWidth)))
    #expect(written.simulated.words == words && written.published == "2.4 ± 0.2")
  }

  private func text(seeds: [UInt64], name: String = "night") throws -> (text: String, evidence: String) {
    let found = try #require(SmallScenario.calibration(limit: 1).run())
    let result = CalibrationResult(
      values: found.values, parameters: found.parameters, targets: [outcome(Estimate(mean: 2.4))],
      determination: found.determination, evaluations: 1, known: 0, isSettled: false, seeds: seeds)
    let report = CalibrationReport(
      result, .init(scenario: name, digest: "", targets: "t.json5", source: nil, command: []))
    return (report.text().replacing("\n", with: " "), report.evidence)
  }

  @Test func oneRunIsNoMean() throws {
    let one = try text(seeds: [2]).text
    #expect(one.contains("Simulated is one run with a seed the search did not use, 2; Runs says whether it keeps"))
    #expect(!one.contains("\u{B1} is") && one.contains("target. What is off is off by so many tolerances."))
    #expect(one.contains("allowed were made: 1 evaluation."))
    let two = try text(seeds: [2, 3]).text
    #expect(two.contains("Simulated is the mean of 2 runs with seeds the search did not use, 2 and 3; \u{B1} is its"))
  }

  @Test func aScenarioOfWhoseNameNothingIsSeenIsCalledUnnamed() throws {
    let (text, evidence) = try text(seeds: [2], name: " ")
    #expect(text.hasPrefix("1 of 1 target met: (unnamed scenario) ="), "\(text)")
    #expect(evidence.hasPrefix("# (unnamed scenario): 1 of 1 target reproduced\n"), "\(evidence)")
  }
}
