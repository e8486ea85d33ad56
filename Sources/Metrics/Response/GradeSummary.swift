/// What happened to the incidents of one grade: those that were of it in the end, or, of the backlog, at a midnight.
public struct GradeSummary: Sendable, Equatable {
  /// The incidents that opened inside the measured window.
  public internal(set) var total = IncidentTally()
  /// By the local hour of the day at which they opened, midnight first: 24 of them.
  ///
  /// When the clocks go back both passes of the repeated hour fall into one entry.
  public internal(set) var byHour = Array(repeating: IncidentTally(), count: 24)
  /// How long the responses to those attended took: from where the scenario's response clock starts to the arrival of
  /// the first unit.
  public internal(set) var response = Histogram()
  /// What was left over from one day to the next.
  public internal(set) var backlog = Backlog()

  mutating func merge(_ other: GradeSummary) {
    total.merge(other.total)
    for index in byHour.indices { byHour[index].merge(other.byHour[index]) }
    response.merge(other.response)
    backlog.merge(other.backlog)
  }
}
