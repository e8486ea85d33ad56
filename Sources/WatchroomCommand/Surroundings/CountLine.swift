import Synchronization

/// One line on a terminal that counts what has been done where nobody knows how much there will be, and is gone in the end.
///
/// Safe to call from several threads.
final class CountLine: Sendable {
  private struct State {
    var most = 0
    var lastDrawn: Duration?
    var drawnWidth = 0
  }

  private static let pause = Duration.milliseconds(100)

  private let output: any TextOutput
  private let elapsed: @Sendable () -> Duration
  private let noun: String
  private let state = Mutex(State())

  /// A line that counts `noun`; nil if there is no terminal to draw it on.
  init?(_ surroundings: Surroundings, noun: String) {
    guard surroundings.progressWidth != nil else { return nil }
    output = surroundings.errors
    elapsed = surroundings.elapsed
    self.noun = noun
  }

  /// Says that `count` are done; ignored if more were said to be.
  func show(_ count: Int) {
    state.withLock { state in
      let now = elapsed()
      state.most = max(state.most, count)
      if let last = state.lastDrawn, now - last < Self.pause { return }
      state.lastDrawn = now
      let text = "\(state.most) \(noun)"
      state.drawnWidth = max(state.drawnWidth, text.count)
      try? output.write("\r\(text)")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      guard state.drawnWidth > 0 else { return }
      try? output.write("\r\(String(repeating: " ", count: state.drawnWidth))\r")
      state.drawnWidth = 0
    }
  }
}
