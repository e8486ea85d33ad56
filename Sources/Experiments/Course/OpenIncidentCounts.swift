import ContactCentre

/// How many incidents of each grade are open, by their events: there may be too many to look at each of them again and
/// again.
struct OpenIncidentCounts: Sendable {
  private struct Incident {
    var grade: Int
    var isAttended: Bool
  }

  private var incidents: [UInt32: Incident] = [:]
  /// By grade, how many incidents are open to which no unit has come.
  private(set) var unattended: [Int]
  /// By grade, how many incidents are open to which a unit has come.
  private(set) var attended: [Int]

  /// No incident is open.
  init(gradeCount: Int) {
    unattended = Array(repeating: 0, count: gradeCount)
    attended = unattended
  }

  /// Takes note of what happened next. O(1).
  mutating func note(_ event: Event) {
    switch event.rawKind {
    case EventKind.incidentOpened.rawValue:
      set(event.subject, Incident(grade: Int(event.detail), isAttended: false))
    case EventKind.incidentRegraded.rawValue:
      guard let incident = incidents[event.subject] else { return }
      set(event.subject, Incident(grade: Int(event.detail), isAttended: incident.isAttended))
    case EventKind.unitAtScene.rawValue:
      guard let incident = incidents[event.subject], !incident.isAttended else { return }
      set(event.subject, Incident(grade: incident.grade, isAttended: true))
    case EventKind.incidentClosed.rawValue:
      set(event.subject, nil)
    default:
      return
    }
  }

  private mutating func set(_ number: UInt32, _ incident: Incident?) {
    if let former = incidents[number] { count(former, -1) }
    if let incident { count(incident, 1) }
    incidents[number] = incident
  }

  private mutating func count(_ incident: Incident, _ change: Int) {
    guard incident.grade < unattended.count else { return }
    if incident.isAttended { attended[incident.grade] += change } else { unattended[incident.grade] += change }
  }
}
