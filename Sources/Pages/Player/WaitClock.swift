import ContactCentre
import DiscreteEvents

/// How long contacts have waited, by the rule of `Recorder`: time in the queue, and in stages before it that count.
struct WaitClock {
  private struct Wait {
    var counted: Milliseconds = 0
    var joined: Milliseconds
  }

  private let channels: [Channel]
  private var waits: [UInt32: Wait] = [:]
  private var channel: [UInt32: Int] = [:]

  init(_ channels: [Channel]) { self.channels = channels }

  /// Takes note of what happened next.
  mutating func note(_ event: Event) {
    switch event.kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactDiverted, .contactTransferred,
      .contactFollowedUp:
      waits[event.subject] = Wait(joined: event.time)
      channel[event.subject] = Int(event.resource)
    case .frontStageEntered:
      guard let channel = channel[event.subject], Int(event.detail) < channels[channel].front.count,
        channels[channel].front[Int(event.detail)].counts
      else { return }
      waits[event.subject]?.counted += Milliseconds(event.value)
    case .frontPassed:
      waits[event.subject]?.joined = event.time
    default:
      return
    }
  }

  /// Whether a contact answered at `time` was answered in time; false without a target, and of a deferred channel, where
  /// it is the end of the work that is in time or not.
  func isInTime(_ number: UInt32, channel: Int, at time: Milliseconds) -> Bool {
    guard let wait = waits[number], let target = channels[channel].target, !channels[channel].kind.isDeferred else {
      return false
    }
    return time - wait.joined + wait.counted <= target.within
  }

  /// How long a contact had waited already when it joined the queue, in milliseconds: its time in stages before it that count.
  func counted(_ number: UInt32) -> Milliseconds { waits[number]?.counted ?? 0 }

  /// A contact is over.
  mutating func forget(_ number: UInt32) {
    waits[number] = nil
    channel[number] = nil
  }
}
