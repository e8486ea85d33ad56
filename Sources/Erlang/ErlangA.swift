import DiscreteEvents

/// The queue M/M/n+M: Poisson arrivals, exponential handling, and callers who give up after an exponential patience.
///
/// Sources: C. Palm, "Research on telephone traffic carried by full availability groups", 1957; F. Baccelli and
/// G. Hebuterne, "On queues with impatient customers", 1981; A. Mandelbaum and S. Zeltyn, "Service engineering in action: the
/// Palm/Erlang-A queue", 2007.
///
/// The number of calls present is a birth–death process. Its balance below n is ``ErlangB``'s, and its sum from n on has
/// a closed form as an integral, that of the density of the time a caller of endless patience would wait
/// (``OfferedWait``); so the cost does not grow with the length of the queue. The tests hold every figure to 10⁻¹¹ of the
/// balance summed one number at a time (service levels absolutely, the rest of their value) for loads to 400 and
/// patience of 0.003 to 250 handling times, and to 10⁻⁹ for a load of 10,000; what was measured is ten times nearer.
public struct ErlangA: HandlerQueue {
  /// Mean number of handlers that would be busy were there enough of them, in erlangs.
  public let load: Double
  /// How many handlers answer.
  public let handlers: Int
  /// Mean time a handler is busy with a call; its unit is that of all times.
  public let handling: Double
  /// Mean time a caller who is not answered would wait before giving up.
  public let patience: Double
  /// The probability that a caller finds nobody free.
  public let waiting: Double
  /// The probability that a caller gives up.
  public let abandonment: Double
  /// Mean wait of those who are answered, zeros included.
  public let meanWaitOfAnswered: Double
  /// The share of the handlers' time in which they are busy, from the balance of the numbers present.
  public let occupancy: Double

  private let offeredWait: OfferedWait
  /// The probability that a caller finds somebody free; 1 − ``waiting`` without the cancellation.
  private let answeredAtOnce: Double

  /// The equilibrium of `handlers` under a `load`. O(handlers), and some thousand exponentials.
  ///
  /// - Precondition: there is a handler at least; load, handling and patience are more than 0 and finite.
  public init(load: Double, handlers: Int, handling: Double, patience: Double) {
    Erlangs.require(handlers: handlers)
    Erlangs.require(positive: load, handling, patience)
    self.load = load
    self.handlers = handlers
    self.handling = handling
    self.patience = patience
    offeredWait = OfferedWait(load: load, handlers: Double(handlers), impatience: handling / patience)

    // In units of the probability of n − 1 present, those of fewer than n come to 1 / B(n − 1), and of n or more to
    // load × the integral of the density. Both times B, so that neither can overflow.
    let fewer = ErlangB(load: load, lines: handlers - 1)
    let free = offeredWait.densityAtZero
    let busy = load * offeredWait.total * fewer.blocking
    waiting = busy / (free + busy)
    answeredAtOnce = free / (free + busy)
    abandonment = waiting * offeredWait.abandoning / offeredWait.total
    let answeredLater = waiting * offeredWait.answered / offeredWait.total
    meanWaitOfAnswered =
      handling * waiting * offeredWait.waitOfAnswered / offeredWait.total / (answeredAtOnce + answeredLater)
    occupancy = waiting + answeredAtOnce * fewer.carriedLoad / Double(handlers)
  }

  /// There is an equilibrium whatever the load: a queue that grows loses more callers.
  public var isStable: Bool { true }

  /// Mean wait of all callers: each unit of waiting time is a chance of 1 / ``patience`` to give up.
  public var meanWait: Double { abandonment * patience }

  /// Mean number of callers waiting, by Little's law.
  public var meanQueueLength: Double { load * (meanWait / handling) }

  /// The share of offered calls that are answered within `time`.
  public func serviceLevel(within time: Double) -> Double {
    Erlangs.require(time: time)
    return answeredAtOnce + waiting * offeredWait.answered(within: time / handling) / offeredWait.total
  }

  /// The share of answered calls that are answered within `time`.
  public func serviceLevelOfAnswered(within time: Double) -> Double {
    let answered = answeredAtOnce + waiting * offeredWait.answered / offeredWait.total
    return min(serviceLevel(within: time) / answered, 1)
  }

  /// The probability of a wait longer than `time`: neither a handler nor the end of patience came before.
  public func waiting(longerThan time: Double) -> Double {
    Erlangs.require(time: time)
    return waiting * PortableMath.exp(-time / patience) * offeredWait.tail(from: time / handling) / offeredWait.total
  }
}
