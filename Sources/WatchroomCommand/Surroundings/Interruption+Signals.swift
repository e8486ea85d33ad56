import Dispatch
import Foundation

extension Interruption {
  /// Heeds signals of this process for as long as what it returns is kept.
  ///
  /// Sources are registered in other threads, some hundredths of a second later. What is sent by then is not lost: see
  /// ``hold(_:until:)``.
  func listen(_ surroundings: Surroundings) -> [any DispatchSourceSignal] {
    let queue = DispatchQueue(label: "watchroom.signals")
    return Cause.allCases.compactMap { cause in
      var action = sigaction()
      // Who started it in the background, or under nohup, may not want it to be interrupted.
      guard sigaction(cause.rawValue, nil, &action) == 0, !action.isIgnoring else { return nil }
      let source = DispatchSource.makeSignalSource(signal: cause.rawValue, queue: queue)
      source.setEventHandler { [self] in
        let (message, status) = receive(cause)
        // Whatever progress stands on the terminal stays, and this goes below.
        if surroundings.progressWidth != nil { try? surroundings.errors.write("\n") }
        surroundings.note(message, about: "watchroom")
        guard let status else { return }
        OpenDrafts.removeAll()
        _exit(status.rawValue)
      }
      Self.hold(cause, until: source)
      source.activate()
      return source
    }
  }

  /// Sees to it that a signal is never passed over, and no longer ends the process by itself once `source` heeds it.
  private static func hold(_ cause: Cause, until source: any DispatchSourceSignal) {
    #if canImport(Darwin)
      // There a source sees signals only as they are sent, so one that comes before it does what it does to any process.
      source.setRegistrationHandler { signal(cause.rawValue, SIG_IGN) }
    #else
      // Here it reads what waits to be delivered. Blocked in the first thread, and so in all that this one begins, a signal
      // waits for it.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, cause.rawValue)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
    #endif
  }
}

extension sigaction {
  /// Whether the signal is passed over.
  fileprivate var isIgnoring: Bool {
    #if canImport(Darwin)
      unsafeBitCast(__sigaction_u.__sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #else
      unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #endif
  }
}
