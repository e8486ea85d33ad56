import ContactCentre
import DiscreteEvents

/// The local midnights after the start of the measured window, its end included, and what waited at them.
///
/// Must be freed by whoever made it.
struct Midnights {
  /// How many there are.
  let count: Int
  /// They themselves, earliest first, since the first instant of the run.
  private let instants: UnsafeMutablePointer<Milliseconds>
  /// By place, the sum of those before it; one more than there are midnights.
  private let sums: UnsafeMutablePointer<Milliseconds>

  init(plan: Plan) {
    let zone = plan.scenario.calendar.zone
    let first = zone.civilTime(at: plan.origin + plan.windowStart).dayNumber
    let last = zone.civilTime(at: plan.origin + plan.windowEnd).dayNumber
    // A date begins when its midnight is shown first; where clocks skip midnight, when they do.
    let all = (first...max(first, last)).map { zone.instant(of: CivilTime(dayNumber: $0)) - plan.origin }
      .filter { $0 > plan.windowStart && $0 <= plan.windowEnd }
    count = all.count
    instants = .allocate(capacity: all.count)
    _ = UnsafeMutableBufferPointer(start: instants, count: all.count).initialize(from: all)
    sums = .allocate(capacity: all.count + 1)
    sums.initialize(repeating: 0, count: all.count + 1)
    for (index, instant) in all.enumerated() { sums[index + 1] = sums[index] + instant }
  }

  func free() {
    instants.deallocate()
    sums.deallocate()
  }

  /// Adds to `backlog` what has waited since `began` and is counted there at midnights after `from`, which is not before,
  /// and until `end`: an incident, a contact. O(log midnights).
  func add(since began: Milliseconds, from: Milliseconds, until end: Milliseconds, to backlog: inout Backlog) {
    let first = countUpTo(from)
    let last = countUpTo(end)
    guard first < last else { return }
    let waits = last - first
    backlog.waited &+= UInt64(waits)
    backlog.age &+= UInt128(UInt64(sums[last] - sums[first] - Milliseconds(waits) * began))
    backlog.oldest = max(backlog.oldest, instants[last - 1] - began)
  }

  /// How many of them are not after `time`.
  private func countUpTo(_ time: Milliseconds) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if instants[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
