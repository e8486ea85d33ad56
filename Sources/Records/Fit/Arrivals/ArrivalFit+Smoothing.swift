import DiscreteEvents

extension ArrivalFit {
  /// Takes out of the weights what is probably chance.
  ///
  /// Weights estimated from few contacts are scattered about the true ones, and a scenario with that scatter in it is more
  /// uneven, and so slower to answer, than what was recorded. Weekdays are drawn towards their mean, hours towards a
  /// smooth curve of the day, hours of the week towards what weekday and hour say of them: by as much of their distance as
  /// chance explains (W. James and C. Stein, "Estimation with quadratic loss", 1961, with the positive part). Where nobody
  /// came though many should have, as on a day on which the office is closed, nobody is expected.
  mutating func smooth() {
    let hours = Double(max(1, counts.exposedHours))
    let total = counts.cells.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    // How much more than a Poisson number the count of an hour, and that of a day, varies.
    let ofHours = max(1, pearson / hours)
    let ofDays = max(1, dispersion)
    if let weights = profile.byHourOfWeek {
      let weekdays = (0..<7).map { day in weights[day * 24..<day * 24 + 24].reduce(0, +) / 24 }
      let clock = (0..<24).map { hour in stride(from: hour, to: 168, by: 24).reduce(0) { $0 + weights[$1] } / 7 }
      let targets = (0..<168).map { weekdays[$0 / 24] * clock[$0 % 24] }
      profile.byHourOfWeek = Self.drawn(weights, towards: targets, parameters: 31, noise: ofHours * 168 / total)
    } else {
      if hasWeekdays {
        profile.dayOfWeek = Self.drawn(
          profile.dayOfWeek, towards: Array(repeating: 1, count: 7), parameters: 1, noise: ofDays * 7 / total)
      }
      profile.hourOfDay = Self.drawn(
        profile.hourOfDay, towards: Self.smoothed(profile.hourOfDay), parameters: 7, noise: ofHours * 24 / total)
    }
  }

  /// So many contacts expected and none seen: a chance of one in three million.
  static let surprise = 15.0

  /// Weights nearer to their targets, of which so many parameters were fitted to them; the relative variance of a weight of
  /// one is `noise`, and that of others in proportion.
  private static func drawn(
    _ weights: [Double], towards targets: [Double], parameters: Int, noise: Double
  ) -> [Double] {
    let apart = zip(weights, targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / max($1.1, 0.05) }
    let byChance = noise * Double(weights.count - parameters)
    let kept = apart > byChance ? 1 - byChance / apart : 0
    return zip(weights, targets).map { weight, target in
      weight == 0 && target >= surprise * noise ? 0 : max(0, target + kept * (weight - target))
    }
  }

  /// The curve through the hours of the day made of its mean and three waves: one, two and three a day.
  private static func smoothed(_ weights: [Double]) -> [Double] {
    let mean = weights.reduce(0, +) / 24
    var curve = [Double](repeating: mean, count: 24)
    for wave in 1...3 {
      let angles = (0..<24).map { Double($0 * wave) / 24 * 6.283185307179586 }
      let cosine = zip(weights, angles).reduce(0) { $0 + $1.0 * PortableMath.cos($1.1) } / 12
      let sine = zip(weights, angles).reduce(0) { $0 + $1.0 * PortableMath.sin($1.1) } / 12
      for hour in 0..<24 {
        curve[hour] += cosine * PortableMath.cos(angles[hour]) + sine * PortableMath.sin(angles[hour])
      }
    }
    // A curve cannot fall below nothing, nor are the quietest hours the place to try.
    return curve.map { max($0, 0.02) }
  }
}
