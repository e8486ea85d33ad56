import Synchronization

/// Which runs of several experiments are still to be begun, handed out in their order.
///
/// Asked to stop, it hands out no more than makes whole the replications begun: so what is done is always the first
/// replications, of every experiment, and what comes of them is the result of experiments of so many. Until enough
/// replications are done for a result nothing is worth finishing, and what is under way is given up.
final class RunQueue: Sendable {
  private struct State {
    var next: Int
    var end: Int
    /// How many runs are done.
    var done = 0
    var isStopping = false
    var isGivenUp = false
  }

  private let state: Mutex<State>
  private let stop: StopRequest?
  /// How many runs make a replication: one of each experiment.
  private let width: Int
  /// How many runs must be done for a result.
  private let least: Int

  /// The runs of `runs`, of which `least` must be done for a result.
  init(_ runs: Range<Int>, width: Int, least: Int, stop: StopRequest?) {
    state = Mutex(State(next: runs.lowerBound, end: runs.upperBound))
    self.width = width
    self.least = least
    self.stop = stop
  }

  /// The next run to begin; nil if there is none.
  func take() -> Int? {
    state.withLock { state in
      heed(&state)
      guard state.next < state.end else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Whether the runs under way are to be given up. Asked between blocks of their events.
  func givesUp() -> Bool {
    guard stop?.wasMade ?? false else { return false }
    return state.withLock { state in
      heed(&state)
      return state.isGivenUp
    }
  }

  /// Takes note that a run is over; whether it counts.
  func finish() -> Bool {
    state.withLock { state in
      state.done += 1
      return !state.isGivenUp
    }
  }

  /// One more than the number of the last replication that is done, asked when no run is under way any more; nil if all
  /// were given up.
  func end() -> Int? { state.withLock { $0.isGivenUp ? nil : $0.end / width } }

  private func heed(_ state: inout State) {
    guard !state.isStopping, stop?.wasMade ?? false else { return }
    state.isStopping = true
    state.isGivenUp = state.done < least
    state.end = state.isGivenUp ? state.next : min(state.end, (state.next + width - 1) / width * width)
  }
}
