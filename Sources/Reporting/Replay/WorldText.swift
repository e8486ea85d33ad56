import ContactCentre
import DiscreteEvents
import Findings
import Simulator
import Writing

/// A world as people read it.
struct WorldText {
  private let report: WorldReport
  private let isColoured: Bool
  private let page: TextPage

  init(_ report: WorldReport, isColoured: Bool) {
    self.report = report
    self.isColoured = isColoured
    page = TextPage(isColoured: isColoured)
  }

  /// The sections of the page, line by line: queues by channel, handlers by team, incidents by grade, units by hub.
  var sections: [[String]] {
    var sections = [header]
    sections += report.scenario.channels.indices.map(queue)
    sections += report.teams.indices.map(team)
    sections += report.grades.indices.map(incidents)
    sections += report.hubs.indices.map(units)
    return sections
  }

  private var header: [String] {
    let world = report.world
    let waiting = world.queues.reduce(0) { $0 + $1.count }
    let atFront = world.contacts.count { $0.state == .atFront }
    let teams = report.scenario.teams.count
    let handlers = people("handler", world.handlers.filter { $0.team < teams })
    var lines = ["\(waiting) waiting, \(atFront) before the queue; \(handlers)"]
    if let next = world.followUps.map(\.due).min() {
      lines.append("\(world.followUps.count) to come of contacts that are over, the next at \(clock(next))")
    }
    if let response = report.scenario.response {
      let free = world.units.count { $0.state == .atHub || $0.state == .returning }
      var parts = [
        "\(Quantity.counted(world.incidents.count, "incident")) open",
        "\(free) of \(Quantity.counted(world.units.count, "unit")) on duty free",
      ]
      if response.dispatchers != nil {
        parts.insert(people("dispatcher", world.handlers.filter { $0.team == teams }), at: 1)
      }
      lines.append(parts.joined(separator: "; "))
    }
    return page.heading(report.scenario.title, underline: "=") + [report.local(report.time).toTheMillisecond]
      + lines.flatMap { $0.wrapped(to: TextTable.pageWidth) }
  }

  /// How many of those who are signed on have work in hand, and how many are on a break.
  private func people(_ noun: String, _ handlers: [WorldView.Handler]) -> String {
    let busy = handlers.count { $0.state == .busy || $0.state == .finishingUp }
    let away = handlers.count { $0.state == .onBreak }
    return "\(busy) of \(Quantity.counted(handlers.count, noun)) busy" + (away == 0 ? "" : ", \(away) on a break")
  }

  private func queue(_ channel: Int) -> [String] {
    let rule = report.scenario.channels[channel]
    let waiting = channel < report.world.queues.count ? report.world.queues[channel] : []
    let title =
      "\(rule.id), priority \(Quantity.stated(rule.priority)): \(waiting.isEmpty ? "nobody" : String(waiting.count)) waiting"
    var table = TextTable(alignments: [.left, .right, .right, .left])
    table.addHeadings("Contact", "Since", "Wait", "")
    for contact in waiting.compactMap(report.contact) {
      table.rows.append([
        .init(String(contact.number)), .init(clock(contact.since)), .init(Quantity.duration(report.age(contact.since))),
        .init(remark(contact)),
      ])
    }
    return page.heading(title) + (waiting.isEmpty ? [] : table.lines(coloured: isColoured))
  }

  private func remark(_ contact: WorldView.Contact) -> String {
    if contact.state == .awaitingCallback { return "to be called back" }
    if let incident = contact.incident { return "rings again about incident \(incident)" }
    switch contact.attempt {
    case 0: return ""
    case 1: return "redialled once"
    default: return "redialled \(contact.attempt) times"
    }
  }

  private func team(_ team: Int) -> [String] {
    let handlers = report.world.handlers.filter { $0.team == team }
    let ready = handlers.count { $0.state == .ready }
    var table = TextTable(alignments: [.left, .left, .left, .right])
    table.addHeadings("Handler", "State", "On", "Tour ends")
    for handler in handlers {
      let work = work(of: handler)
      table.rows.append([
        .init(String(handler.position)), .init(Self.word(handler.state)), .init(work.first ?? ""),
        .init(handler.tourEnds.map(clock) ?? Quantity.undefined),
      ])
      table.rows += work.dropFirst().map { ["", "", .init($0)] }
    }
    return page.heading("\(report.teams[team]): \(handlers.count) on duty, \(ready) ready")
      + (handlers.isEmpty ? [] : table.lines(coloured: isColoured))
  }

  /// What a handler has in hand, a line each.
  private func work(of handler: WorldView.Handler) -> [String] {
    let contacts = (handler.contacts + handler.left).compactMap(report.contact).map { contact in
      let channel = report.scenario.channels[contact.channel].id.fitted(to: 16)
      let length = Quantity.duration(report.age(contact.since))
      let doing =
        switch contact.state {
        case _ where contact.isLeft: "left for "
        case .wrappedUp: "wrap-up "
        case .introducing: "handing on "
        case .briefing: "briefing "
        default: ""
        }
      return "contact \(contact.number) (\(channel)), \(doing)\(length)"
    }
    return contacts + (handler.unit.map { ["telling unit \($0) where to go"] } ?? [])
  }

  private func incidents(_ grade: Int) -> [String] {
    let incidents = report.world.incidents.filter { $0.grade == grade }
    var table = TextTable(alignments: [.left, .right, .right, .left])
    table.addHeadings("Incident", "Opened", "Age", "")
    for incident in incidents {
      table.rows.append([
        .init(String(incident.number)), .init(clock(incident.opened)),
        .init(Quantity.duration(report.age(incident.opened))), .init(state(of: incident)),
      ])
    }
    return page.heading("\(report.grades[grade]): \(incidents.isEmpty ? "none" : String(incidents.count)) open")
      + (incidents.isEmpty ? [] : table.lines(coloured: isColoured))
  }

  private func state(of incident: WorldView.Incident) -> String {
    let units = incident.units.map(String.init).joined(separator: ", ")
    let wanted = incident.unitsWanted > incident.units.count ? " (\(incident.unitsWanted) wanted)" : ""
    let sent = "\("unit".plural(incident.units.count)) \(units)\(wanted)"
    if let appointment = incident.appointment { return "appointment \(clock(appointment))" }
    if incident.isAttended { return units.isEmpty ? "attended" : "attended, \(sent)" }
    return units.isEmpty ? "waits for \(Quantity.counted(incident.unitsWanted, "unit"))" : sent
  }

  private func units(_ hub: Int) -> [String] {
    let units = report.world.units.filter { $0.hub == hub }
    var table = TextTable(alignments: [.left, .left, .left, .right, .left])
    table.addHeadings("Unit", "State", "Incident", "Since", "Position")
    for unit in units {
      let role = unit.role == .diary ? " (diary)" : ""
      table.rows.append([
        .init("\(unit.number)\(role)"), .init(Self.word(unit.state)), .init(unit.incident.map(String.init) ?? ""),
        .init(clock(unit.since)),
        .init(
          "\(Quantity.decimal(unit.location.latitude, decimals: 4)), \(Quantity.decimal(unit.location.longitude, decimals: 4))"
        ),
      ])
    }
    return page.heading("\(report.hubs[hub]): \(Quantity.counted(units.count, "unit")) on duty")
      + (units.isEmpty ? [] : table.lines(coloured: isColoured))
  }

  /// The time of day, with the date if it is another than that of the report.
  private func clock(_ time: Milliseconds) -> String {
    let local = report.local(time)
    let text = local.clockToTheSecond
    let isSameDay = local.civil.dayNumber == report.local(report.time).civil.dayNumber
    return isSameDay ? text : "\(local.civil.dateText) \(text)"
  }

  static func word(_ state: WorldView.Handler.State) -> String {
    switch state {
    case .ready: "ready"
    case .busy: "busy"
    case .finishingUp: "finishing up"
    case .onBreak: "on a break"
    }
  }

  static func word(_ state: WorldView.Unit.State) -> String {
    switch state {
    case .atHub: "at hub"
    case .returning: "returning"
    case .assigned: "assigned"
    case .mobilising: "mobilising"
    case .mobile: "mobile"
    case .atScene: "at scene"
    case .inCustody: "in custody"
    case .atPaperwork: "at paperwork"
    case .onBreak: "on a break"
    }
  }
}
