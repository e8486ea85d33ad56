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
  private var responses = SampleCounter()
  private var backlog = Backlog()

  init(within: Milliseconds) {
    self.within = within
    tallies = .allocate(capacity: ArrivalClock.hours)
    tallies.initialize(repeating: IncidentTally(), count: ArrivalClock.hours)
  }

  func free() {
    tallies.deallocate()
    responses.free()
  }

  /// Counts an incident of the window that is over, or was open when the run ended (`end` is nil). Whether its response
  /// was in time; nil if it was not attended.
  mutating func add(_ incident: OpenIncident, end: IncidentEnd?) -> Bool? {
    let tally = tallies + Int(incident.hour)
    tally.pointee.opened &+= 1
    guard incident.attended != OpenIncident.never else {
      tally.pointee.cancelled &+= end == .cancelled ? 1 : 0
      tally.pointee.resolved &+= end == .resolved ? 1 : 0
      return nil
    }
    let response = incident.attended &- incident.clockStarted
    let isInTime = response <= within
    tally.pointee.attended &+= 1
    tally.pointee.attendedInTime &+= isInTime ? 1 : 0
    tally.pointee.responded &+= UInt128(UInt64(bitPattern: response))
    responses.add(response)
    return isInTime
  }

  /// Counts an incident that opened at any time at the midnights it waited at until `end`.
  mutating func addBacklog(_ midnights: Midnights, opened: Milliseconds, until end: Milliseconds) {
    midnights.add(since: opened, until: end, to: &backlog)
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
