/// How many handlers one interval takes, and what they come to.
public struct IntervalRequirement: Sendable {
  /// The contacts.
  public let volume: IntervalVolume
  /// Mean number of handlers busy were there enough of them, in erlangs.
  public let load: Double
  /// Handlers who must be at work; nobody where nobody comes.
  public let required: Int
  /// How many are rostered for so many to be at work; nil where that is not asked.
  public let rostered: Int?
  /// What is known of the queue that those required answer; nil where nobody comes.
  public let queue: Figures?

  /// Figures of an interval's queue in equilibrium, as ``HandlerQueue`` says them. Times are in seconds.
  public struct Figures: Equatable, Sendable {
    /// The share of offered calls that are answered in time.
    public let serviceLevel: Double
    /// The share of answered calls that were answered in time.
    public let serviceLevelOfAnswered: Double
    /// The share of callers who give up.
    public let abandonment: Double
    /// Mean wait of all callers.
    public let meanWait: Double
    /// Mean wait of those who are answered.
    public let meanWaitOfAnswered: Double
    /// The share of the time of those required in which they are busy.
    public let occupancy: Double

    init(_ queue: some HandlerQueue, within: Double) {
      serviceLevel = queue.serviceLevel(within: within)
      serviceLevelOfAnswered = queue.serviceLevelOfAnswered(within: within)
      abandonment = queue.abandonment
      meanWait = queue.meanWait
      meanWaitOfAnswered = queue.meanWaitOfAnswered
      occupancy = queue.occupancy
    }
  }
}
