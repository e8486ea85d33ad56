import Foundation

extension Interruption {
  /// Heeds signals of this process for as long as what it returns is kept.
  ///
  /// Sources are registered in other threads, some hundredths of a second later. What is sent by then is not lost: see
  /// ``hold(_:)``.
  func listen(_ surroundings: Surroundings) -> [any DispatchSourceSignal] {
    let queue = DispatchQueue(label: "watchroom.signals")
    let causes = Cause.allCases.filter { cause in
      var action = sigaction()
      // Who started it in the background, or under nohup, may not want it to be interrupted.
      return sigaction(cause.rawValue, nil, &action) == 0 && !action.isIgnoring
    }
    Self.hold(causes)
    return causes.map { cause in
      let source = DispatchSource.makeSignalSource(signal: cause.rawValue, queue: queue)
      source.setEventHandler { [self] in
        guard let (message, status) = receive(cause) else { return }
        // First of all, so that what is said is true: a thread that is about to write a file waits here until the end.
        if status != nil { OpenDrafts.removeAllForGood() }
        // Whatever progress stands on the terminal stays, and this goes below.
        if surroundings.progressWidth != nil { try? surroundings.errors.write("\n") }
        surroundings.note(message, about: "watchroom")
        if let status { _exit(status.rawValue) }
      }
      #if canImport(Darwin)
        // There a source sees signals only as they are sent, so one that comes before it does what it does to any process.
        source.setRegistrationHandler { signal(cause.rawValue, SIG_IGN) }
      #endif
      source.activate()
      return source
    }
  }

  /// Sees to it that no signal is passed over, nor ends the process by itself, before there is a source that heeds it.
  private static func hold(_ causes: [Cause]) {
    #if !canImport(Darwin)
      // A source reads what waits to be delivered. Blocked in the first thread, and so in all that this one begins, a
      // signal waits for it. All of them before the first source, with which a thread begins: one that blocks some alone
      // would have the others end the process there and then.
      var signals = sigset_t()
      sigemptyset(&signals)
      for cause in causes { sigaddset(&signals, cause.rawValue) }
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
