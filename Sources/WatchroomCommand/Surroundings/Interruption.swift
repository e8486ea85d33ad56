import Synchronization
import Watchroom

/// What happens when somebody wants the command to end before its work is done.
///
/// Work that has something to show for what is done by then asks for ``stoppable(promise:_:)``, and ends by itself as soon as
/// it can show it. All else ends at once, and so does everything when it is asked a second time. In no case is
/// a part of a file left under its final name, nor one that was being written beside it.
///
/// What comes within a second of the first time is the same request: `timeout` signals the process and then its group,
/// and that a terminal is closed may be told by SIGHUP and SIGTERM.
final class Interruption: Sendable {
  /// How it is asked for.
  enum Cause: Int32, CaseIterable {
    /// SIGHUP: the terminal it was started in is gone, or somebody logged out.
    case hangup = 1
    /// SIGINT: somebody pressed Ctrl-C.
    case interrupt = 2
    /// SIGTERM: the system, or a scheduler, wants the process to end.
    case termination = 15

    /// How the command ends then: as a shell says of a process that such a signal ended.
    var status: ExitStatus {
      switch self {
      case .hangup: .hungUp
      case .interrupt: .interrupted
      case .termination: .terminated
      }
    }
  }

  /// How long after the first time no other counts.
  static let echo = Duration.seconds(1)

  private struct State {
    var cause: Cause?
    /// When work was stopped; nil if none was.
    var stopped: Duration?
    var stop: StopRequest?
    var promise = ""
    var farewell: (@Sendable () -> String)?
  }

  private let state = Mutex(State())
  private let elapsed: @Sendable () -> Duration

  /// Nobody has asked for it yet; `elapsed` tells the time since some fixed moment.
  init(elapsed: @escaping @Sendable () -> Duration = Interruption.clock()) { self.elapsed = elapsed }

  /// Tells the time since now, whatever the clock on the wall is set to.
  static func clock() -> @Sendable () -> Duration {
    let beginning = ContinuousClock.now
    return { ContinuousClock.now - beginning }
  }

  /// How the command ends because work was stopped; nil if none was.
  var status: ExitStatus? { state.withLock { $0.cause?.status } }

  /// Does work that ends early when asked to; `promise` says after “interrupted: ” what becomes of it then.
  func stoppable<Value, Failure: Error>(
    promise: String, _ work: (StopRequest) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let stop = StopRequest()
    state.withLock { state in
      state.stop = stop
      state.promise = promise
    }
    defer { state.withLock { $0.stop = nil } }
    return try work(stop)
  }

  /// What is to be said, after “interrupted: ”, if the command ends at once from here on; nil for what is always true.
  func say(_ farewell: (@Sendable () -> String)?) { state.withLock { $0.farewell = farewell } }

  /// Somebody wants the command to end: what to say, and with which status it must end at once; nil if it ends by
  /// itself. Nothing at all if that is no request of its own, but the first one heard again.
  func receive(_ cause: Cause) -> (message: String, status: ExitStatus?)? {
    let now = elapsed()
    return state.withLock { state in
      if let stopped = state.stopped, now - stopped < Self.echo { return nil }
      let isFirst = state.cause == nil
      state.cause = cause
      if isFirst, let stop = state.stop {
        state.stopped = now
        stop.make()
        return ("interrupted: \(state.promise); ask once more to end at once", nil)
      }
      return ("interrupted: \(state.farewell?() ?? "nothing more is written")", cause.status)
    }
  }
}
