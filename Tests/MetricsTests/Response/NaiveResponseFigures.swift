import ContactCentre
import DiscreteEvents

/// The figures of incidents, units and dispatchers worked out the slow and obvious way: every incident's own record,
/// and every unit looked at whenever anything happens.
struct NaiveResponseFigures {
  private struct Incident {
    /// Its grades, the present one last, each with when it was given.
    var grades: [(since: Milliseconds, grade: Int)]
    let opened: Milliseconds
    var clockStarted: Milliseconds
    /// Nil while it is booked.
    var waitsSince: Milliseconds?
    var attended: Milliseconds?
    var hub = 0
    var closed: Milliseconds?
    var end: IncidentEnd?

    var grade: Int { grades[grades.count - 1].grade }
    var response: Milliseconds? { attended.map { $0 - clockStarted } }

    /// How long it has waited as one of `grade` at `midnight`; nil if it does not.
    func age(at midnight: Milliseconds, as grade: Int) -> Milliseconds? {
      guard let waitsSince, waitsSince < midnight, attended ?? .max >= midnight, closed ?? .max >= midnight,
        grades.last(where: { $0.since < midnight })?.grade == grade
      else { return nil }
      return midnight - waitsSince
    }
  }

  /// By name; what is undefined is missing.
  private(set) var values: [String: Double] = [:]
  private let plan: Plan
  private let response: Response

  init(of events: [Event], _ response: Response, _ plan: Plan) {
    self.plan = plan
    self.response = response
    let incidents = Self.incidents(of: events, response)
    addUnits(events)
    for (index, grade) in response.grades.enumerated() {
      let all = incidents.filter { $0.grade == index }
      let inside = all.filter { $0.opened >= plan.windowStart && $0.opened < plan.windowEnd }
      addGrade(grade, inside)
      addBacklog("grades.\(grade.id).backlog.", index, incidents)
    }
    for (index, hub) in response.hubs.enumerated() {
      let attended = incidents.filter {
        $0.attended != nil && $0.hub == index && $0.opened >= plan.windowStart && $0.opened < plan.windowEnd
      }
      values["hubs.\(hub.id).attended"] = Double(attended.count)
      values.addShare("hubs.\(hub.id).withinTarget", attended.count(where: isInTime), attended.count)
    }
  }

  private static func incidents(of events: [Event], _ response: Response) -> [Incident] {
    var offers: [UInt32: Milliseconds] = [:]
    var answers: [UInt32: Milliseconds] = [:]
    var hubs: [UInt16: Int] = [:]
    var incidents: [UInt32: Incident] = [:]
    for event in events {
      switch event.kind {
      case .contactArrived: offers[event.subject] = event.time
      case .contactTransferred: offers[event.subject] = offers[event.value]
      case .contactAnswered: answers[event.subject] = event.time
      case .unitSignedOn: hubs[event.resource] = Int(event.group)
      case .incidentOpened:
        let start =
          switch response.clock {
          case .arrival: offers[event.value]
          case .answer: answers[event.value]
          case .opened: event.time
          }
        incidents[event.subject] = Incident(
          grades: [(event.time, Int(event.detail))], opened: event.time, clockStarted: start ?? event.time,
          waitsSince: event.time)
      case .appointmentMade: incidents[event.subject]?.waitsSince = nil
      case .appointmentCame:
        incidents[event.subject]?.waitsSince = event.time
        incidents[event.subject]?.clockStarted = event.time
      case .incidentRegraded: incidents[event.subject]?.grades.append((event.time, Int(event.detail)))
      case .incidentClosed:
        incidents[event.subject]?.closed = event.time
        incidents[event.subject]?.end = event.incidentEnd
      case .unitAtScene where incidents[event.subject]?.attended == nil:
        incidents[event.subject]?.attended = event.time
        incidents[event.subject]?.hub = hubs[event.resource] ?? -1
      default: break
      }
    }
    return Array(incidents.values)
  }

  private func isInTime(_ incident: Incident) -> Bool {
    incident.response.map { $0 <= response.grades[incident.grade].within } ?? false
  }

  private mutating func addGrade(_ grade: Grade, _ incidents: [Incident]) {
    let path = "grades.\(grade.id)."
    addSlice(path, incidents)
    values[path + "within"] = Double(grade.within) / 1_000
    values[path + "target"] = grade.target
    values[path + "cancelled"] = Double(incidents.count { $0.end == .cancelled })
    values[path + "resolvedWithoutDeployment"] = Double(incidents.count { $0.end == .resolved })
    values[path + "retainedAtEnd"] = Double(incidents.count { $0.attended == nil && $0.closed == nil })
    values.addSample(path + "response.", incidents.compactMap(\.response))
    let zone = plan.scenario.calendar.zone
    for hour in 0..<24 {
      let then = incidents.filter { zone.civilTime(at: plan.origin + $0.opened).timeOfDay / .hour == hour }
      values[path + "byHour.\(hour).hour"] = Double(hour)
      addSlice(path + "byHour.\(hour).", then)
      let responses = then.compactMap(\.response)
      if !responses.isEmpty {
        values[path + "byHour.\(hour).response"] = Double(responses.reduce(0, +)) / Double(responses.count) / 1_000
      }
    }
  }

  private mutating func addSlice(_ path: String, _ incidents: [Incident]) {
    let attended = incidents.filter { $0.attended != nil }
    values[path + "opened"] = Double(incidents.count)
    values[path + "attended"] = Double(attended.count)
    values.addShare(path + "attendedShare", attended.count, incidents.count)
    values.addShare(path + "withinTarget", attended.count(where: isInTime), attended.count)
  }

  /// Looks at the clocks every minute to find the midnights.
  private mutating func addBacklog(_ path: String, _ grade: Int, _ incidents: [Incident]) {
    let zone = plan.scenario.calendar.zone
    func date(_ time: Milliseconds) -> Int { zone.civilTime(at: plan.origin + time).dayNumber }
    var ages: [Milliseconds] = []
    var midnights = 0
    var latest = date(plan.windowStart)
    for time in stride(from: plan.windowStart + .minute, through: plan.windowEnd, by: Int(Milliseconds.minute))
    where date(time) > latest {
      latest = date(time)
      midnights += 1
      ages += incidents.compactMap { $0.age(at: time, as: grade) }
    }
    values[path + "atMidnight"] = Double(ages.count) / Double(midnights)
    guard let oldest = ages.max() else { return }
    values[path + "age"] = Double(ages.reduce(0, +)) / Double(ages.count) / 1_000
    values[path + "oldest"] = Double(oldest) / 1_000
  }

  /// Looks at every unit and dispatcher at every event, adding up the time since the one before.
  private mutating func addUnits(_ events: [Event]) {
    struct Unit {
      var hub: Int
      var officers: Int
      var plannedEnd: Milliseconds
      var doing = "free"
    }
    var units: [UInt16: Unit] = [:]
    var dispatchers: [UInt16: Int] = [:]
    var times = Array(repeating: [String: Milliseconds](), count: response.hubs.count)
    var officers = Array(repeating: Milliseconds(0), count: response.hubs.count)
    var overtime = officers
    var overrun = officers
    var rostered: Milliseconds = 0
    var staffed: Milliseconds = 0
    var busy: Milliseconds = 0
    var hourly = Array(repeating: (rostered: 0.0, staffed: 0.0, busy: 0.0), count: 24)
    var now: Milliseconds = 0
    func length(_ start: Milliseconds, _ end: Milliseconds) -> Milliseconds {
      max(0, min(end, plan.windowEnd) - max(start, plan.windowStart))
    }
    func pass(to time: Milliseconds) {
      guard time > now else { return }
      for unit in units.values {
        times[unit.hub][unit.doing, default: 0] += length(now, time)
        overrun[unit.hub] += Milliseconds(unit.officers) * length(max(now, unit.plannedEnd), max(time, unit.plannedEnd))
      }
      let parts = plan.clockHours(now, time)
      for assignments in dispatchers.values {
        staffed += length(now, time)
        if assignments > 0 { busy += length(now, time) }
        for part in parts {
          hourly[part.hour].staffed += part.hours
          if assignments > 0 { hourly[part.hour].busy += part.hours }
        }
      }
      now = time
    }
    for event in events {
      pass(to: event.time)
      let unit = event.resource
      switch event.kind {
      case .handlerSignedOn:
        dispatchers[event.resource] = 0
        rostered += length(event.time, plan.windowEnd)
        for part in plan.clockHours(event.time, plan.windowEnd) { hourly[part.hour].rostered += part.hours }
      case .unitSignedOn:
        let end = event.time + Milliseconds(event.value)
        units[unit] = Unit(hub: Int(event.group), officers: event.crew.officers, plannedEnd: end)
        officers[Int(event.group)] += Milliseconds(event.crew.officers) * length(event.time, end)
        overtime[Int(event.group)] += Milliseconds(event.crew.onOvertime) * length(event.time, end)
      case .unitAssigned, .unitDiverted:
        units[unit]?.doing = "mobile"
        dispatchers[event.group]? += 1
      case .assignmentEnded: dispatchers[event.group]? -= 1
      case .unitAtScene: units[unit]?.doing = "scene"
      case .unitWentToCustody: units[unit]?.doing = "custody"
      case .unitBeganPaperwork: units[unit]?.doing = "paperwork"
      case .unitCleared, .unitStoodDown, .unitReturned: units[unit]?.doing = "free"
      case .unitWentOnBreak: units[unit]?.doing = "break"
      case .unitSignedOff: units[unit] = nil
      default: break
      }
    }
    pass(to: plan.end)
    func hours(_ time: Milliseconds) -> Double { Double(time) / 3_600_000 }
    var total = 0.0
    if let desk = response.dispatchers {
      values["dispatchers.rosteredHours"] = hours(rostered)
      values["dispatchers.staffedHours"] = hours(staffed)
      values["dispatchers.occupancy"] = Double(busy) / Double(staffed)
      values["dispatchers.shrinkage"] = 1 - Double(staffed) / Double(rostered)
      values["dispatchers.adherence"] = Double(staffed) / Double(rostered)
      for name in ["overtimeHours", "overtimeCost", "premiumCost"] { values["dispatchers." + name] = 0 }
      values["dispatchers.cost"] = hours(rostered) * desk.costPerHour
      total += hours(rostered) * desk.costPerHour
      for (hour, spent) in hourly.enumerated() {
        values["dispatchers.byHour.\(hour).hour"] = Double(hour)
        values["dispatchers.byHour.\(hour).rosteredHours"] = spent.rostered
        values["dispatchers.byHour.\(hour).staffedHours"] = spent.staffed
        if spent.staffed > 0 { values["dispatchers.byHour.\(hour).occupancy"] = spent.busy / spent.staffed }
      }
    }
    for (index, hub) in response.hubs.enumerated() {
      let path = "hubs.\(hub.id)."
      let activities = ["mobile", "scene", "custody", "paperwork", "free"]
      let onDuty = activities.reduce(0) { $0 + times[index][$1, default: 0] }
      values[path + "unitHours"] = hours(onDuty)
      if onDuty > 0 {
        for activity in activities {
          values[path + activity] = Double(times[index][activity, default: 0]) / Double(onDuty)
        }
        values[path + "utilisation"] = Double(onDuty - times[index]["free", default: 0]) / Double(onDuty)
      }
      let planned = hub.rows.reduce(0) { $0 + length($1.start - plan.origin, $1.end - plan.origin) }
      values[path + "rosteredHours"] = hours(planned)
      values[path + "officerHours"] = hours(officers[index])
      values[path + "overtimeHours"] = hours(overtime[index] + overrun[index])
      let cost = hours(planned + overtime[index] + overrun[index]) * hub.costPerHour
      values[path + "cost"] = cost
      total += cost
    }
    values["cost.total"] = total
  }
}

extension Hub {
  /// The tours of all officers, of a hub that names them.
  fileprivate var rows: [Staff.RosterRow] {
    [officers, diary].flatMap { staff in
      guard case .roster(let rows) = staff else { return [Staff.RosterRow]() }
      return rows
    }
  }
}
