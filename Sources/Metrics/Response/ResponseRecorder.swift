import ContactCentre
import DiscreteEvents

/// Makes figures of the events of incidents and units.
///
/// - An incident belongs to the hour and the window in which it *opened*, and counts once it is over, or the run is,
///   under the grade it then has.
/// - At a midnight it waits under the grade it has at that midnight, be that not its last.
/// - The response clock starts where the scenario says, of an incident attended by appointment at the hour of that, and
///   stops when the first unit arrives. That unit's hub attended it, whoever comes later, and also if that unit is called
///   away again.
/// - Times of units are those inside the window.
///
/// Allocates nothing once the tables of open incidents and units have reached their size. Must be freed by whoever made
/// it.
struct ResponseRecorder {
  private let clockStart: Response.Clock
  private var clock: ArrivalClock
  private let midnights: Midnights
  private var coming = ComingIncidents()
  private var incidents = TableByNumber<OpenIncident>()
  private var units: UnitTimes
  private let gradeCount: Int
  /// One more than the scenario has; the last is for numbers it does not know.
  private let grades: UnsafeMutablePointer<GradeCounter>

  init(_ response: Response, plan: Plan) {
    clockStart = response.clock
    clock = ArrivalClock(plan: plan)
    midnights = Midnights(plan: plan)
    units = UnitTimes(plan: plan, hubCount: response.hubs.count)
    gradeCount = response.grades.count
    grades = .allocate(capacity: gradeCount + 1)
    for (index, grade) in response.grades.enumerated() {
      (grades + index).initialize(to: GradeCounter(within: grade.within, slots: clock.slots))
    }
    (grades + gradeCount).initialize(to: GradeCounter(within: 0, slots: clock.slots))
  }

  func free() {
    for index in 0...gradeCount { grades[index].free() }
    grades.deallocate()
    midnights.free()
    coming.free()
    incidents.free()
    units.free()
  }

  /// Takes note of what happened to an incident that has opened, or a unit; see ``open(_:_:)`` for the rest.
  ///
  /// Out of the way of contacts, so that runs without incidents cost what they always did.
  @inline(never)
  mutating func fold(_ event: Event) {
    let time = event.time
    switch event.rawKind {
    case EventKind.appointmentMade.rawValue:
      // Booked, it waits for its hour, and not for anybody.
      incidents.place(of: event.subject)?.pointee.waitsSince = OpenIncident.never
    case EventKind.appointmentCame.rawValue:
      // Nobody is late before the hour that was agreed.
      guard let incident = incidents.place(of: event.subject) else { return }
      incident.pointee.clockStarted = time
      incident.pointee.waitsSince = time
    case EventKind.incidentRegraded.rawValue:
      guard let incident = incidents.place(of: event.subject) else { return }
      addBacklog(incident.pointee, until: time)
      incident.pointee.grade = event.detail
      incident.pointee.gradedSince = time
    case EventKind.incidentClosed.rawValue:
      guard let incident = incidents.place(of: event.subject) else { return }
      count(incident.pointee, end: event.incidentEnd, at: time)
      incidents.remove(incident)

    case EventKind.unitSignedOn.rawValue:
      units.signOn(event.resource, hub: event.group, crew: event.crew, length: event.value, at: time)
    case EventKind.unitAssigned.rawValue, EventKind.unitDiverted.rawValue, EventKind.unitMobile.rawValue:
      units.begin(.mobile, event.resource, at: time)
    case EventKind.unitAtScene.rawValue:
      units.begin(.scene, event.resource, at: time)
      guard let incident = incidents.place(of: event.subject), incident.pointee.attended == OpenIncident.never else {
        return
      }
      incident.pointee.attended = time
      incident.pointee.hub = units.hub(of: event.resource)
    case EventKind.unitWentToCustody.rawValue:
      units.begin(.custody, event.resource, at: time)
    case EventKind.unitBeganPaperwork.rawValue:
      units.begin(.paperwork, event.resource, at: time)
    case EventKind.unitCleared.rawValue, EventKind.unitReturned.rawValue, EventKind.unitStoodDown.rawValue:
      units.begin(.free, event.resource, at: time)
    case EventKind.unitWentOnBreak.rawValue:
      units.begin(.onBreak, event.resource, at: time)
    case EventKind.unitSignedOff.rawValue:
      units.signOff(event.resource, at: time)

    default:
      // What an incident wants is seen when it has come to something.
      return
    }
  }

  /// Takes note of an answer which says that an incident opens from one of the contacts there are.
  @inline(never)
  mutating func expect(_ answer: Event, _ contacts: OpenContacts) {
    guard let start = clockStart(of: answer.subject, contacts) else { return }
    let opens = answer.time &+ Milliseconds(answer.extra)
    coming.add(contact: answer.subject, clockStarted: start, opens: opens, now: answer.time)
  }

  /// Takes note of an incident that opened, perhaps from one of the contacts there are.
  @inline(never)
  mutating func open(_ event: Event, _ contacts: OpenContacts) {
    if event.time >= clock.until { clock.advance(to: event.time) }
    var start: Milliseconds?
    if event.value != Event.noContact, clockStart != .opened {
      start = coming.take(contact: event.value) ?? clockStart(of: event.value, contacts)
    }
    incidents.add(
      OpenIncident(
        number: event.subject, opened: event.time, clockStarted: start ?? event.time, grade: event.detail,
        slot: clock.isInWindow ? UInt32(clock.slot) : OpenIncident.outside))
  }

  /// When the response clock of what opens from a contact started; nil if that is when it opens, or nothing is known of the
  /// contact any more.
  private func clockStart(of contact: UInt32, _ contacts: OpenContacts) -> Milliseconds? {
    switch clockStart {
    case .opened: nil
    case .arrival: contacts.firstOffer(of: contact)
    case .answer: contacts.answer(of: contact)
    }
  }

  /// Counts an incident that is over, or was open when the run ended (`end` is nil), at `time`.
  private func count(_ incident: OpenIncident, end: IncidentEnd?, at time: Milliseconds) {
    addBacklog(incident, until: time)
    let grade = grades + min(Int(incident.grade), gradeCount)
    guard incident.slot != OpenIncident.outside, let isInTime = grade.pointee.add(incident, end: end) else { return }
    units.attend(incident.hub, inTime: isInTime)
  }

  /// Counts the midnights at which an incident waited with its present grade, which it has until `time`.
  private func addBacklog(_ incident: OpenIncident, until time: Milliseconds) {
    grades[min(Int(incident.grade), gradeCount)].addBacklog(midnights, incident, until: min(incident.attended, time))
  }

  /// By hour of the window, the incidents that opened then, were attended in time so far, and have this grade now.
  func attendedInTime(ofGrade grade: Int) -> [Int] {
    var counts = (0..<clock.slots).map { grades[grade].attendedInTime(openedIn: $0) }
    incidents.forEach { incident in
      guard incident.grade == grade, incident.slot != OpenIncident.outside, incident.attended != OpenIncident.never,
        grades[grade].isInTime(incident)
      else { return }
      counts[Int(incident.slot)] += 1
    }
    return counts
  }

  /// What it all came to if the run ended at `end`.
  func summaries(at end: Milliseconds) -> (grades: [GradeSummary], hubs: [HubSummary]) {
    incidents.forEach { count($0, end: nil, at: OpenIncident.never) }
    return ((0..<gradeCount).map { grades[$0].summary(midnights: midnights.count) }, units.summaries(at: end))
  }
}
