import ContactCentre
import DiscreteEvents

// What must be true of incidents and units after every event. For tests, as ``violations()``, whose part it is.
extension World {
  func checkResponse(_ report: inout Violations) {
    guard let rules = tables.response else { return }
    for unit in report.onDuty where unit.pointee.isWithIncident {
      report.unitsOfIncidents[unit.pointee.incident, default: []].append(unit)
    }
    let live = response.incidents.live
    for incident in live { checkIncident(incident, rules, &report) }
    for list in 0..<rules.pointee.gradeCount * 2 { checkList(list, live, &report) }
    for unit in report.onDuty { checkUnit(unit, rules, &report) }
    checkUnitCounts(rules, &report)
    report.check((nextDispatch != nil) == dispatchIsDue, "dispatchIsDue is wrong")
  }

  private func checkIncident(
    _ incident: IncidentRecord, _ rules: UnsafePointer<ResponseTables>, _ report: inout Violations
  ) {
    let number = incident.number
    report.check(number < response.incidentsNumbered, "incident \(number) is open but not numbered")
    report.check(
      response.incidents[number].pointee.number == number, "incident \(number) is not in its place")
    report.check(
      incident.state == .coming || incident.opened <= now, "incident \(number) opened in the future")
    let units = report.unitsOfIncidents[number] ?? []
    let atScene = units.count { $0.pointee.state == .atScene }
    report.check(
      atScene == Int(incident.atScene) && units.count - atScene == Int(incident.enRoute),
      "incident \(number) counts \(incident.enRoute) units on the way and \(incident.atScene) at the scene, not "
        + "\(units.count - atScene) and \(atScene)")
    report.check(incident.served <= Int(incident.wanted), "incident \(number) has more units than it wants")
    let isListed = incident.list != IncidentRecord.noList
    report.check(isListed == incident.wantsUnit, "incident \(number) is wrongly listed, or not listed, as waiting")
    if incident.wantsUnit {
      let list = rules.pointee.grades[Int(incident.grade)].list
      report.check(
        incident.list == (units.isEmpty ? list : list + 1), "incident \(number) waits in the wrong list")
    }
    if incident.state != .open, incident.state != .closing {
      report.check(units.isEmpty, "incident \(number) has units before it is known to want any")
    }
    // The list of its units holds just these.
    var listed: [UInt16] = []
    var unit = incident.unit
    while unit != noUnit, listed.count <= units.count {
      report.check(
        response.units[unit].pointee.previous == listed.last ?? noUnit, "unit \(unit) does not know who is before it")
      listed.append(unit)
      unit = response.units[unit].pointee.next
    }
    report.check(
      listed.count == units.count
        && listed.allSatisfy {
          response.units[$0].pointee.incident == number && response.units[$0].pointee.isWithIncident
        },
      "incident \(number) lists other units than it has")
  }

  private func checkList(_ list: Int, _ live: [IncidentRecord], _ report: inout Violations) {
    let queue = response.queues[list]
    var count = 0
    var previous = noIncident
    var last = (Milliseconds.min, UInt32.min)
    var number = queue.head
    while number != noIncident, count <= Int(queue.count) {
      let incident = response.incidents[number].pointee
      report.check(
        incident.number == number && Int(incident.list) == list, "list \(list) holds \(number), which is not in it")
      report.check(incident.previous == previous, "incident \(number) in list \(list) does not know who is before it")
      report.check(
        last.0 == .min || last < (incident.opened, number), "incident \(number) in list \(list) is out of order")
      last = (incident.opened, number)
      previous = number
      number = incident.next
      count += 1
    }
    report.check(queue.tail == previous, "list \(list) has the wrong end")
    report.check(count == Int(queue.count), "list \(list) counts \(queue.count) but holds \(count)")
    report.check(
      count == live.count { Int($0.list) == list }, "list \(list) holds not all that say they are in it")
    report.check(
      (response.listsWaiting & 1 << UInt64(list) != 0) == (count > 0), "listsWaiting is wrong of list \(list)")
  }

  private func checkUnit(
    _ unit: UnsafeMutablePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>, _ report: inout Violations
  ) {
    let number = unit - response.units.records
    report.check(unit.pointee.since <= now, "unit \(number) entered its state in the future")
    if unit.pointee.isWithIncident {
      let incident = response.incidents[unit.pointee.incident].pointee
      report.check(
        incident.number == unit.pointee.incident && (incident.state == .open || incident.state == .closing),
        "unit \(number) attends incident \(unit.pointee.incident), which is not open")
      report.check(
        rules.pointee.grades[Int(unit.pointee.grade)].role == unit.pointee.role,
        "unit \(number) attends what the other kind of unit should")
    }
    if unit.pointee.state == .assigned {
      let handler = unit.pointee.handler
      report.check(
        handler != noHandler && handlers[handler].pointee.load == 1
          && Int(handlers[handler].pointee.team) == rules.pointee.desk,
        "nobody is telling unit \(number) where to go")
    } else {
      report.check(unit.pointee.handler == noHandler, "unit \(number) is being told where to go, but knows")
    }
    if unit.pointee.state == .mobile {
      report.check(unit.pointee.arrives == unit.pointee.due, "unit \(number) does not arrive when its journey ends")
    }
  }

  private func checkUnitCounts(_ rules: UnsafePointer<ResponseTables>, _ report: inout Violations) {
    for role in UInt8(0)...1 {
      var free: [UInt16] = []
      response.units.forEachFree(role: role) { free.append($0) }
      let expected = report.onDuty.filter { $0.pointee.state == .free && $0.pointee.role == role }
      report.check(
        free == expected.map { UInt16($0 - response.units.records) }, "the free units of role \(role) are wrong")
      report.check(response.units.freeCount(role: role) == free.count, "the count of free units is wrong")
    }
    var divertible: [UInt16] = []
    response.units.forEachDivertible { divertible.append($0) }
    let expected = report.onDuty.filter(\.pointee.isDivertible)
    report.check(
      divertible == expected.map { UInt16($0 - response.units.records) }, "the divertible units are wrong")
    var atScene: [UInt16] = []
    response.units.forEachAtScene { atScene.append($0) }
    let expectedAtScene = report.onDuty.filter { $0.pointee.state == .atScene }
    report.check(
      atScene == expectedAtScene.map { UInt16($0 - response.units.records) }, "the units at scenes are wrong")
    for grade in 0..<rules.pointee.gradeCount {
      let onTheWay = expected.count { Int($0.pointee.grade) == grade }
      let atScene = report.onDuty.count { $0.pointee.state == .atScene && Int($0.pointee.grade) == grade }
      let bit: UInt64 = 1 << UInt64(grade)
      report.check(
        response.divertible[grade] == onTheWay && (response.gradesDivertible & bit != 0) == (onTheWay > 0),
        "the divertible units of grade \(grade) are miscounted")
      report.check(
        response.atScene[grade] == atScene && (response.gradesAtScene & bit != 0) == (atScene > 0),
        "the units at the scene of grade \(grade) are miscounted")
    }
    let unused = (0..<response.units.count).first { response.units[UInt16($0)].pointee.state == .away }
    report.check(
      response.units.unused().map(Int.init) ?? response.units.count == unused ?? response.units.count,
      "the lowest unused number is wrong")
  }

  // MARK: What is due

  /// How many units wait for something.
  func checkUnitsDue(_ report: inout Violations) -> Int {
    var pending = 0
    for unit in report.onDuty {
      let number = UInt16(unit - response.units.records)
      let moment = unit.pointee.moment
      if moment == Calendar.never {
        report.check(
          unit.pointee.state == .free && unit.pointee.end == ContactRecord.none && nextBreak(unit) == nil,
          "unit \(number) waits for nothing")
        continue
      }
      pending += 1
      report.check(unit.pointee.due >= now, "what unit \(number) waits for is in the past")
      report.check(
        forceCalendar.isPending(Owner.unit(number), at: moment),
        "the calendar says otherwise than unit \(number) of what is due")
      if unit.pointee.state == .free {
        let due = max(unit.pointee.since, min(unit.pointee.end, nextBreakAtHub(unit) ?? ContactRecord.none))
        report.check(moment == Calendar.moment(due, rank: Rank.signOff), "unit \(number) has the wrong due time")
      }
    }
    return pending
  }

  /// How many incidents wait for something.
  func checkIncidentsDue(_ report: inout Violations) -> Int {
    var pending = 0
    for incident in response.incidents.live {
      var expected: Calendar.Moment?
      switch incident.state {
      case .unassessed, .unbooked, .closing: expected = Calendar.moment(now, rank: Rank.atOnce)
      case .coming, .booked: expected = incident.moment
      case .open where !incident.isAttended:
        let due = min(incident.withdrawsAt, min(incident.regradesAt, incident.ringsAt))
        if due != ContactRecord.none { expected = Calendar.moment(due, rank: Rank.abandonment) }
      default: break
      }
      report.check(
        incident.moment == expected ?? Calendar.never
          && (expected.map { incidentCalendar.isPending(incident.number, at: $0) } ?? true),
        "the calendar says otherwise than incident \(incident.number) of what is due")
      if expected != nil {
        pending += 1
        report.check(incident.due >= now, "what incident \(incident.number) waits for is in the past")
      }
    }
    return pending
  }
}

extension NumberedRing where Record == IncidentRecord {
  /// The incidents that are open or will open, in no useful order. O(size of the ring).
  var live: [IncidentRecord] {
    var live: [IncidentRecord] = []
    var place = 0
    // A plain loop, and not one for all kinds of record: unoptimised, as tests are, this is most of what checking the
    // world costs, and what is generic takes ten times as long.
    while place <= Int(mask) {
      if records[place].state != .gone { live.append(records[place]) }
      place &+= 1
    }
    return live
  }
}

extension UnitTable {
  /// The units on duty, the lowest number first. O(numbers).
  var onDuty: [UnsafeMutablePointer<UnitRecord>] {
    var onDuty: [UnsafeMutablePointer<UnitRecord>] = []
    var number = 0
    while number < count {
      if records[number].state != .away { onDuty.append(records + number) }
      number &+= 1
    }
    return onDuty
  }
}
