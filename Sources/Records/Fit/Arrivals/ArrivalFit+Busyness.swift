import ContactCentre

extension ArrivalFit {
  /// Whole days from which what is not clear of how days vary is rather believed than taken for nothing.
  private static let daysForFaintBusyness = 28

  /// How much days and hours vary beyond Poisson's chance, by moments.
  ///
  /// If a day's factor has the coefficient of variation a, an hour's b, and the correlation of hours k apart is ρᵏ, then
  /// the distances of two hours' counts from what was expected have the mean product (a² + (1 + a²) b² ρᵏ) μ μ′; and the
  /// square of one, less the count itself, the same with k = 0. Sums of these over all days give the left-hand sides; a²
  /// and b² are the least-squares solution for each ρ, and ρ is that which fits best. What was expected is itself estimated
  /// from the counts, which makes the distances a little too small: ``Chance`` says by how much.
  ///
  /// Of a few weeks chance may make more of the days' scatter than a is, or less. To take what is not clear for nothing would
  /// be wrong always to the same side, and make scenarios whose days are too much alike: so from four weeks on a² is what the
  /// moments say, clear or not, and 0 only where they say less than that. Hours are so many, and each has so few
  /// contacts, that the least-squares solution would find something of them in any records: unless they vary clearly, the
  /// whole of it is put down to the days. Nil where nothing was seen.
  mutating func estimateBusyness() -> ArrivalProfile.Busyness? {
    let days = counts.ordinaryDays.filter(\.isWhole)
    let ofDays = (hasWeekdays ? 7 : 1) + (hasMonths ? 11 : 0) + (yearlyGrowth == nil ? 0 : 1)
    let freedom = Double(days.count - ofDays)
    guard freedom >= 6 else { return nil }
    let distances = Distances(days, of: self)
    dispersion = distances.squaresOfDays / freedom
    let freedomOfHours = max(1, distances.hours - Double(profile.byHourOfWeek == nil ? ofDays + 23 : 168))
    // The variance of a Poisson dispersion is 2 over its degrees of freedom; three standard errors are no chance.
    let daysVary = dispersion >= 1 + 3 * (2 / freedom).squareRoot()
    let hoursVary = distances.squaresOfHours / freedomOfHours >= 1 + 3 * (2 / freedomOfHours).squareRoot()
    let mean = days.reduce(0) { sum, day in (0..<24).reduce(sum) { $0 + expected(day, $1) } } / Double(days.count)
    faintestBusyness = mean > 0 ? (2 * (2 / freedom).squareRoot() / mean).squareRoot() : nil
    guard daysVary || hoursVary || days.count >= Self.daysForFaintBusyness else { return nil }

    let found =
      hoursVary ? distances.likeliest : distances.ofDaysAlone.map { (day: $0, interval: 0.0, correlation: 0.0) }
    guard let best = found else { return nil }
    // Weekdays and months take up part of how days differ; hours of the week, part of how hours do.
    let kept = freedom / Double(days.count)
    let ofDay = best.day / kept
    let day = ofDay.squareRoot()
    let interval = (best.interval / (1 + ofDay) / (profile.byHourOfWeek == nil ? 1 : kept)).squareRoot()
    // What rounds to nothing is nothing.
    let rounded = ArrivalProfile.Busyness(
      day: day < 0.005 ? 0 : min(day, 3), interval: interval < 0.005 ? 0 : min(interval, 3),
      correlation: interval < 0.005 ? 0 : best.correlation)
    return rounded.day == 0 && rounded.interval == 0 ? nil : rounded
  }

  /// How far the hours of some days were from what was expected of them, summed up.
  private struct Distances {
    /// Of hours so many apart, the products of their distances, beyond what chance explains.
    private var products = [Double](repeating: 0, count: 24)
    /// The products of what was expected of the same hours.
    private var weights = [Double](repeating: 0, count: 24)
    /// The squared distances of days, and of the hours of which more than half a contact was expected, each over what was.
    private(set) var squaresOfDays = 0.0
    private(set) var squaresOfHours = 0.0
    /// How many such hours there are.
    private(set) var hours = 0.0

    init(_ days: [HourlyCounts.Day], of fit: ArrivalFit) {
      let chance = Chance(fit)
      for day in days {
        let means = (0..<24).map { fit.expected(day, $0) }
        let distances = (0..<24).map { Double(day.counts[$0]) - means[$0] }
        for lag in 0..<24 {
          for hour in 0..<24 - lag {
            products[lag] += distances[hour] * distances[hour + lag] - chance.product(day, means, hour, hour + lag)
            weights[lag] += means[hour] * means[hour + lag]
          }
        }
        let mean = max(means.reduce(0, +), 1e-9)
        let distance = distances.reduce(0, +)
        squaresOfDays += distance * distance / mean
        for hour in 0..<24 where means[hour] > 0.5 {
          squaresOfHours += distances[hour] * distances[hour] / means[hour]
          hours += 1
        }
      }
    }

    /// The squared variation of days where hours have none: what the days' totals say.
    var ofDaysAlone: Double? {
      // Every lag but the first stands for two hours in either order.
      let (product, weight) = zip(products, weights).enumerated().reduce((0.0, 0.0)) { sum, lag in
        let times = lag.offset == 0 ? 1.0 : 2
        return (sum.0 + times * lag.element.0, sum.1 + times * lag.element.1)
      }
      return weight > 0 ? max(0, product / weight) : nil
    }

    /// The squared variation of days and of hours, and the correlation, that come nearest to the products.
    var likeliest: (day: Double, interval: Double, correlation: Double)? {
      let lags = (0..<12).filter { weights[$0] > 0 }
      let excess = lags.map { products[$0] / weights[$0] }
      let sizes = lags.map { weights[$0] }
      let fits = (0...19).map { step in
        let correlation = Double(step) / 20
        var power = 1.0
        var powers: [Double] = []
        for _ in lags {
          powers.append(power)
          power *= correlation
        }
        return (terms: ArrivalFit.twoTerms(excess, powers, sizes), correlation: correlation)
      }
      return fits.min { $0.terms.error < $1.terms.error }.map { ($0.terms.constant, $0.terms.slope, $0.correlation) }
    }
  }

  /// What the products of distances would be if contacts came independently: Poisson's variance, less what the profile
  /// takes up of it because it was fitted to the same counts.
  private struct Chance {
    private var ofMonths = [Double](repeating: 0, count: 12)
    private var ofWeekdays = [Double](repeating: 0, count: 7)
    private var ofHours = [Double](repeating: 0, count: 24)
    private var ofHoursOfWeek = [Double](repeating: 0, count: 168)
    private var total = 0.0
    private let fit: ArrivalFit

    init(_ fit: ArrivalFit) {
      self.fit = fit
      for cell in fit.counts.cells {
        let mean = cell.exposure * fit.expected(cell.month, cell.weekday, cell.hour)
        ofMonths[cell.month] += mean
        ofWeekdays[cell.weekday] += mean
        ofHours[cell.hour] += mean
        ofHoursOfWeek[cell.weekday * 24 + cell.hour] += mean
        total += mean
      }
    }

    /// The mean product of the distances of two hours of one day.
    func product(_ day: HourlyCounts.Day, _ means: [Double], _ first: Int, _ second: Int) -> Double {
      let product = means[first] * means[second]
      guard product > 0 else { return 0 }
      var taken = 0.0
      if fit.profile.byHourOfWeek != nil {
        taken += first == second ? product / ofHoursOfWeek[day.weekday * 24 + first] : 0
      } else {
        // Each group of cells whose total is made right takes up a share; all of them together are counted once too often.
        taken += fit.hasWeekdays ? product / ofWeekdays[day.weekday] - product / total : 0
        taken += first == second ? product / ofHours[first] : 0
      }
      taken += fit.hasMonths ? product / ofMonths[day.month] - product / total : 0
      return (first == second ? means[first] : 0) - taken
    }
  }

  /// The constant and the slope, neither negative, with which constant + slope × power comes nearest to `values`.
  private static func twoTerms(
    _ values: [Double], _ powers: [Double], _ weights: [Double]
  ) -> (constant: Double, slope: Double, error: Double) {
    var (w, wp, wpp, wv, wpv) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (index, weight) in weights.enumerated() {
      w += weight
      wp += weight * powers[index]
      wpp += weight * powers[index] * powers[index]
      wv += weight * values[index]
      wpv += weight * powers[index] * values[index]
    }
    let determinant = w * wpp - wp * wp
    var candidates = [(max(0, wv / w), 0.0), (0.0, max(0, wpv / wpp))]
    if determinant > 1e-12 * w * wpp {
      let constant = (wv * wpp - wpv * wp) / determinant
      let slope = (wpv * w - wv * wp) / determinant
      if constant >= 0, slope >= 0 { candidates.insert((constant, slope), at: 0) }
    }
    func error(_ pair: (Double, Double)) -> Double {
      values.indices.reduce(0) { sum, index in
        let distance = values[index] - pair.0 - pair.1 * powers[index]
        return sum + weights[index] * distance * distance
      }
    }
    let best = candidates.min { error($0) < error($1) } ?? (0, 0)
    return (best.0, best.1, error(best))
  }
}
