import Synchronization

/// One line on a terminal that says how far the work is, and is gone when it is done.
///
/// Uses carriage returns and spaces only, so that it works in any terminal. Safe to call from several threads.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var total: Int
    var lastDrawn: Duration?
    var drawnWidth = 0
  }

  private static let pause = Duration.milliseconds(100)
  private static let barWidth = 20

  private let output: any TextOutput
  private let width: Int
  private let noun: String
  private let elapsed: @Sendable () -> Duration
  private let beginning: Duration
  private let state: Mutex<State>

  /// A line about `total` replications, or what else `noun` says, drawn at once; nil if there is no terminal to draw it on.
  init?(_ surroundings: Surroundings, total: Int, noun: String = "replication") {
    guard let width = surroundings.progressWidth else { return nil }
    output = surroundings.errors
    self.width = width
    self.noun = noun
    state = Mutex(State(total: total))
    elapsed = surroundings.elapsed
    beginning = elapsed()
    show(done: 0)
  }

  /// Says that `done` replications are done; ignored if more were said to be, as reports of several threads may cross.
  /// There are `total` from now on, if that has changed.
  func show(done: Int, of total: Int? = nil) {
    state.withLock { state in
      let now = elapsed()
      state.done = max(state.done, done)
      state.total = max(state.total, total ?? 0)
      if let last = state.lastDrawn, now - last < Self.pause { return }
      state.lastDrawn = now
      // The last column stays free: some terminals go on to the next line when it is written to.
      let text = String(text(done: state.done, of: state.total, after: now - beginning).prefix(width - 1))
      let blank = String(repeating: " ", count: max(0, state.drawnWidth - text.count))
      state.drawnWidth = text.count
      try? output.write("\r\(text)\(blank)")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      let blank = String(repeating: " ", count: state.drawnWidth)
      state.drawnWidth = 0
      try? output.write("\r\(blank)\r")
    }
  }

  private func text(done: Int, of total: Int, after time: Duration) -> String {
    let filled = Self.barWidth * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
    var text = "[\(bar)] \(done) of \(total) \(noun)\(total == 1 ? "" : "s"), \(100 * done / total)%"
    if done > 0, done < total {
      let left = time / done * (total - done)
      let seconds = left.components.seconds
      let padding = seconds % 60 < 10 ? "0" : ""
      text += ", \(seconds / 60):\(padding)\(seconds % 60) left"
    }
    return text
  }
}
