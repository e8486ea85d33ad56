import ContactCentre
import DiscreteEvents
import Writing

extension Arrivals {
  /// How many come and when, in sentences; times are on the clocks of `zone`.
  func assumptions(_ zone: ZoneRules) -> [String] {
    switch self {
    case .trace(let rows): ["\(Quantity.integer(UInt64(rows.count))) recorded \("arrival".plural(rows.count))."]
    case .profile(let profile) where profile.perYear == 0 && profile.messages.isEmpty:
      ["Nobody comes of their own accord."]
    case .profile(let profile): profile.assumptions(zone)
    case .appointments(let book): book.assumptions
    }
  }
}

extension ArrivalProfile {
  fileprivate func assumptions(_ zone: ZoneRules) -> [String] {
    var volume = "\(Quantity.decimal(perYear)) a year expected"
    if scale != 1 { volume += ", times \(Quantity.decimal(scale, decimals: 2))" }
    if byHourOfWeek != nil {
      volume += ", by the hour of the week"
    } else if Set(hourOfDay).count > 1 {
      let peak = hourOfDay.indices.max { hourOfDay[$0] < hourOfDay[$1] } ?? 0
      volume += ", most between \(CivilTime.clock(hour: peak)) and \(CivilTime.clock(hour: (peak + 1) % 24))"
    }
    if let busyness {
      volume +=
        "; busier and quieter days vary by \(Quantity.share(busyness.day, decimals: 0)), intervals by "
        + Quantity.share(busyness.interval, decimals: 0)
    }
    var sentences = [volume + "."]
    if let holiday {
      sentences.append("A public holiday weighs \(Quantity.decimal(holiday, decimals: 2)), whatever day it is.")
    }
    sentences += factors.map { factor in
      """
      \(factor.name): \(Quantity.decimal(factor.times, decimals: 2)) times as many from \
      \(LocalTime(factor.from, in: zone).spelledOut) to \(LocalTime(factor.to, in: zone).spelledOut).
      """
    }
    sentences += messages.map { message in
      let times = message.at.map { "\(CivilTime.shortWeekdays[$0.weekday]) \(CivilTime.clock($0.timeOfDay))" }
      return """
        \(message.name): sent to \(Quantity.decimal(message.sentTo)) \(message.sentTo == 1 ? "person" : "people") at \(times.joined(separator: ", ")); \
        \(Quantity.share(message.replies, decimals: 1)) reply after \(message.after.words).
        """
    }
    return sentences
  }
}

extension AppointmentBook {
  fileprivate var assumptions: [String] {
    let names = zip(CivilTime.shortWeekdays, days).filter(\.1).map(\.0)
    var sentences = [
      """
      By appointment: \(places) every \(Quantity.length(every)) from \(CivilTime.clock(from)) to \(CivilTime.clock(to))\
      \(names.count < 7 ? " on \(names.joined(separator: ", "))" : "").
      """,
      "\(Quantity.share(booked, decimals: 0)) are booked, and \(Quantity.share(shows, decimals: 0)) of those come.",
    ]
    if earliness > 0 { sentences.append("People mean to come \(Quantity.length(earliness)) early.") }
    if lateness != .constant(0) { sentences.append("They come so much later than they mean to: \(lateness.words).") }
    return sentences
  }
}
