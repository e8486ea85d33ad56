import ContactCentre
import DiscreteEvents

/// Targets of which the end of the run decides as well.
extension ScenarioDecoder {
  /// Warns of targets with so long a limit that the run ends before many have had it. A drain of nothing that is written out
  /// is meant.
  func warnOfLimits(_ scenario: Scenario, _ fields: Fields) {
    if scenario.calendar.drain == 0, fields["calendar"]?.tree["drain"] != nil { return }
    for channel in scenario.channels {
      guard let target = channel.target, scenario.calendar.cutsShort(target.within) else { continue }
      let work = channel.kind.isDeferred ? "done" : "answered"
      warn(
        of: target.within, at: fields["channels"]?.descendant([channel.id, "target", "within"]), scenario.calendar,
        "and is not \(work) by then counts as late")
    }
    for grade in scenario.response?.grades ?? [] {
      guard grade.target != nil, scenario.calendar.cutsShort(grade.within) else { continue }
      warn(
        of: grade.within, at: fields["response"]?.descendant(["grades", grade.id, "within"]), scenario.calendar,
        "and is not attended by then is left out of the share in time")
    }
  }

  private func warn(
    of within: Milliseconds, at cursor: Cursor?, _ calendar: ScenarioCalendar, _ consequence: String
  ) {
    guard let cursor else { return }
    let late = min(within - calendar.drain, calendar.end - calendar.start)
    log.warning(
      cursor.place, cursor.path,
      "the run ends before everybody has had so long: what comes in the last \(DurationText.written(late)) \(consequence)",
      "let it run on without new arrivals, calendar: { drain: \"\(DurationText.written(within))\" }, or measure more days; "
        + "drain: \"0s\" says that the end is meant")
  }
}
