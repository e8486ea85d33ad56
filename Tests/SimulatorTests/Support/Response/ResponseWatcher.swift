import ContactCentre
import DiscreteEvents

/// Follows the incidents and units of a log by the scenario and the published rules alone, slowly and without looking at
/// how the core does it, and notes everything that should not have happened: a part of ``LogWatcher``.
///
/// Positions and journeys are reckoned anew, by a ``Reckoner``. Drawn lengths of time are taken from the events, but
/// where only one is possible they must be that one.
struct ResponseWatcher {
  enum Stage { case coming, unassessed, unbooked, booked, open, closing }
  enum State { case free, assigned, mobilising, mobile, atScene, inCustody, atPaperwork, onBreak }

  /// Where an event stands in the published order of an instant, and the event by which it became possible.
  struct Place {
    var rank: UInt64
    var source: UInt64
    var number: UInt64
    var enabled: Int
  }

  struct Incident {
    var contact = Event.noContact
    var grade = 0
    var stage = Stage.coming
    var spot = Spot(latitude: 0, longitude: 0)
    var opened: Milliseconds = 0
    /// When it opens, or its appointment comes.
    var due: Milliseconds?
    var wanted = 0
    /// How and when it ends if nobody comes; when it is regraded, and rung about again.
    var reason = IncidentEnd.attended
    var withdraws: Milliseconds?
    var regrades: Milliseconds?
    var rings: Milliseconds?
    var rung = 0
    /// Units on the way or at the scene, in the order in which they were sent.
    var units: [UInt16] = []
    var arrivals = 0
    var calledAway = 0
    /// How many came who did not take over from another.
    var ordinals = 0
    /// What a unit called away left undone: of several, the one that came first, whose ordinal this was.
    var left: (work: UInt32, ordinal: Int)?
    var enabled = 0
    /// The list it waits in: two for each grade.
    var list: Int?
  }

  struct Unit {
    var hub: Int
    var role: UnitRole
    var end: Milliseconds?
    var breaks: [Shift.Break]
    var breaksDue: [Milliseconds]
    var state = State.free
    var since: Milliseconds
    /// When what it does is done.
    var due: Milliseconds?
    var enabled: Int
    var incident: UInt32 = 0
    var grade = 0
    /// How many had come to its incident before it, or before the one from whom it took over.
    var ordinal = 0
    var mobilisation: UInt32 = 0
    /// The journey it is on or was on last.
    var origin: Spot
    var destination: Spot
    var departed: Milliseconds
    var arrives: Milliseconds
  }

  /// What a contact may still open, and of what it is about.
  struct Contact {
    var channel: Int
    var isAboutIncident = false
    var openedEarly: Int?
  }

  let plan: Plan
  let scenario: Scenario
  let response: Response
  let reckoner: Reckoner
  /// Grades in the order in which they are served.
  let order: [Int]
  let gradeNumbers: [String: Int]

  var contacts: [UInt32: Contact] = [:]
  /// Whether what is to come of a contact is about an incident, by its number.
  var followUps: [UInt32: Bool] = [:]
  var incidents: [UInt32: Incident] = [:]
  var units: [UInt16: Unit] = [:]
  var lists: [Set<UInt32>]
  var numbered: UInt32 = 0
  var index = 0
  var now: Milliseconds = 0
  /// Whether an incident waits for a unit that should be sent at this instant.
  var isDue = false
  /// The dispatcher who has been ready for longest.
  var dispatcher: UInt16?
  private var found: [String] = []

  init?(_ plan: Plan) {
    guard let response = plan.scenario.response else { return nil }
    self.plan = plan
    self.response = response
    scenario = plan.scenario
    reckoner = Reckoner(response)
    order = response.grades.indices.sorted {
      (-response.grades[$0].priority, $0) < (-response.grades[$1].priority, $1)
    }
    gradeNumbers = Dictionary(uniqueKeysWithValues: response.grades.enumerated().map { ($1.id, $0) })
    lists = Array(repeating: [], count: response.grades.count * 2)
  }

  // MARK: Saying what is wrong

  mutating func fail(_ message: String) { found.append(message) }

  mutating func check(_ isRight: Bool, _ message: @autoclosure () -> String) {
    if !isRight { fail(message()) }
  }

  mutating func takeFailures() -> [String] {
    defer { found = [] }
    return found
  }

  // MARK: Following

  /// What an event changes; where it stands in its instant, if it is about incidents and units.
  mutating func follow(_ event: Event, _ kind: EventKind, index: Int) -> Place? {
    self.index = index
    now = event.time
    if isDue { checkNotLate(kind) }
    switch kind {
    case .contactArrived: contacts[event.subject] = Contact(channel: Int(event.resource))
    case .contactRedialled:
      contacts[event.subject] = contacts[event.value]
      contacts[event.subject]?.channel = Int(event.resource)
    case .contactTransferred:
      contacts[event.subject] = Contact(
        channel: Int(event.resource), isAboutIncident: contacts[event.value]?.isAboutIncident ?? false)
    case .followUpScheduled:
      followUps[event.extra] = contacts[event.subject]?.isAboutIncident
    case .contactFollowedUp:
      contacts[event.subject] = Contact(
        channel: Int(event.resource), isAboutIncident: followUps.removeValue(forKey: event.extra) ?? false)
    case .contactDiverted: contacts[event.subject]?.channel = Int(event.resource)
    case .contactAnswered: answer(event)
    case .handlingEnded: endHandling(event)
    case .contactRangAgain: return ringAgain(event)
    case .incidentLogged: return log(event)
    case .incidentOpened: return open(event)
    case .incidentAssessed: assess(event)
    case .appointmentMade: book(event)
    case .appointmentCame: return keepAppointment(event)
    case .incidentRegraded: return regrade(event)
    case .incidentClosed: return close(event)
    case .unitSignedOn: signOn(event)
    case .unitAssigned: return assign(event)
    case .unitDiverted: return divert(event)
    case .assignmentEnded: return endAssignment(event)
    case .unitMobile: return setOff(event)
    case .unitAtScene: return arrive(event)
    case .unitWentToCustody: return goToCustody(event)
    case .unitBeganPaperwork: return beginPaperwork(event)
    case .unitCleared: return clear(event)
    case .unitStoodDown: return standDown(event)
    case .unitWentOnBreak: return goOnBreak(event)
    case .unitReturned: return comeBack(event)
    case .unitSignedOff: return signOff(event)
    default: break
    }
    return nil
  }

  /// While a unit can be sent, only what comes before may happen, and only at this instant.
  private mutating func checkNotLate(_ kind: EventKind) {
    switch kind {
    case .contactAbandoned, .redialScheduled, .contactRangAgain, .incidentRegraded:
      fail("happened although a unit should have been sent first")
    default: break
    }
  }

  /// The dispatcher now ready for longest is told of; whether somebody can be sent now is reckoned.
  mutating func canSend(_ dispatcher: UInt16?) {
    self.dispatcher = dispatcher
    isDue = nextToServe != nil
  }

  mutating func endInstant(_ time: Milliseconds) {
    now = time
    if isDue { fail("an incident waits although a unit could be sent") }
    for (number, incident) in incidents {
      switch incident.stage {
      case .unassessed, .unbooked, .closing: fail("incident \(number) is left undecided")
      case .coming, .booked:
        if incident.due.map({ $0 <= now }) ?? true { fail("incident \(number) should be there") }
      case .open:
        for due in [incident.withdraws, incident.regrades, incident.rings] {
          if let due, due <= now { fail("something was due for incident \(number)") }
        }
      }
    }
    for (number, unit) in units {
      if let due = unit.due, due <= now { fail("unit \(number) does not get on") }
      guard unit.state == .free else { continue }
      if let end = unit.end, end <= now { fail("unit \(number) stays after its tour") }
      if let times = nextBreak(unit), times.upperBound <= now { fail("unit \(number) misses a break") }
    }
  }
}
