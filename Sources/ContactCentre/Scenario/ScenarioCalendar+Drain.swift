import DiscreteEvents

extension ScenarioCalendar {
  /// Whether the run ends before many of those who came in the measured window have had so long: before more than a tenth
  /// of the window has, were arrivals even.
  ///
  /// Whoever is left then is not in time, however soon it might have been their turn, so that a service level tells of the
  /// end of the run as well as of the plan. A drain as long as the limit leaves nobody out. Below a tenth it hardly shows: a
  /// limit of minutes is never meant.
  public func cutsShort(_ within: Milliseconds) -> Bool { 10 * (within - drain) > end - start }
}
