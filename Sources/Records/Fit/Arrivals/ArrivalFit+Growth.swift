import ContactCentre
import DiscreteEvents
import Writing

extension ArrivalFit {
  /// Whole days from which growth can be told from chance.
  private static let daysForGrowth = 56
  /// Whole days from which it can be told from what months have of their own.
  private static let daysForGrowthBesideMonths = 700
  /// By how many standard errors it must differ from none.
  private static let clear = 3.0
  /// The most that contacts may grow from the first day to the last, or fall: by the factor 20. Beyond that, a channel was
  /// opened or closed.
  private static let mostGrowth = 3.0
  /// Steps in which the slope settles.
  private static let steps = 8

  /// Finds out whether contacts grew or fell from day to day, beside what weekdays and months explain, and takes it out, so
  /// that days which differ for that do not look as if they differed by chance.
  ///
  /// The counts of whole days are Poisson's about a mean whose logarithm is linear in time: the likeliest slope is found by
  /// Newton's method, and all factors anew after each step. Its standard error is that of counts which vary as much more
  /// than Poisson's as these do. In less than a year, months that differ look like growth too.
  mutating func fitGrowth() {
    let days = counts.ordinaryDays.filter(\.isWhole)
    guard days.count >= (hasMonths ? Self.daysForGrowthBesideMonths : Self.daysForGrowth) else { return }
    let before = self
    let plain = counts
    var slope = 0.0
    for _ in 0..<Self.steps {
      let fitted = Steepness(of: self)
      guard fitted.information > 0 else { break }
      let step = fitted.score / fitted.information
      slope += step
      guard abs(slope) * Double(plain.days.count) <= Self.mostGrowth else {
        self = before
        return
      }
      counts = plain.growing(by: slope)
      profile = ArrivalProfile(perYear: 0)
      fitFactors()
      if abs(step) * Double(plain.days.count) < 1e-6 { break }
    }
    let fitted = Steepness(of: self)
    guard fitted.information > 0, abs(slope) > Self.clear * (fitted.dispersion / fitted.information).squareRoot() else {
      self = before
      return
    }
    yearlyGrowth = PortableMath.exp(slope * 365)
  }

  /// How contacts grew or fell, in words: “grew by 20% in 168 days, at a pace of 50% a year”; nil where they did not clearly.
  var growthWords: String? {
    guard let yearlyGrowth else { return nil }
    func change(_ factor: Double) -> String { Quantity.share(abs(factor - 1), decimals: 0) }
    let span = Double(counts.days.count - 1)
    let whole = PortableMath.exp(PortableMath.log(yearlyGrowth) * span / 365)
    let words = (whole > 1 ? "grew" : "fell") + " by \(change(whole)) in \(counts.days.count) days"
    // What a few weeks come to in a year is no news where nobody would believe it.
    return (0.1...10).contains(yearlyGrowth) ? words + ", at a pace of \(change(yearlyGrowth)) a year" : words
  }

  /// What the whole days say of a slope in time.
  private struct Steepness {
    /// The slope of the log-likelihood, and how much that falls from day to day of slope: Fisher's information of it, once
    /// months have taken their part.
    private(set) var score = 0.0
    private(set) var information = 0.0
    /// The variance of the days' counts over their mean, and 1 at least.
    let dispersion: Double

    init(of fit: ArrivalFit) {
      let days = fit.counts.ordinaryDays.filter(\.isWhole)
      let means = days.map { day in (0..<24).reduce(0) { $0 + fit.expected(day, $1) } }
      let totals = days.map { $0.counts.reduce(0) { $0 + Double($1) } }
      // Times are counted from the middle of what each month has, or of all: only so far do they differ from the factors.
      var (weights, sums) = ([Double](repeating: 0, count: 12), [Double](repeating: 0, count: 12))
      for (day, mean) in zip(days, means) {
        let group = fit.hasMonths ? day.month : 0
        weights[group] += mean
        sums[group] += mean * Double(day.dayNumber - days[0].dayNumber)
      }
      var squares = 0.0
      for ((day, mean), total) in zip(zip(days, means), totals) where mean > 0 {
        let group = fit.hasMonths ? day.month : 0
        let time = Double(day.dayNumber - days[0].dayNumber) - sums[group] / weights[group]
        score += time * (total - mean)
        information += time * time * mean
        squares += (total - mean) * (total - mean) / mean
      }
      let parameters = 1 + (fit.hasWeekdays ? 7 : 1) + (fit.hasMonths ? 11 : 0)
      dispersion = max(1, squares / Double(max(1, days.count - parameters)))
    }
  }
}
