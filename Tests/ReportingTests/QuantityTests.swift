import Experiments
import Metrics
import Testing

@testable import Findings
@testable import Writing

@Suite struct QuantityTests {
  @Test(
    arguments: [
      (0, 0, "0"), (999, 0, "999"), (1_000, 0, "1,000"), (1_234_567.5, 0, "1,234,568"), (-1_234.56, 1, "-1,234.6"),
      (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (0.05, 2, "0.05"), (1e20, 1, "1.00e+20"), (.nan, 0, "–"),
      (.infinity, 2, "–"),
    ] as [(Double, Int, String)])
  func decimals(number: Double, decimals: Int, text: String) {
    #expect(Quantity.decimal(number, decimals: decimals) == text)
  }

  @Test func numbersThatADoubleHasNoDigitsForHaveNoFixedDecimals() {
    #expect(FixedDecimals(1e15, decimals: 0) == nil && FixedDecimals(1e9, decimals: 6) == nil)
    #expect(FixedDecimals(.nan, decimals: 0) == nil && FixedDecimals(-.infinity, decimals: 0) == nil)
    #expect(FixedDecimals(999_999_999_999_999, decimals: 0)?.shortest == "999999999999999")
    #expect(FixedDecimals(-0.04, decimals: 1)?.shortest == "0" && FixedDecimals(-0.05, decimals: 1)?.shortest == "-0.1")
  }

  @Test func oneIsNoneOfSeveral() {
    #expect([0, 1, 2].map("day".plural) == ["days", "day", "days"])
  }

  @Test(
    arguments: [
      (0, "0.00 s"), (0.297, "0.30 s"), (9.99, "9.99 s"), (9.996, "10.0 s"), (26.04, "26.0 s"), (59.94, "59.9 s"),
      (59.96, "1:00"), (61, "1:01"), (748, "12:28"), (3_599.6, "1:00:00"), (35_999, "9:59:59"), (36_720, "10.2 h"),
      (3_600_000, "1,000.0 h"), (1e300, "2.78e+296 h"), (.nan, "–"),
    ] as [(Double, String)])
  func durations(seconds: Double, text: String) {
    #expect(Quantity.duration(seconds) == text)
  }

  @Test(
    arguments: [
      (10, "10 s"), (180, "3 min"), (90, "1:30"), (3_600, "1 h"), (7_200, "2 h"), (5_400, "90 min"), (0.5, "0.50 s"),
      (0, "0 s"),
    ] as [(Double, String)])
  func limits(seconds: Double, text: String) {
    #expect(Quantity.limit(seconds) == text)
  }

  /// A limit must read as what it is, and as it was written.
  @Test(arguments: [
    (1.75, Figure.Unit.count, "1.75"), (2, .count, "2"), (600, .seconds, "10 min"), (0.9, .share, "90.00%"),
    (1_200.5, .money, "1,200.50"),
  ])
  func boundsAreNotRounded(limit: Double, unit: Figure.Unit, words: String) {
    #expect(Quantity.bound(limit, unit) == words)
  }

  @Test func halfWidthsHaveTheDecimalsOfTheirMean() {
    let long = Quantity.cell(Estimate(mean: 748, halfWidth: 40), .seconds)
    #expect((long.text, long.halfWidth) == ("12:28", "0:40"))
    let short = Quantity.cell(Estimate(mean: 26, halfWidth: 1.25), .seconds)
    #expect((short.text, short.halfWidth) == ("26.0 s", "1.3"))
    let share = Quantity.cell(Estimate(mean: 0.66, halfWidth: 0.005), .share)
    #expect((share.text, share.halfWidth) == ("66.00%", "0.50"))
    let undefined = Quantity.cell(Estimate(mean: .nan, halfWidth: .nan), .count)
    #expect((undefined.text, undefined.halfWidth) == ("–", nil))
  }
}
