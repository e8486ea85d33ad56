import Watchroom

/// Figures the library does not report, made of the events in the plainest way: who waits at all, for how long whatever
/// comes of it, how many wait, and how many handlers are busy for how much of the time.
struct Watcher {
  /// What became of the contacts of one channel that came inside the measured window.
  struct Channel {
    var offered = 0
    /// Those who found nobody free.
    var queued = 0
    /// The wait of everybody together, however it ended.
    var waited: Milliseconds = 0
    /// The time spent waiting inside the window by everybody together, those who came before it included.
    var queueTime: Milliseconds = 0
  }

  /// What became of the incidents of one grade that opened inside the measured window.
  struct Grade {
    var closed = 0
    var cancelled = 0
    /// From opening to the end of all incidents together.
    var open: Milliseconds = 0
  }

  /// Or an incident, with its grade for a channel.
  private struct Contact {
    var arrived: Milliseconds = 0
    var channel = 0
  }

  private let window: Range<Milliseconds>
  private(set) var channels: [Channel]
  private(set) var grades: [Grade]
  private var incidents: [UInt32: Contact] = [:]
  private var open: [UInt32: Contact] = [:]
  /// For each number of busy handlers, the time inside the window that exactly so many were.
  private(set) var busyTime: [Milliseconds] = [0]
  private var busy = 0
  private var busySince: Milliseconds = 0

  init(plan: Plan) {
    window = plan.windowStart..<plan.windowEnd
    channels = Array(repeating: Channel(), count: plan.scenario.channels.count)
    grades = Array(repeating: Grade(), count: plan.scenario.response?.grades.count ?? 0)
  }

  /// Takes note of what happened next. Knows only channels without front stages, redials and wrap-up.
  mutating func fold(_ events: Span<Event>) {
    for index in events.indices {
      let event = events[index]
      switch event.kind {
      case .contactArrived:
        open[event.subject] = Contact(arrived: event.time, channel: Int(event.resource))
        if window.contains(event.time) { channels[Int(event.resource)].offered += 1 }
      case .contactQueued:
        guard let contact = open[event.subject], window.contains(contact.arrived) else { continue }
        channels[contact.channel].queued += 1
      case .contactAnswered:
        leaveQueue(event)
        setBusy(busy + 1, at: event.time)
      case .contactAbandoned:
        leaveQueue(event)
      case .handlingEnded:
        setBusy(busy - 1, at: event.time)
      case .incidentOpened:
        guard window.contains(event.time) else { continue }
        incidents[event.subject] = Contact(arrived: event.time, channel: Int(event.detail))
      case .incidentClosed:
        guard let incident = incidents.removeValue(forKey: event.subject) else { continue }
        grades[incident.channel].closed += 1
        grades[incident.channel].open += event.time - incident.arrived
        if event.incidentEnd == .cancelled { grades[incident.channel].cancelled += 1 }
      default:
        continue
      }
    }
  }

  mutating func finish() { setBusy(busy, at: window.upperBound) }

  /// The mean of `value` of the number of busy handlers over the time of the window.
  func timeAverage(_ value: (Double) -> Double) -> Double {
    var sum = 0.0
    for (number, time) in busyTime.enumerated() { sum += value(Double(number)) * Double(time) }
    return sum / Double(window.upperBound - window.lowerBound)
  }

  /// The mean number waiting on all channels together.
  var meanQueue: Double {
    Double(channels.reduce(0) { $0 + $1.queueTime }) / Double(window.upperBound - window.lowerBound)
  }

  private mutating func leaveQueue(_ event: Event) {
    guard let contact = open.removeValue(forKey: event.subject) else { return }
    if window.contains(contact.arrived) { channels[contact.channel].waited += event.time - contact.arrived }
    channels[contact.channel].queueTime += overlap(contact.arrived, event.time)
  }

  private mutating func setBusy(_ number: Int, at time: Milliseconds) {
    busyTime[busy] += overlap(busySince, time)
    busy = number
    busySince = time
    if number == busyTime.count { busyTime.append(0) }
  }

  private func overlap(_ start: Milliseconds, _ end: Milliseconds) -> Milliseconds {
    max(0, min(end, window.upperBound) - max(start, window.lowerBound))
  }
}
