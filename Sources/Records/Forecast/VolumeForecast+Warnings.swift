import DiscreteEvents
import Reading
import Writing

extension VolumeForecast {
  private typealias Words = (message: String, remedy: String)

  /// Days that are named one by one.
  private static let named = 5
  /// Days ahead for which the season hardly matters.
  private static let near = 28

  /// Warnings of days of which the history says little: special ones unlike any in it, those farther ahead than forecasts
  /// could be tested, those of seasons that it is too short to know, and those of weekdays that it has no counts of.
  public var warnings: [Problem] {
    var problems = RowProblems(path: path)
    let all = channels.map { channel in
      [
        unrecorded(channel), unseen(channel, isHoliday: true), unseen(channel, isHoliday: false), extrapolated(channel),
        seasons(channel),
      ]
      .compactMap(\.self)
    }
    for words in all.joined().reduce(
      into: [Words](),
      { list, words in
        if !list.contains(where: { $0 == words }) { list.append(words) }
      })
    {
      let names = zip(channels, all).filter { $1.contains { $0 == words } }.map { "“\($0.0.name)”" }
      // What holds for all is said of the history.
      let subject = names.count == channels.count ? "" : names.joined(separator: ", ") + ": "
      problems.warn(subject + words.message, words.remedy)
    }
    return problems.all
  }

  /// Says which weekdays of the forecast were never recorded: a place that is closed then looks like one that leaves them out.
  /// Of a channel without any counts the reading has said so.
  private func unrecorded(_ channel: Channel) -> Words? {
    let forecast = Set(channel.days.map(\.start.weekday))
    let days = channel.unrecordedWeekdays.filter(forecast.contains).map { CivilTime.weekdays[$0] }
    guard channel.unrecordedWeekdays.count < 7, let last = days.last else { return nil }
    let names = days.count == 1 ? last : days.dropLast().joined(separator: ", ") + " or " + last
    return (
      "the history has no counts on any \(names): nothing is known of such days, and their forecast rests on the other days, "
        + "or on none",
      "give rows with 0 if the place is closed then, or else leave those days out of what you use"
    )
  }

  private func unseen(_ channel: Channel, isHoliday: Bool) -> Words? {
    var names: [String] = []
    var days: [String] = []
    for day in channel.unseen where day.isHoliday == isHoliday && !day.occasion.isEmpty {
      guard !names.contains(day.occasion) else { continue }
      names.append(day.occasion)
      days.append("\(day.occasion) (\(day.start.dateText))")
    }
    guard !days.isEmpty else { return nil }
    let more = days.count > Self.named ? " and \(days.count - Self.named) more" : ""
    return (
      "no day of the history is like \(days.prefix(Self.named).joined(separator: ", "))\(more)",
      isHoliday && channel.hasSeenHolidays
        ? "such days are forecast as its holidays were on the whole, with wider intervals; a longer history may have them"
        : "such days are forecast as if they were not special, with wider intervals; a longer history may have them"
    )
  }

  private func extrapolated(_ channel: Channel) -> Words? {
    guard let day = channel.days.first(where: { $0.basis == .extrapolated }) else { return nil }
    let weeks = channel.choice.spread.testedWeeks
    return (
      "\(channel.historyDays) days of history are enough to test forecasts of \(Quantity.counted(weeks, "week")): from "
        + "\(day.start.dateText) on, intervals are widened by a rule",
      "forecast fewer days, or give a longer history"
    )
  }

  private func seasons(_ channel: Channel) -> Words? {
    guard channel.historyDays < CalendarRegression.daysForSeason, channel.daysAhead > Self.near
    else { return nil }
    return (
      "\(channel.historyDays) days of history are too few to know the seasons: what is more than four weeks ahead is forecast "
        + "as if the season stayed as it is",
      "give \(CalendarRegression.daysForSeason) days or more, two years if there are"
    )
  }
}
