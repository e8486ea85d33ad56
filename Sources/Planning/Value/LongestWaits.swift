import ContactCentre
import DiscreteEvents

/// How long contacts of each channel waited at most in one run.
///
/// A wait is the time from when a contact was offered on the channel until it was answered, gave up or left for another
/// channel; of contacts still waiting, until the run ended. So it is known what lay over, whatever was said of patience.
struct LongestWaits {
  /// By place of the channel in the scenario; 0 if nobody waited.
  private(set) var byChannel: [Milliseconds]
  /// The contacts that wait now, by number.
  private var waiting: [UInt32: (channel: Int, since: Milliseconds)] = [:]

  /// Nobody has waited yet on any of so many channels.
  init(channels: Int) {
    byChannel = Array(repeating: 0, count: channels)
  }

  /// Takes note of what happened next. O(events).
  mutating func note(_ events: Span<Event>) {
    for index in events.indices {
      let event = events[index]
      switch event.kind {
      case .contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred:
        waiting[event.subject] = (Int(event.resource), event.time)
      case .contactDiverted:
        endWait(of: event)
        waiting[event.subject] = (Int(event.resource), event.time)
      case .contactAnswered, .contactAbandoned, .contactContained:
        endWait(of: event)
      default:
        continue
      }
    }
  }

  /// Whoever waits still has waited until the end of the run.
  mutating func finish(at end: Milliseconds) {
    for (channel, since) in waiting.values { count(end - since, on: channel) }
    waiting = [:]
  }

  private mutating func endWait(of event: Event) {
    guard let (channel, since) = waiting.removeValue(forKey: event.subject) else { return }
    count(event.time - since, on: channel)
  }

  private mutating func count(_ wait: Milliseconds, on channel: Int) {
    byChannel[channel] = max(byChannel[channel], wait)
  }
}
