import Dispatch
import Foundation

extension Interruption {
  /// Heeds signals of this process for as long as what it returns is kept.
  func listen(_ surroundings: Surroundings) -> [any DispatchSourceSignal] {
    let queue = DispatchQueue(label: "watchroom.signals")
    return Cause.allCases.compactMap { cause in
      var action = sigaction()
      // Who started it in the background, or under nohup, may not want it to be interrupted.
      guard sigaction(cause.rawValue, nil, &action) == 0, !action.isIgnoring else { return nil }
      signal(cause.rawValue, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: cause.rawValue, queue: queue)
      source.setEventHandler { [self] in
        let (message, status) = receive(cause)
        // Whatever progress stands on the terminal stays, and this goes below.
        if surroundings.progressWidth != nil { try? surroundings.errors.write("\n") }
        Diagnostics(surroundings).note(message, about: "watchroom")
        guard let status else { return }
        OpenDrafts.removeAll()
        _exit(status.rawValue)
      }
      source.activate()
      return source
    }
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
