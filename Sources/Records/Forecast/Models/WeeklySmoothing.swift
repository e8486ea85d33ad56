import DiscreteEvents

/// Exponential smoothing of a level, a damped trend and seven weekdays (Holt and Winters', with E. Gardner and
/// E. McKenzie's damping, 1985), of values that add up; here logarithms.
///
/// The three rates and the damping are those of least squared one-day errors.
struct WeeklySmoothing: Sendable {
  private var level = 0.0
  private var trend = 0.0
  private var weekdays = [Double](repeating: 0, count: 7)
  private let damping: Double
  private let endDay: Int

  /// Smooths values of the days from `firstDay` on; nil where there is none.
  init(_ values: [Double?], firstDay: Int) {
    endDay = firstDay + values.count
    let start = Self.beginning(values, firstDay: firstDay)
    func rates(_ point: [Double]) -> (level: Double, trend: Double, weekday: Double, damping: Double) {
      let shares = point.map { 1 / (1 + PortableMath.exp(-$0)) }
      return (shares[0], shares[0] * shares[1] * 0.3, (1 - shares[0]) * shares[2] * 0.5, 0.8 + 0.18 * shares[3])
    }
    let best = NelderMead.minimum(from: [-2, -3, -2.5, 0], steps: [1, 1, 1, 1], limit: 300, tolerance: 1e-6) { point in
      // Rates of nought or all are as good as these.
      guard point.allSatisfy({ $0.magnitude < 7 }) else { return .infinity }
      var state = start
      return Self.run(&state, values, firstDay: firstDay, rates(point))
    }
    var state = start
    let chosen = rates(best.point)
    _ = Self.run(&state, values, firstDay: firstDay, chosen)
    (level, trend, weekdays) = (state.level, state.trend, state.weekdays)
    damping = chosen.damping
  }

  /// What is to be expected of a day after the last.
  func expected(_ dayNumber: Int) -> Double {
    let ahead = Double(dayNumber - endDay + 1)
    let sum = damping * (1 - PortableMath.pow(damping, ahead)) / (1 - damping)
    return level + trend * sum + weekdays[DailySeries.weekday(dayNumber)]
  }

  private typealias State = (level: Double, trend: Double, weekdays: [Double])

  /// Level and weekdays of the first four weeks.
  private static func beginning(_ values: [Double?], firstDay: Int) -> State {
    let first = values.prefix(28)
    let known = first.compactMap(\.self)
    let level = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    var sums = [Double](repeating: 0, count: 7)
    var counts = [Double](repeating: 0, count: 7)
    for (index, value) in first.enumerated() {
      guard let value else { continue }
      sums[DailySeries.weekday(firstDay + index)] += value - level
      counts[DailySeries.weekday(firstDay + index)] += 1
    }
    return (level, 0, (0..<7).map { sums[$0] / max(1, counts[$0]) })
  }

  /// Goes through all values; the sum of squares of one-day errors after the first four weeks, large ones cut off.
  private static func run(
    _ state: inout State, _ values: [Double?], firstDay: Int,
    _ rates: (level: Double, trend: Double, weekday: Double, damping: Double)
  ) -> Double {
    var sum = 0.0
    var scale = 0.3
    for (index, value) in values.enumerated() {
      let weekday = (firstDay + index + 3) % 7
      let drift = rates.damping * state.trend
      let before = state.level + drift + state.weekdays[weekday]
      var error = 0.0
      if let value {
        error = value - before
        // An outlier must not drag the level along.
        let cut = 3 * scale
        error = min(max(error, -cut), cut)
        scale += 0.03 * (1.25 * error.magnitude - scale)
        scale = max(scale, 0.01)
        if index >= 28 { sum += error * error }
      }
      state.level += drift + rates.level * error
      state.trend = drift + rates.trend * error
      state.weekdays[weekday] += rates.weekday * error
    }
    return sum
  }
}
