import ContactCentre
import DiscreteEvents

/// A ``GradeSummary`` in the making, as plain memory for the recorder's loop.
///
/// Must be freed by whoever made it.
struct GradeCounter {
  /// The longest response that is in time.
  let within: Milliseconds
  /// By the local hour at which incidents opened.
  private let tallies: UnsafeMutablePointer<IncidentTally>
  /// By the hour of the window at which they opened, incidents attended in time.
  private let inTime: UnsafeMutablePointer<UInt32>
  private var responses = SampleCounter()
  private var backlog = Backlog()

  init(within: Milliseconds, slots: Int) {
    self.within = within
    tallies = .allocate(capacity: ArrivalClock.hours)
    tallies.initialize(repeating: IncidentTally(), count: ArrivalClock.hours)
    inTime = .allocate(capacity: slots)
    inTime.initialize(repeating: 0, count: slots)
  }

  func free() {
    tallies.deallocate()
    inTime.deallocate()
    responses.free()
  }

  /// Whether the response to an attended incident was in time.
  func isInTime(_ incident: OpenIncident) -> Bool { incident.attended &- incident.clockStarted <= within }

  /// Counts an incident of the window that is over, or was open when the run ended (`end` is nil). Whether its response
  /// was in time; nil if it was not attended.
  mutating func add(_ incident: OpenIncident, end: IncidentEnd?) -> Bool? {
    let tally = tallies + Int(incident.slot) % ArrivalClock.hours
    tally.pointee.opened &+= 1
    guard incident.attended != OpenIncident.never else {
      tally.pointee.cancelled &+= end == .cancelled ? 1 : 0
      tally.pointee.resolved &+= end == .resolved ? 1 : 0
      return nil
    }
    let response = incident.attended &- incident.clockStarted
    let isInTime = isInTime(incident)
    tally.pointee.attended &+= 1
    tally.pointee.attendedInTime &+= isInTime ? 1 : 0
    inTime[Int(incident.slot)] &+= isInTime ? 1 : 0
    tally.pointee.responded &+= UInt128(UInt64(bitPattern: response))
    responses.add(response)
    return isInTime
  }

  /// How many incidents that opened in one hour of the window, and are over, were attended in time.
  func attendedInTime(openedIn slot: Int) -> Int { Int(inTime[slot]) }

  /// Counts an incident that opened at any time at the midnights at which it waited with its present grade until `end`.
  mutating func addBacklog(_ midnights: Midnights, _ incident: OpenIncident, until end: Milliseconds) {
    let from = max(incident.waitsSince, incident.gradedSince)
    midnights.add(since: incident.waitsSince, from: from, until: end, to: &backlog)
  }

  /// What has been counted, at so many midnights.
  func summary(midnights: Int) -> GradeSummary {
    var summary = GradeSummary()
    for hour in 0..<ArrivalClock.hours {
      summary.byHour[hour] = tallies[hour]
      summary.total.merge(tallies[hour])
    }
    summary.response = responses.histogram
    summary.backlog = backlog
    summary.backlog.midnights = UInt64(midnights)
    return summary
  }
}
