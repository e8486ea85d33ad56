/// How many handlers each of many intervals takes, every one by itself.
///
/// An interval's queue is taken to be in equilibrium (the stationary, independent, period-by-period approach; L. Green,
/// P. Kolesar and W. Whitt, "Coping with time-varying demand when setting staffing requirements for a service system",
/// 2007): nothing is carried over from the one before. That is near where contacts are short beside the interval.
public struct StaffingRequirements: Sendable {
  /// Mean time a caller would wait before giving up, in seconds; nil if nobody gives up.
  public let patience: Double?
  /// What in time means, in seconds.
  public let within: Double
  /// What every interval must reach.
  public let goals: [StaffingGoal]
  /// The share of rostered time that is not at work; nil if rosters are not asked about.
  public let shrinkage: Double?
  /// The answer, in the order of the volumes.
  public let intervals: [IntervalRequirement]

  /// The fewest handlers of each of `volumes` that reach all of `goals`. Intervals of one load are worked out once.
  ///
  /// - Precondition: there is a goal at least, `within` is not negative, `shrinkage` is from 0 to less than 1, and the
  ///   rest as of ``QueueDemand/fewestHandlers(meeting:)``.
  public init(
    volumes: [IntervalVolume], patience: Double? = nil, within: Double, goals: [StaffingGoal],
    shrinkage: Double? = nil
  ) {
    precondition(!goals.isEmpty, "there is a goal to be reached at least")
    Erlangs.require(time: within)
    self.patience = patience
    self.within = within
    self.goals = goals
    self.shrinkage = shrinkage
    var known: [Load: (handlers: Int, queue: IntervalRequirement.Figures)] = [:]
    var intervals: [IntervalRequirement] = []
    for volume in volumes {
      guard let demand = volume.demand(patience: patience) else {
        intervals.append(
          IntervalRequirement(
            volume: volume, load: 0, required: 0, rostered: shrinkage.map { _ in 0 }, queue: nil))
        continue
      }
      let load = Load(erlangs: demand.load, handling: demand.handling)
      let answer: (handlers: Int, queue: IntervalRequirement.Figures)
      if let found = known[load] {
        answer = found
      } else {
        let handlers = demand.fewestHandlers(meeting: goals)
        answer = (handlers, .init(demand.queue(handlers: handlers), within: within))
        known[load] = answer
      }
      intervals.append(
        IntervalRequirement(
          volume: volume, load: demand.load, required: answer.handlers,
          rostered: shrinkage.map { Self.rostered(for: answer.handlers, shrinkage: $0) }, queue: answer.queue))
    }
    self.intervals = intervals
  }

  /// What tells the queue of one interval from another's.
  private struct Load: Hashable {
    let erlangs: Double
    let handling: Double
  }

  /// How many must be rostered for `handlers` to be at work if this share of rostered time is not: as many as
  /// handlers / (1 − share), rounded up to whole people.
  ///
  /// - Precondition: `shrinkage` is from 0 to less than 1.
  public static func rostered(for handlers: Int, shrinkage: Double) -> Int {
    precondition(shrinkage >= 0 && shrinkage < 1, "somebody who is rostered is at work")
    let exact = Double(handlers) / (1 - shrinkage)
    let nearest = exact.rounded()
    // A share such as 0.3 has no exact double: seven of ten at work must not take eleven.
    return Int(abs(exact - nearest) <= 1e-9 * nearest ? nearest : exact.rounded(.up))
  }
}
