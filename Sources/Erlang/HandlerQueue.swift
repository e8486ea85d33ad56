/// What is known in equilibrium of a queue that handlers answer first come, first served.
///
/// Probabilities and shares are of all offered calls unless said otherwise; times are in the unit of ``handling``.
public protocol HandlerQueue: Sendable {
  /// Mean number of handlers that would be busy were there enough of them, in erlangs.
  var load: Double { get }
  /// How many handlers answer.
  var handlers: Int { get }
  /// Mean time a handler is busy with a call.
  var handling: Double { get }
  /// Whether there is an equilibrium. Without one every figure is the limit that it grows or falls to.
  var isStable: Bool { get }
  /// The probability that a caller finds nobody free.
  var waiting: Double { get }
  /// The probability that a caller gives up.
  var abandonment: Double { get }
  /// Mean wait of all callers, zeros included, however it ends.
  var meanWait: Double { get }
  /// Mean wait of those who are answered, zeros included: the average speed of answer.
  var meanWaitOfAnswered: Double { get }
  /// Mean number of callers waiting.
  var meanQueueLength: Double { get }
  /// The share of the handlers' time in which they are busy.
  var occupancy: Double { get }
  /// The share of offered calls that are answered within a time ≥ 0.
  func serviceLevel(within time: Double) -> Double
  /// The share of answered calls that are answered within a time ≥ 0.
  func serviceLevelOfAnswered(within time: Double) -> Double
  /// The probability that a caller waits longer than a time ≥ 0, however the wait ends.
  func waiting(longerThan time: Double) -> Double
}
