import Synchronization
import Watchroom

/// One line on a terminal that says how far the work is, and is gone when it is done.
///
/// Uses carriage returns and spaces only, so that it works in any terminal. Safe to call from several threads.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var total: Int?
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

  /// A line about `total` replications, or what else `noun` says, drawn at once; or if nobody knows how many there will be,
  /// one that counts them, drawn with the first. Nil if there is no terminal to draw it on.
  init?(_ surroundings: Surroundings, total: Int?, noun: String = "replication") {
    guard let width = surroundings.progressWidth else { return nil }
    output = surroundings.errors
    self.width = width
    self.noun = noun
    state = Mutex(State(total: total))
    elapsed = surroundings.elapsed
    beginning = elapsed()
    if total != nil { show(done: 0) }
  }

  /// Says that `done` are done; ignored if more were said to be, as reports of several threads may cross. There are `total`
  /// from now on, if that has changed.
  func show(done: Int, of total: Int? = nil) {
    state.withLock { state in
      let now = elapsed()
      state.done = max(state.done, done)
      if let total { state.total = max(state.total ?? 0, total) }
      if let last = state.lastDrawn, now - last < Self.pause { return }
      state.lastDrawn = now
      // The last column stays free: some terminals go on to the next line when it is written to.
      let text = String(text(state, after: now - beginning).prefix(width - 1))
      let blank = String(repeating: " ", count: max(0, state.drawnWidth - text.count))
      state.drawnWidth = text.count
      try? output.write("\r\(text)\(blank)")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      guard state.drawnWidth > 0 else { return }
      let blank = String(repeating: " ", count: state.drawnWidth)
      state.drawnWidth = 0
      try? output.write("\r\(blank)\r")
    }
  }

  private func text(_ state: State, after time: Duration) -> String {
    let done = state.done
    guard let total = state.total else { return Quantity.counted(done, noun) }
    let filled = Self.barWidth * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
    let text = "[\(bar)] \(done) of \(Quantity.counted(total, noun)), \(100 * done / total)%"
    guard done > 0, done < total else { return text }
    let seconds = (time / done * (total - done)).components.seconds
    return "\(text), \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left"
  }
}
