import ContactCentre

/// Figures and how they are measured, side by side while they are listed.
struct FigureList {
  var figures: [Figure] = []
  var measures: [Measure] = []

  /// The figures of results of `scenario`, whose window touches `days` dates and for whose hubs so much time is `rostered`.
  init(_ scenario: Scenario, days: Int, rostered: [RosteredOfficers]) {
    var costs: [Measure] = []
    let preempted = Set(scenario.channels.flatMap(\.routing.preempts))
    for (index, channel) in scenario.channels.enumerated() {
      add(channel: channel, index: index, days: days, mayBeInterrupted: preempted.contains(channel.id))
    }
    for (index, team) in scenario.teams.enumerated() {
      add(["teams", .key(team.id)], Pay(perHour: team.costPerHour, role: team.role), costs: &costs) { .team($0, index) }
    }
    for site in scenario.sites { add(site, in: scenario, costs: costs) }
    for (index, group) in scenario.callers.enumerated() { add(group, index: index) }
    for (index, surge) in scenario.surges.enumerated() {
      add(["surges", .key(surge.id), "times"], .estimate, .count, .surgeTimes(index))
      add(["surges", .key(surge.id), "hours"], .estimate, .hours, .surgeHours(index))
    }
    if let response = scenario.response { add(response, rostered: rostered, costs: &costs) }
    add(["cost", "total"], .estimate, .money, .total(costs))
  }

  mutating func add(_ path: [Figure.Component], _ kind: Figure.Kind, _ unit: Figure.Unit, _ measure: Measure) {
    figures.append(Figure(path, kind, unit))
    measures.append(measure)
  }

  private mutating func add(channel: Channel, index: Int, days: Int, mayBeInterrupted: Bool) {
    let path: [Figure.Component] = ["channels", .key(channel.id)]
    func tally(
      _ steps: [Figure.Component], _ unit: Figure.Unit, _ measure: Measure.OfTally, _ slice: Measure.Slice = .window
    ) {
      add(path + steps, .estimate, unit, .tally(measure, channel: index, slice))
    }
    func sample(_ sample: Measure.Sample, _ step: Figure.Component) {
      add(sampleAt: path + [step]) { .sample($0, channel: index, sample) }
    }
    tally(["offered"], .count, .offered)
    tally(["contained"], .count, .contained)
    tally(["diverted"], .count, .diverted)
    tally(["answered"], .count, .answered)
    tally(["abandoned"], .count, .abandoned)
    tally(["waitingAtEnd"], .count, .waiting)
    tally(["abandonmentRate"], .share, .abandonmentRate)
    if let target = channel.target {
      tally(["abandonedAfterThreshold"], .share, .abandonedAfterThreshold)
      let level = path + ["serviceLevel"]
      add(level + ["within"], .constant, .seconds, .constant(Double(target.within) / 1_000))
      add(level + ["target"], .constant, .share, .constant(target.share))
      tally(["serviceLevel", "ofOffered"], .share, .inTimeOfOffered)
      tally(["serviceLevel", "ofAnswered"], .share, .inTimeOfAnswered)
      tally(["serviceLevel", "ofOfferedLessShortAbandons"], .share, .inTimeOfOfferedLessShortAbandons)
    }
    tally(["waitBands", "to10"], .share, .bandTo10)
    tally(["waitBands", "to60"], .share, .bandTo60)
    tally(["waitBands", "over60"], .share, .bandOver60)
    sample(.speedOfAnswer, "speedOfAnswer")
    sample(.handleTime, "handleTime")
    if channel.kind.isDeferred { sample(.reviewTime, "reviewTime") }
    if mayBeInterrupted { add(path + ["interruptions"], .estimate, .count, .interruptions(channel: index)) }
    if channel.routing.overflow != nil { add(path + ["overflowed"], .estimate, .count, .overflowed(channel: index)) }
    add(extrasOf: channel, path, index: index)
    add(outcomesOf: channel, path + ["outcomes"], index: index)
    add(frontOf: channel, path + ["front"], index: index)

    func slice(_ steps: [Figure.Component], _ slice: Measure.Slice) {
      tally(steps + ["offered"], .count, .offered, slice)
      tally(steps + ["answered"], .count, .answered, slice)
      if channel.target != nil { tally(steps + ["serviceLevel"], .share, .inTimeOfOffered, slice) }
      tally(steps + ["abandonmentRate"], .share, .abandonmentRate, slice)
      tally(steps + ["speedOfAnswer"], .seconds, .meanWait, slice)
    }
    for hour in 0..<ArrivalClock.hours {
      add(path + ["byHour", .index(hour), "hour"], .constant, .count, .constant(Double(hour)))
      slice(["byHour", .index(hour)], .hour(hour))
    }
    for day in 0..<days { slice(["byDay", .index(day)], .day(day)) }
  }

  /// The figures of a sample of lengths of time.
  mutating func add(sampleAt path: [Figure.Component], _ measured: (Measure.OfSample) -> Measure) {
    func add(_ step: Figure.Component, _ kind: Figure.Kind, _ measure: Measure.OfSample) {
      self.add(path + [step], kind, .seconds, measured(measure))
    }
    add("mean", .estimate, .mean)
    add("median", .estimate, .quantile(0.5))
    add("p90", .pooled, .quantile(0.9))
    add("p95", .pooled, .quantile(0.95))
    add("p99", .pooled, .quantile(0.99))
    add("max", .pooled, .greatest)
  }

  private mutating func add(outcomesOf channel: Channel, _ path: [Figure.Component], index: Int) {
    guard !channel.outcomes.isEmpty else { return }
    let rest = channel.outcomes.count
    // A scenario may name an outcome "other" itself; the rest is then more of the same.
    let named = channel.outcomes.map(\.name) + (channel.outcomes.contains { $0.name == "other" } ? [] : ["other"])
    for (place, name) in named.enumerated() {
      let places = name == "other" && place < rest ? [place, rest] : [place]
      add(path + [.key(name)], .estimate, .count, .outcomes(places, channel: index))
    }
  }

  /// The figures of a team at `path`, whose cost joins `costs`.
  mutating func add(
    _ path: [Figure.Component], _ pay: Pay, costs: inout [Measure], _ measured: (Measure.OfTeam) -> Measure
  ) {
    addHours(path) { measured(.whole($0)) }
    add(path + ["shrinkage"], .estimate, .share, measured(.shrinkage))
    add(path + ["adherence"], .estimate, .share, measured(.adherence))
    add(path + ["overtimeHours"], .estimate, .hours, measured(.overtimeHours))
    add(path + ["overtimeCost"], .estimate, .money, measured(.overtimeCost(pay)))
    add(path + ["premiumCost"], .estimate, .money, measured(.premiumCost(pay)))
    let cost = measured(.cost(pay))
    add(path + ["cost"], .estimate, .money, cost)
    costs.append(cost)
    for hour in 0..<ArrivalClock.hours {
      let slice = path + ["byHour", .index(hour)]
      add(slice + ["hour"], .constant, .count, .constant(Double(hour)))
      addHours(slice) { measured(.hour(hour, $0)) }
    }
  }

  /// The figures of a site: its teams together. `costs` are those of the scenario's teams.
  private mutating func add(_ site: Site, in scenario: Scenario, costs: [Measure]) {
    let teams = scenario.teams.indices.filter { scenario.teams[$0].site == site.id }
    let path: [Figure.Component] = ["sites", .key(site.id)]
    addHours(path) { .site(.whole($0), teams: teams) }
    add(path + ["cost"], .estimate, .money, .total(teams.map { costs[$0] }))
  }

  private mutating func addHours(_ path: [Figure.Component], _ measured: (Measure.OfHours) -> Measure) {
    add(path + ["rosteredHours"], .estimate, .hours, measured(.rosteredHours))
    add(path + ["staffedHours"], .estimate, .hours, measured(.staffedHours))
    add(path + ["occupancy"], .estimate, .share, measured(.occupancy))
  }
}
