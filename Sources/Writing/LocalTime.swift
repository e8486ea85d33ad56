import DiscreteEvents

/// An instant as the people of a scenario would write it down.
package struct LocalTime {
  /// Date and time of day by the wall clock.
  package let civil: CivilTime
  /// Milliseconds the clocks are ahead of UTC.
  package let offset: Milliseconds
  /// Whether the wall shows this twice, because the clocks go back.
  package let isRepeated: Bool

  /// `instant` (milliseconds since the Unix epoch) on the clocks of `zone`.
  package init(_ instant: Milliseconds, in zone: ZoneRules) {
    civil = zone.civilTime(at: instant)
    offset = zone.offset(at: instant)
    isRepeated = zone.otherInstant(showing: instant) != nil
  }

  /// ISO 8601 with the offset, for example `2022-07-22T07:00:00+01:00`; thousandths only if there are any.
  package var iso8601: String {
    let thousandths = civil.timeOfDay % .second
    let fraction = thousandths == 0 ? "" : "." + CivilTime.digits(Int(thousandths), 3)
    return "\(civil.dateText)T\(clockToTheSecond)\(fraction)\(offsetText)"
  }

  /// For people, for example `Friday 22 July 2022, 07:00`; with the offset where the wall shows that twice.
  package var spelledOut: String { "\(day), \(clock)" }

  /// Hours and minutes, for example `07:00`; with the offset where the wall shows that twice.
  package var clock: String { CivilTime.clock(civil.timeOfDay) + distinction }

  /// As ``spelledOut``, with seconds and thousandths.
  package var toTheMillisecond: String {
    "\(day), \(clockToTheSecond).\(CivilTime.digits(Int(civil.timeOfDay % .second), 3))\(distinction)"
  }

  /// Hours, minutes and seconds.
  package var clockToTheSecond: String { CivilTime.clockToTheSecond(civil.timeOfDay) }

  private var day: String {
    "\(CivilTime.weekdays[civil.weekday]) \(civil.day) \(CivilTime.months[civil.month - 1]) \(civil.year)"
  }

  /// What tells a time that comes twice from the other.
  private var distinction: String { isRepeated ? " (UTC\(offsetText))" : "" }

  private var offsetText: String { "\(offset < 0 ? "-" : "+")\(CivilTime.clock(abs(offset)))" }
}
