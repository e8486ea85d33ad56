import Watchroom

/// Turns the events of a run into the call records that a contact centre's own system would have kept.
///
/// Who was contained or diverted before the queue, or was still there at the end, has no record. Handlers are named by
/// their tours.
struct RecordWriter {
  private struct Contact {
    var channel = 0
    var queued: Milliseconds = 0
    var answered: Milliseconds = 0
    var agent: UInt32 = 0
  }

  static let header = "arrival,channel,wait,outcome,handling,wrapUp,agent,priority\n"

  private let plan: Plan
  private let origin: Milliseconds
  private var open: [UInt32: Contact] = [:]
  private var duties: [UInt16: UInt32] = [:]
  private(set) var text: [UInt8] = []

  init(plan: Plan) {
    self.plan = plan
    origin = plan.scenario.calendar.start - plan.scenario.calendar.warmUp
  }

  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }

  mutating func fold(_ events: Span<Event>) {
    for index in events.indices {
      let event = events[index]
      switch event.kind {
      case .contactArrived, .contactRedialled:
        open[event.subject] = Contact(channel: Int(event.resource), queued: event.time)
      case .contactDiverted:
        open[event.subject]?.channel = Int(event.resource)
      case .frontPassed:
        open[event.subject]?.queued = event.time
      case .contactContained:
        open[event.subject] = nil
      case .handlerSignedOn:
        duties[event.resource] = event.subject
      case .contactAnswered:
        open[event.subject]?.answered = event.time
        open[event.subject]?.agent = duties[event.resource] ?? 0
      case .handlingEnded:
        guard let contact = open.removeValue(forKey: event.subject) else { continue }
        write(contact, wait: contact.answered - contact.queued, handling: event.time - contact.answered, event.value)
      case .contactAbandoned:
        guard let contact = open.removeValue(forKey: event.subject) else { continue }
        write(contact, wait: event.time - contact.queued, handling: nil, 0)
      default:
        continue
      }
    }
  }

  private mutating func write(_ contact: Contact, wait: Milliseconds, handling: Milliseconds?, _ wrapUp: UInt32) {
    let channel = plan.scenario.channels[contact.channel]
    var row = Self.moment(origin + contact.queued) + "," + channel.id + "," + Self.seconds(wait)
    if let handling {
      row += ",answered," + Self.seconds(handling) + "," + Self.seconds(Milliseconds(wrapUp)) + ",h\(contact.agent),"
    } else {
      row += ",abandoned,,,,"
    }
    text += Array((row + "\(Int(channel.priority))\n").utf8)
  }

  /// An ISO 8601 moment in UTC, to the second.
  private static func moment(_ instant: Milliseconds) -> String {
    let civil = ZoneRules.utc.civilTime(at: instant)
    let second = Int(civil.timeOfDay / .second)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(civil.year)-\(two(civil.month))-\(two(civil.day))T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// Seconds with one decimal, as telephone systems export them.
  private static func seconds(_ time: Milliseconds) -> String {
    let tenths = (time + 50) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }
}
