import DiscreteEvents

extension Shift {
  /// When the wall shows the beginning and the end of the tour that starts on a day, counted as in
  /// ``DiscreteEvents/CivilTime/dayNumber``.
  package func hours(startingOn day: Int) -> (start: CivilTime, end: CivilTime) {
    (CivilTime(dayNumber: day, plus: start), CivilTime(dayNumber: day, plus: start + length))
  }

  /// When the tour that starts on a day begins and ends, in milliseconds since the Unix epoch.
  ///
  /// Laid out by the wall clock of `zone`: on the night the clocks go back, a tour from 23:00 to 07:00 lasts nine hours. The
  /// end is not after the start where the clocks skip the whole of it.
  package func tour(startingOn day: Int, in zone: ZoneRules) -> (start: Milliseconds, end: Milliseconds) {
    let hours = hours(startingOn: day)
    return (zone.instant(of: hours.start), zone.instant(of: hours.end))
  }
}

extension Shift.Break {
  /// When it is due in a tour that began at `start`, whose `turn` is so many 65,536ths into the spread.
  @inlinable
  public func due(start: Milliseconds, turn: UInt16) -> Milliseconds {
    start &+ after &+ (spread &* Milliseconds(turn)) &>> 16
  }
}

extension CivilTime {
  /// What the wall shows `time` after midnight of a day, clocks left alone: on a later day, if that is more than a day.
  init(dayNumber day: Int, plus time: Milliseconds) {
    self.init(dayNumber: day + Int(time / .day), timeOfDay: time % .day)
  }
}
