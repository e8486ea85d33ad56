import ContactCentre
import DiscreteEvents

/// How often and how long teams helped by one surge rule, inside the window.
public struct SurgeSummary: Sendable, Equatable {
  /// How often they began to.
  public internal(set) var times: UInt64 = 0
  /// How long they did, all times together.
  public internal(set) var lasted: Milliseconds = 0

  mutating func merge(_ other: SurgeSummary) {
    times += other.times
    lasted += other.lasted
  }
}

/// ``SurgeSummary``s in the making.
struct SurgeTimes {
  private let windowStart: Milliseconds
  private let windowEnd: Milliseconds
  private var summaries: [SurgeSummary]
  /// When each began that lasts.
  private var since: [Milliseconds?]

  init(plan: Plan) {
    windowStart = plan.windowStart
    windowEnd = plan.windowEnd
    summaries = Array(repeating: SurgeSummary(), count: plan.scenario.surges.count)
    since = Array(repeating: nil, count: summaries.count)
  }

  mutating func begin(_ event: Event) {
    guard Int(event.resource) < summaries.count else { return }
    since[Int(event.resource)] = event.time
    if event.time >= windowStart, event.time < windowEnd { summaries[Int(event.resource)].times += 1 }
  }

  mutating func end(_ event: Event) {
    guard Int(event.resource) < summaries.count else { return }
    close(Int(event.resource), at: event.time)
  }

  /// What it came to if the run ended at `end`.
  func finished(at end: Milliseconds) -> [SurgeSummary] {
    var copy = self
    for number in summaries.indices { copy.close(number, at: end) }
    return copy.summaries
  }

  private mutating func close(_ number: Int, at time: Milliseconds) {
    guard let begun = since[number] else { return }
    since[number] = nil
    summaries[number].lasted += max(0, min(time, windowEnd) - max(begun, windowStart))
  }
}
