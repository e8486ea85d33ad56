import Synchronization
import Watchroom

/// Simulates random towns and looks at each, instant by instant.
func provePreemption(worlds: Int, jobs: Int) -> Bool {
  let sum = Mutex(PreemptionWatcher.Found())
  concurrently(worlds, jobs: jobs) { world in
    let plan = Plan(randomTown(UInt64(world) + 1))
    var watcher = PreemptionWatcher(plan)
    var simulation = Simulation(plan: plan, seed: UInt64(world) + 1, replication: 0)
    while simulation.advance({ events in
      for index in events.indices { watcher.fold(events[index]) }
    }) {}
    watcher.endInstant()
    let found = watcher.found
    sum.withLock { $0.add(found, world: world) }
  }
  let found = sum.withLock { $0 }
  let holds = found.wronged == 0 && found.diversions > worlds / 10 && found.waits > worlds
  say("  \(worlds) towns, \(found.events) events, \(found.diversions) diversions")
  say(
    "  \(found.waits) times an incident was left to wait, \(found.wronged) of them wrongly  "
      + (holds ? "holds" : "FAILS"))
  if let world = found.firstWorld { say("  the first of them in town \(world)") }
  return holds
}

/// Follows incidents and units by their events and, whenever an instant is over, asks of each incident that waits for its
/// first unit whether one could have been diverted to it.
struct PreemptionWatcher {
  struct Found {
    var events = 0
    var diversions = 0
    var waits = 0
    var wronged = 0
    var firstWorld: Int?

    mutating func add(_ other: Found, world: Int) {
      events += other.events
      diversions += other.diversions
      waits += other.waits
      wronged += other.wronged
      if other.wronged > 0 { firstWorld = min(firstWorld ?? .max, world) }
    }
  }

  private struct Incident {
    var grade: Int
    var isOpen = false
    var wanted = 0
    /// Units that came, less those called away, and that are on the way.
    var served = 0
    var units: Set<UInt16> = []
  }

  private struct Unit {
    var incident: UInt32
    var grade: Int
    var isAtScene = false
    /// The dispatcher who is telling it where to go.
    var handler: UInt16?
  }

  private let grades: [Grade]
  /// For each grade those it takes units from.
  private let preempted: [Set<Int>]
  private let hasDesk: Bool
  private let desk: UInt16
  private(set) var found = Found()
  private var now: Milliseconds = 0
  private var incidents: [UInt32: Incident] = [:]
  /// Units on the way or at a scene.
  private var units: [UInt16: Unit] = [:]
  private var dispatchers: Set<UInt16> = []
  private var resting: Set<UInt16> = []
  private var busy: Set<UInt16> = []

  init(_ plan: Plan) {
    let grades = plan.scenario.response?.grades ?? []
    self.grades = grades
    preempted = grades.map { grade in
      Set(grades.indices.filter { grade.preempts.contains(grades[$0].id) && grades[$0].attendedBy == grade.attendedBy })
    }
    hasDesk = plan.scenario.response?.dispatchers != nil
    desk = UInt16(plan.scenario.teams.count)
  }

  mutating func fold(_ event: Event) {
    if event.time != now { endInstant() }
    now = event.time
    found.events += 1
    switch event.kind {
    case .incidentOpened: incidents[event.subject] = Incident(grade: Int(event.detail))
    case .incidentAssessed:
      incidents[event.subject]?.wanted = Int(event.unitsWanted)
      if let grade = incidents[event.subject]?.grade, grades[grade].appointment == nil {
        incidents[event.subject]?.isOpen = true
      }
    case .appointmentCame: incidents[event.subject]?.isOpen = true
    case .incidentRegraded:
      incidents[event.subject]?.grade = Int(event.detail)
      incidents[event.subject]?.isOpen = false
    case .incidentClosed: incidents[event.subject] = nil
    case .unitAssigned: send(event)
    case .unitDiverted:
      found.diversions += 1
      leave(event.resource, isDone: false)
      send(event)
    case .assignmentEnded: release(event.resource)
    case .unitAtScene: units[event.resource]?.isAtScene = true
    case .unitWentToCustody, .unitBeganPaperwork, .unitCleared: leave(event.resource, isDone: true)
    case .unitStoodDown:
      release(event.resource)
      leave(event.resource, isDone: false)
    case .handlerSignedOn: if event.group == desk { dispatchers.insert(event.resource) }
    case .handlerWentOnBreak, .handlerFinishingUp: resting.insert(event.resource)
    case .handlerReturned: resting.remove(event.resource)
    case .handlerSignedOff:
      dispatchers.remove(event.resource)
      resting.remove(event.resource)
    default: break
    }
  }

  private mutating func send(_ event: Event) {
    guard var incident = incidents[event.subject] else { return }
    incident.served += 1
    incident.units.insert(event.resource)
    incidents[event.subject] = incident
    let handler = event.group == Event.noHandler ? nil : event.group
    units[event.resource] = Unit(incident: event.subject, grade: incident.grade, handler: handler)
    if let handler { busy.insert(handler) }
  }

  private mutating func release(_ unit: UInt16) {
    guard let handler = units[unit]?.handler else { return }
    busy.remove(handler)
    units[unit]?.handler = nil
  }

  /// The unit is no longer with its incident; unless it has done what it came for, another is wanted in its place.
  private mutating func leave(_ number: UInt16, isDone: Bool) {
    guard let unit = units.removeValue(forKey: number) else { return }
    incidents[unit.incident]?.units.remove(number)
    if !isDone { incidents[unit.incident]?.served -= 1 }
  }

  mutating func endInstant() {
    if hasDesk, dispatchers.subtracting(resting).subtracting(busy).isEmpty { return }
    let onTheWay = Set(units.values.filter { !$0.isAtScene && $0.handler == nil }.map(\.grade))
    for incident in incidents.values
    where incident.isOpen && incident.units.isEmpty && incident.served < incident.wanted {
      found.waits += 1
      if !onTheWay.isDisjoint(with: preempted[incident.grade]) { found.wronged += 1 }
    }
  }
}
