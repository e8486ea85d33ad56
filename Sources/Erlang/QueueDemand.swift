/// The calls that one queue is offered, and how many handlers they take.
///
/// Arrivals are Poisson, handling and patience exponential. All times are in one unit, whichever that is.
public struct QueueDemand: Equatable, Sendable {
  /// How many calls arrive in ``period``.
  public let calls: Double
  /// How long that takes.
  public let period: Double
  /// Mean time a handler is busy with a call.
  public let handling: Double
  /// Mean time a caller would wait before giving up; nil if nobody gives up.
  public let patience: Double?

  /// The greatest ``load`` for which handlers are counted: more than any contact centre has.
  public static let greatestLoad = 1_000_000.0

  /// A demand.
  ///
  /// - Precondition: every number is more than 0 and finite.
  public init(calls: Double, per period: Double, handling: Double, patience: Double? = nil) {
    Erlangs.require(positive: calls, period, handling, patience ?? 1)
    self.calls = calls
    self.period = period
    self.handling = handling
    self.patience = patience
  }

  /// Mean number of handlers that would be busy were there enough of them, in erlangs.
  public var load: Double { calls * handling / period }

  /// The queue that this many handlers answer: ``ErlangA``, or ``ErlangC`` if nobody gives up.
  ///
  /// - Precondition: there is a handler at least, and ``load`` is more than 0 and finite.
  public func queue(handlers: Int) -> any HandlerQueue {
    guard let patience else { return ErlangC(load: load, handlers: handlers, handling: handling) }
    return ErlangA(load: load, handlers: handlers, handling: handling, patience: patience)
  }

  /// The fewest handlers that reach every one of `goals`.
  ///
  /// Another handler never makes a figure worse, so this looks for the border between failure and success: outwards from
  /// the square-root rule, load + √load, in growing steps, and then by halving. O(answer × log answer).
  ///
  /// - Precondition: each goal is attainable, as ``StaffingGoal`` says, and ``load`` is ``greatestLoad`` at most.
  public func fewestHandlers(meeting goals: [StaffingGoal]) -> Int {
    Erlangs.require(countable: load)
    precondition(goals.allSatisfy(\.isAttainable), "no number of handlers is enough")
    func isEnough(_ handlers: Int) -> Bool {
      let queue = queue(handlers: handlers)
      return goals.allSatisfy { $0.isMet(by: queue) }
    }
    var tooFew = 0
    var enough = max(1, Int((load + load.squareRoot()).rounded(.up)))
    var step = max(1, Int(load.squareRoot()))
    if isEnough(enough) {
      while enough - step > tooFew {
        guard isEnough(enough - step) else {
          tooFew = enough - step
          break
        }
        enough -= step
        step *= 2
      }
    } else {
      repeat {
        tooFew = enough
        enough += step
        step *= 2
      } while !isEnough(enough)
    }
    while enough - tooFew > 1 {
      let middle = tooFew + (enough - tooFew) / 2
      if isEnough(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }
}
