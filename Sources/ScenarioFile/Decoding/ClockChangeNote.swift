import DiscreteEvents
import Writing

/// What should be said of a moment without an offset that the clocks show twice, or never.
package struct ClockChangeNote {
  /// Whether it comes twice; otherwise it never comes.
  package let isTwice: Bool
  /// What is odd about it.
  package let message: String
  /// What was made of it, and what to write instead.
  package let remedy: String

  /// Nil where there is nothing to say. O(log transitions).
  package init?(_ moment: InstantText.Moment, in zone: ZoneRules) {
    guard case .local = moment.offset, !zone.transitions.isEmpty else { return nil }
    let count = zone.occurrences(of: moment.civil)
    if count == 1 { return nil }
    let instant = zone.instant(of: moment.civil)
    let taken = LocalTime(instant, in: zone).iso8601
    isTwice = count > 1
    if let other = zone.otherInstant(showing: instant), isTwice {
      message = "\(moment.civil.minuteText) comes twice, as the clocks go back"
      remedy =
        "the first is taken; write the offset to say which is meant, \(taken) or \(LocalTime(other, in: zone).iso8601)"
    } else {
      message = "\(moment.civil.minuteText) never comes, as the clocks go forward"
      remedy = "\(taken) is taken, as long after the change; write a time that comes, or the offset that is meant"
    }
  }
}

extension InstantText.Moment {
  /// Whether both are by the local clock, and this is before `other` as it shows them, whatever becomes of them where it
  /// changes in between.
  func isShownBefore(_ other: InstantText.Moment) -> Bool {
    guard case .local = offset, case .local = other.offset else { return false }
    return (civil.dayNumber, civil.timeOfDay) < (other.civil.dayNumber, other.civil.timeOfDay)
  }

  /// What to say of something from here to `end` that has no length: as given, but where the clocks are to blame.
  func fault(until end: InstantText.Moment, _ message: String, _ remedy: String) -> (message: String, remedy: String) {
    guard isShownBefore(end) else { return (message, remedy) }
    return ("the clocks go forward in between: \(message)", "leave it out, or let it end later")
  }
}
