import ContactCentre

extension FigureList {
  /// The figures of dispatchers, grades and hubs, for which so much time is `rostered`; their costs join `costs`.
  mutating func add(_ response: Response, rostered: [RosteredOfficers], costs: inout [Measure]) {
    if let desk = response.dispatchers {
      add(["dispatchers"], Pay(perHour: desk.costPerHour, role: desk.role), costs: &costs) { .dispatchers($0) }
    }
    for (index, grade) in response.grades.enumerated() { add(grade, index: index) }
    for (index, hub) in response.hubs.enumerated() {
      add(hub, index: index, rostered: rostered[index], costs: &costs)
    }
  }

  private mutating func add(_ grade: Grade, index: Int) {
    let path: [Figure.Component] = ["grades", .key(grade.id)]
    func incidents(
      _ steps: [Figure.Component], _ unit: Figure.Unit, _ measure: Measure.OfIncidents, hour: Int? = nil
    ) {
      add(path + steps, .estimate, unit, .incidents(measure, grade: index, hour: hour))
    }
    incidents(["opened"], .count, .opened)
    incidents(["attended"], .count, .attended)
    incidents(["attendedShare"], .share, .attendedOfOpened)
    incidents(["withinTarget"], .share, .inTimeOfAttended)
    add(path + ["within"], .constant, .seconds, .constant(Double(grade.within) / 1_000))
    if let target = grade.target { add(path + ["target"], .constant, .share, .constant(target)) }
    add(sampleAt: path + ["response"]) { .response($0, grade: index) }
    incidents(["retainedAtEnd"], .count, .retained)
    incidents(["cancelled"], .count, .cancelled)
    incidents(["resolvedWithoutDeployment"], .count, .resolved)
    for hour in 0..<ArrivalClock.hours {
      let steps: [Figure.Component] = ["byHour", .index(hour)]
      add(path + steps + ["hour"], .constant, .count, .constant(Double(hour)))
      incidents(steps + ["opened"], .count, .opened, hour: hour)
      incidents(steps + ["attended"], .count, .attended, hour: hour)
      incidents(steps + ["attendedShare"], .share, .attendedOfOpened, hour: hour)
      incidents(steps + ["withinTarget"], .share, .inTimeOfAttended, hour: hour)
      incidents(steps + ["response"], .seconds, .meanResponse, hour: hour)
    }
    add(path + ["backlog", "atMidnight"], .estimate, .count, .backlog(.perMidnight, grade: index))
    add(path + ["backlog", "age"], .estimate, .seconds, .backlog(.meanAge, grade: index))
    add(path + ["backlog", "oldest"], .pooled, .seconds, .backlog(.oldest, grade: index))
  }

  private mutating func add(_ hub: Hub, index: Int, rostered: RosteredOfficers, costs: inout [Measure]) {
    func add(_ step: Figure.Component, _ unit: Figure.Unit, _ measure: Measure.OfHub) {
      self.add(["hubs", .key(hub.id), step], .estimate, unit, .hub(measure, index))
    }
    add("unitHours", .hours, .unitHours)
    add("utilisation", .share, .utilisation)
    add("mobile", .share, .mobile)
    add("scene", .share, .scene)
    add("custody", .share, .custody)
    add("paperwork", .share, .paperwork)
    add("free", .share, .free)
    add("rosteredHours", .hours, .rosteredHours(rostered))
    add("officerHours", .hours, .officerHours)
    add("overtimeHours", .hours, .overtimeHours)
    add("attended", .count, .attended)
    add("withinTarget", .share, .inTimeOfAttended)
    let cost = Measure.OfHub.cost(Pay(perHour: hub.costPerHour, role: hub.role), rostered)
    add("cost", .money, cost)
    costs.append(.hub(cost, index))
  }
}
