/// What a staffing must reach.
public enum StaffingGoal: Equatable, Sendable {
  /// At least this share (0 to 1, both exclusive) of offered calls is answered within this time.
  case serviceLevel(atLeast: Double, within: Double)
  /// At most this share (more than 0) of callers gives up.
  case abandonment(atMost: Double)
  /// At most this share (more than 0) of the handlers' time is busy.
  case occupancy(atMost: Double)

  /// Whether `queue` reaches it. A queue that grows without end reaches nothing.
  public func isMet(by queue: some HandlerQueue) -> Bool {
    guard queue.isStable else { return false }
    return switch self {
    case .serviceLevel(let share, let time): queue.serviceLevel(within: time) >= share
    case .abandonment(let share): queue.abandonment <= share
    case .occupancy(let share): queue.occupancy <= share
    }
  }

  /// Whether enough handlers reach it, however many that is.
  var isAttainable: Bool {
    switch self {
    case .serviceLevel(let share, let time): share < 1 && time >= 0
    case .abandonment(let share), .occupancy(let share): share > 0
    }
  }
}
