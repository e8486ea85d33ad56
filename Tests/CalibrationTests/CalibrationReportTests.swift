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

  private func text(
    seeds: [UInt64], name: String = "night", parameters: [CalibrationResult.ParameterOutcome]? = nil,
    limit: Int = 1, repeats: Int = 0
  ) throws -> (text: String, evidence: String) {
    let found = try #require(SmallScenario.calibration(limit: 1).run())
    let result = CalibrationResult(
      values: found.values, parameters: parameters ?? found.parameters, targets: [outcome(Estimate(mean: 2.4))],
      determination: found.determination, evaluations: 1, known: 0, isSettled: false, limit: limit,
      repeats: repeats, seeds: seeds)
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

  /// One evaluation of nine is not the most allowed.
  @Test func saysThatAnotherRoundWouldHaveGoneTooFar() throws {
    let end = "Searched until those left of the 9 evaluations allowed were too few for another round: 1 evaluation"
    #expect(try text(seeds: [2], limit: 9).text.contains("\(end)."))
    #expect(try text(seeds: [2], limit: 9, repeats: 3).text.contains("\(end), and 3 of the same values again."))
    #expect(try text(seeds: [2], limit: 4, repeats: 3).text.contains("the most evaluations allowed were made: 1"))
  }

  @Test func saysWhatWasFoundAtAnEndOfItsRange() throws {
    func outcome(_ name: String, _ value: Double) -> CalibrationResult.ParameterOutcome {
      CalibrationResult.ParameterOutcome(
        parameter: parameter(name, 5...9, start: 6), value: value, likely: 5...9, share: 0)
    }
    func report(_ values: [Double]) throws -> String {
      try text(seeds: [2], parameters: zip(["a", "b", "c"], values).map { outcome($0, $1) }).text
    }
    #expect(try report([9, 6, 7]).contains("a was found at an end of its range: a wider range may come nearer."))
    let two = "a and c were found at an end of their ranges: wider ranges may come nearer."
    #expect(try report([9, 6, 5.0001]).contains(two))
    #expect(try !report([8.9, 6, 5.1]).contains("at an end of"))
  }

  @Test func aScenarioOfWhoseNameNothingIsSeenIsCalledUnnamed() throws {
    let (text, evidence) = try text(seeds: [2], name: " ")
    #expect(text.hasPrefix("1 of 1 target met: (unnamed scenario) ="), "\(text)")
    #expect(evidence.hasPrefix("# (unnamed scenario): 1 of 1 target reproduced\n"), "\(evidence)")
  }
}
