import DiscreteEvents

/// An instant as the people of a scenario would write it down.
package struct LocalTime {
  /// Date and time of day by the wall clock.
  package let civil: CivilTime
  /// Milliseconds the clocks are ahead of UTC.
  package let offset: Milliseconds

  /// `instant` (milliseconds since the Unix epoch) on the clocks of `zone`.
  package init(_ instant: Milliseconds, in zone: ZoneRules) {
    civil = zone.civilTime(at: instant)
    offset = zone.offset(at: instant)
  }

  /// ISO 8601 with the offset, for example `2022-07-22T07:00:00+01:00`; thousandths only if there are any.
  package var iso8601: String {
    let thousandths = civil.timeOfDay % .second
    let fraction = thousandths == 0 ? "" : "." + Self.digits(Int(thousandths), 3)
    let seconds = Int(civil.timeOfDay / .second) % 60
    let minutes = Int(abs(offset) / .minute)
    let zone = "\(offset < 0 ? "-" : "+")\(Self.digits(minutes / 60, 2)):\(Self.digits(minutes % 60, 2))"
    return "\(Self.date(civil))T\(clock):\(Self.digits(seconds, 2))\(fraction)\(zone)"
  }

  /// For people, for example `Friday 22 July 2022, 07:00`.
  package var spelledOut: String {
    "\(CivilTime.weekdays[civil.weekday]) \(civil.day) \(CivilTime.months[civil.month - 1]) \(civil.year), \(clock)"
  }

  /// As ``spelledOut``, with seconds and thousandths.
  package var toTheMillisecond: String {
    let seconds = Int(civil.timeOfDay / .second % 60)
    return "\(spelledOut):\(Self.digits(seconds, 2)).\(Self.digits(Int(civil.timeOfDay % .second), 3))"
  }

  private var clock: String { Self.clock(civil.timeOfDay) }

  /// Hours and minutes of a time of day.
  package static func clock(_ timeOfDay: Milliseconds) -> String {
    let minutes = Int(timeOfDay / .minute)
    return "\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))"
  }

  /// The beginning of an hour of the day, for example `07:00`.
  package static func clock(hour: Int) -> String { clock(Milliseconds(hour) * .hour) }

  /// The calendar date of `civil` by ISO 8601.
  package static func date(_ civil: CivilTime) -> String {
    "\(digits(civil.year, 4))-\(digits(civil.month, 2))-\(digits(civil.day, 2))"
  }

  /// Date, hours and minutes of `civil` by ISO 8601, for example `2022-07-22T07:00`.
  package static func minute(_ civil: CivilTime) -> String { "\(date(civil))T\(clock(civil.timeOfDay))" }

  /// `number` with at least `count` digits.
  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
