import ContactCentre

/// What can only be said of the parts of a response together.
extension ScenarioDecoder {
  /// Notes grades that take units from incidents no less urgent.
  func checkPrecedence(_ grades: [DecodedGrade]) {
    for grade in grades {
      for name in ["preempts", "preemptsAtScene"] {
        guard let cursor = grade.fields[name], case .array(let elements) = cursor.tree.value else { continue }
        let targets = name == "preempts" ? grade.grade.preempts : grade.grade.preemptsAtScene
        for (index, (element, target)) in zip(elements, targets).enumerated() {
          let path = cursor.path.appending(String(index))
          if target == grade.grade.id {
            log.error(element.place, path, "a grade cannot pre-empt itself", "name grades of lower priority")
          } else if let other = grades.first(where: { $0.grade.id == target }),
            other.grade.priority >= grade.grade.priority
          {
            let (its, own) = (NumberRange.plain(other.grade.priority), NumberRange.plain(grade.grade.priority))
            log.error(
              element.place, path,
              "“\(target.prefix(60))” has a priority of \(its), and “\(grade.grade.id.prefix(60))” one of \(own)",
              "a grade may pre-empt only those of lower priority: give “\(grade.grade.id.prefix(60))” more than \(its)")
          }
        }
      }
    }
  }

  /// Notes grades that incidents come back to by being regraded, and so might for ever.
  func checkRegrading(_ grades: [DecodedGrade]) {
    for circle in Grade.regradingCircles(of: grades.map(\.grade)) {
      guard let first = grades.first(where: { $0.grade.id == circle[0] }), let cursor = first.fields["regrade"] else {
        continue
      }
      log.error(
        cursor.place, cursor.path, "incidents may be regraded in a circle: \(Grade.words(ofCircle: circle))",
        "let one of these grades not be regraded, or to another grade")
    }
  }

  /// Notes grades that nobody attends.
  func checkService(_ response: Response, _ fields: Fields) {
    for grade in response.grades {
      guard let cursor = fields.cursor.descendant(["grades", grade.id]) else { continue }
      let isDiary = grade.attendedBy == .diary
      if response.hubs.allSatisfy({ (isDiary ? $0.diary : $0.officers).mostHeads == 0 }) {
        let place = cursor.tree["attendedBy"]?.place ?? cursor.place
        log.error(
          place, cursor.path.appending("attendedBy"),
          "nobody attends this grade: no hub has \(isDiary ? "officers who take appointments" : "response officers")",
          "give a hub some, for example \(isDiary ? "diary" : "officers"): { earlies: 2 }, or let others attend: "
            + "attendedBy: \"\(isDiary ? "response" : "diary")\"")
      }
    }
  }

  /// Notes shifts with a minimum of officers that no hub works.
  func checkMinimums(_ response: Response, _ fields: Fields) {
    guard let cursor = fields["minimumOfficers"] else { return }
    for minimum in response.minimums where !response.hubs.contains(where: { $0.officers.works(minimum.shift) }) {
      guard let member = cursor.descendant([minimum.shift]) else { continue }
      log.error(
        member.place, member.path, "no hub's officers work the shift “\(minimum.shift.prefix(60))”",
        "roster some, for example officers: { \(minimum.shift.prefix(60)): 16 }, or leave the minimum out")
    }
  }

  // MARK: Warnings

  func warn(of response: Response, in scenario: Scenario, _ cursor: Cursor) {
    warnOfHubs(response, scenario.calendar, cursor)
    warnOfGrades(response, scenario.channels, cursor)
    if let desk = response.dispatchers, let staff = cursor.descendant(["dispatchers", "staff"]) {
      warnOfSpan(
        desk.staff, of: ScenarioFormat.dispatchers, in: scenario.calendar, staff.place, staff.path,
        nobody: "nobody is rostered to send units during the simulated time")
      warnOfEmptyDesk(desk, in: scenario, staff)
    }
  }

  private func warnOfHubs(_ response: Response, _ calendar: ScenarioCalendar, _ cursor: Cursor) {
    for hub in response.hubs {
      guard let place = cursor.descendant(["hubs", hub.id]) else { continue }
      if hub.officers.mostHeads == 0, hub.diary.mostHeads == 0 {
        log.warning(
          place.place, place.path, "nobody is rostered at this hub",
          "give it officers, for example officers: { earlies: 16 }")
      }
      for (key, staff) in [("officers", hub.officers), ("diary", hub.diary)] {
        guard let place = place.descendant([key]) else { continue }
        warnOfSpan(
          staff, of: hub.id, in: calendar, place.place, place.path,
          nobody: "nobody is rostered here during the simulated time")
      }
    }
  }

  private func warnOfGrades(_ response: Response, _ channels: [Channel], _ cursor: Cursor) {
    var reached = Set(channels.flatMap(\.outcomes).compactMap(\.grade))
    for log in response.logs {
      reached.formUnion(log.grades.filter { $0.share > 0 }.map(\.grade))
      switch log.arrivals {
      case .trace(let rows): reached.formUnion(rows.compactMap(\.outcome))
      case .profile, .appointments: break
      }
    }
    var changed = true
    while changed {
      let before = reached.count
      for grade in response.grades where reached.contains(grade.id) {
        if let regrade = grade.regrade { reached.insert(regrade.to) }
      }
      changed = reached.count > before
    }
    for grade in response.grades where !reached.contains(grade.id) {
      guard let place = cursor.descendant(["grades", grade.id]) else { continue }
      log.warning(
        place.place, place.path, "no outcome of a channel and no log leads to this grade",
        "call an outcome like it, or write grade: \"\(grade.id.prefix(60))\" in one")
    }
  }
}
