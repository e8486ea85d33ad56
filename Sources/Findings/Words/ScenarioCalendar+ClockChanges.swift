import ContactCentre
import DiscreteEvents

extension ScenarioCalendar {
  /// What each change of the clocks in the measured days does to the hours of the day, a sentence each; none for more than a
  /// week, in which an hour more or less does not show.
  package var clockChanges: [String] {
    if days > 7 { return [] }
    var sentences: [String] = []
    var instant = start
    while let change = zone.nextChange(after: instant), change < end {
      let gain = zone.offset(at: change) - zone.offset(at: instant)
      let now = zone.civilTime(at: change)
      let day = "On \(now.day) \(CivilTime.months[now.month - 1]) \(now.year) the clocks go"
      let shown = CivilTime.clock(now.timeOfDay)
      // What they would have shown.
      let other = CivilTime.clock((now.timeOfDay - gain + .day) % .day)
      sentences.append(
        gain < 0
          ? "\(day) back: \(shown) to \(other) comes twice, and counts as one."
          : "\(day) forward: there is no \(other) to \(shown).")
      instant = change
    }
    return sentences
  }
}
