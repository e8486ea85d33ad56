import DiscreteEvents

/// The queue M/M/n: Poisson arrivals, exponential handling, and callers who wait as long as it takes.
///
/// Source: A. K. Erlang, 1917, as ``ErlangB``. Nobody gives up, so with too few handlers the queue grows without end:
/// see ``isStable``. Everything is O(1) but the making, and nothing overflows; errors as those of ``ErlangB``, but near the
/// limit of stability those of n − load tell.
public struct ErlangC: HandlerQueue, Equatable {
  /// Mean number of busy handlers, in erlangs.
  public let load: Double
  /// How many handlers answer.
  public let handlers: Int
  /// Mean time a handler is busy with a call; its unit is that of all times.
  public let handling: Double
  /// The probability that a caller finds nobody free; 1 if the queue grows without end.
  public let waiting: Double

  /// The equilibrium of `handlers` under a `load`. O(handlers).
  ///
  /// - Precondition: there is a handler at least; load and handling are more than 0 and finite.
  public init(load: Double, handlers: Int, handling: Double) {
    Erlangs.require(handlers: handlers)
    Erlangs.require(positive: load, handling)
    self.load = load
    self.handlers = handlers
    self.handling = handling
    let spare = Double(handlers) - load
    let blocking = ErlangB(load: load, lines: handlers).blocking
    waiting = spare > 0 ? Double(handlers) * blocking / (spare + load * blocking) : 1
  }

  /// The fewest handlers with which the queue does not grow without end.
  ///
  /// - Precondition: the load is more than 0, and ``QueueDemand/greatestLoad`` at most.
  public static func fewestStableHandlers(load: Double) -> Int {
    Erlangs.require(countable: load)
    return Int(load.rounded(.down)) + 1
  }

  /// Whether there are more handlers than erlangs of load.
  public var isStable: Bool { load < Double(handlers) }

  /// Nobody gives up.
  public var abandonment: Double { 0 }

  /// Mean wait of all callers; infinite if the queue grows without end.
  public var meanWait: Double { isStable ? waiting * handling / (Double(handlers) - load) : .infinity }

  /// Mean wait of those who are answered, who are all.
  public var meanWaitOfAnswered: Double { meanWait }

  /// Mean number of callers waiting, by Little's law; infinite if the queue grows without end.
  public var meanQueueLength: Double { load * (meanWait / handling) }

  /// The share of the handlers' time in which they are busy.
  public var occupancy: Double { min(load / Double(handlers), 1) }

  /// The share of calls that are answered within `time`; 0 if the queue grows without end.
  public func serviceLevel(within time: Double) -> Double { 1 - waiting(longerThan: time) }

  /// The same, as all are answered.
  public func serviceLevelOfAnswered(within time: Double) -> Double { serviceLevel(within: time) }

  /// The probability of a wait longer than `time`: who waits at all waits an exponential time.
  public func waiting(longerThan time: Double) -> Double {
    Erlangs.require(time: time)
    return isStable ? waiting * PortableMath.exp((load - Double(handlers)) * (time / handling)) : 1
  }
}
