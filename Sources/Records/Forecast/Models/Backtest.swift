/// How well forecasts would have done in the last weeks of a history, each made from what came before.
public struct Backtest: Sendable {
  /// One channel's score.
  public struct Score: Sendable, Equatable {
    /// The channel's name.
    public var name: String
    /// Days that were forecast and recorded.
    public var days = 0
    /// The sum of absolute errors over the sum of counts.
    public var error = 0.0
    /// The same for the last such weekday before the forecast that was nothing special.
    public var naiveError = 0.0
    /// The share of days inside their intervals of 80 %.
    public var likelyHeld = 0.0
    /// The share of days inside their intervals of 95 %.
    public var possibleHeld = 0.0
  }

  /// The channels' scores.
  public let scores: [Score]
  /// Weeks held out.
  public let weeks: Int
  /// Weeks forecast at a time.
  public let step: Int

  /// Holds out the last `weeks` weeks and forecasts them four at a time (or what is left), each time from all that came
  /// before. Nil where fewer than eight weeks would be left to learn from.
  public init?(_ history: ContactHistory, weeks: Int, special: SpecialDays = .init()) {
    guard history.days - weeks * 7 >= ModelChoice.fewestDays else { return nil }
    self.weeks = weeks
    step = min(weeks, 4)
    var scores = history.channels.map { Score(name: $0.name) }
    var totals = scores.map { _ in 0.0 }
    var left = weeks
    while left > 0 {
      let length = min(step, left)
      let past = history.dropping(last: left * 7)
      let forecast = VolumeForecast(past, days: length * 7, special: special)
      for (number, channel) in forecast.channels.enumerated() {
        let truth = history.series(history.channels[number])
        let naive = ForecastModel.seasonalNaive.forecast(
          past.series(past.channels[number]), days: length * 7, special: special)
        for (day, volume) in channel.days.enumerated() {
          guard let count = truth[volume.start.dayNumber] else { continue }
          scores[number].days += 1
          totals[number] += count
          scores[number].error += (count - volume.expected).magnitude
          scores[number].naiveError += (count - naive[day]).magnitude
          scores[number].likelyHeld += volume.likely.contains(count) ? 1 : 0
          scores[number].possibleHeld += volume.possible.contains(count) ? 1 : 0
        }
      }
      left -= length
    }
    for number in scores.indices {
      let days = Double(max(1, scores[number].days))
      scores[number].error /= max(1, totals[number])
      scores[number].naiveError /= max(1, totals[number])
      scores[number].likelyHeld /= days
      scores[number].possibleHeld /= days
    }
    self.scores = scores
  }
}
