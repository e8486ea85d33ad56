import DiscreteEvents

/// The mean that has to be reckoned with on a day, where a forecast of few contacts says fewer.
///
/// A forecast rests on counts of about six weeks, and where few contacts come, six weekdays without one do not say that none
/// will. What the half-year before says of the weekday is therefore reckoned with, as far as those counts do not rule it
/// out: up to the exact upper limit of a Poisson mean (F. Garwood, "Fiducial limits for the Poisson distribution",
/// Biometrika 28, 1936), which for S contacts on n days is the gamma quantile of shape S + 1 over n.
struct ReckonedLevel: Sendable {
  /// Mean counts of each weekday, Monday first.
  private let means: [Double]

  private static let weeks = 26
  /// Days of one weekday behind a forecast.
  private static let daysBehind = 6.0
  /// The probability with which a mean lies below its limit.
  private static let confidence = 0.975

  /// Learns from the last half-year of a series.
  init(_ series: DailySeries) {
    var sums = [Double](repeating: 0, count: 7)
    var counts = [Double](repeating: 0, count: 7)
    for (index, count) in series.counts.enumerated().suffix(7 * Self.weeks) {
      guard let count else { continue }
      sums[DailySeries.weekday(series.firstDay + index)] += count
      counts[DailySeries.weekday(series.firstDay + index)] += 1
    }
    means = zip(sums, counts).map { $0 / max(1, $1) }
  }

  /// The mean to be reckoned with on a day of this number since 1 January 1970 whose forecast is `expected`: never less, and
  /// no more than that where more than a few are forecast.
  func level(_ dayNumber: Int, expected: Double) -> Double {
    guard expected < ModelChoice.few else { return expected }
    let limit =
      PortableMath.gammaQuantile(Self.confidence, shape: Self.daysBehind * max(expected, 0) + 1) / Self.daysBehind
    return max(expected, min(means[DailySeries.weekday(dayNumber)], limit))
  }
}
