import ContactCentre
import DiscreteEvents

/// A small scenario as ``randomScenario(_:)`` makes, with incidents and units: every rule of a response is in some of them.
func randomResponse(_ seed: UInt64) -> Scenario {
  var scenario = randomScenario(seed)
  var maker = ResponseMaker(dice: Dice(seed ^ 0x5EED_0F_0DD5), scenario: scenario)
  for index in scenario.channels.indices {
    scenario.channels[index].outcomes = maker.outcomes(scenario.channels[index].outcomes)
  }
  scenario.response = maker.response()
  return scenario
}

private struct ResponseMaker {
  var dice: Dice
  let scenario: Scenario
  let isCoarse: Bool
  let gradeNames: [String]

  init(dice: Dice, scenario: Scenario) {
    self.dice = dice
    self.scenario = scenario
    isCoarse = self.dice.chance(0.5)
    gradeNames = Array(["P1", "P2", "P3", "P4"].prefix(1 + self.dice.below(4)))
  }

  private mutating func duration(_ scale: Double) -> Distribution {
    if isCoarse {
      return dice.pick([
        .constant(scale), .constant(0), .empirical(values: [0, (scale / 4).rounded(), scale]),
        .empirical(values: [1, 2, 3].map { ($0 * scale / 2).rounded() }),
      ])
    }
    return dice.pick([.exponential(mean: scale), .lognormal(mean: scale, cv: 1), .uniform(min: 0, max: 2 * scale)])
  }

  /// Some outcomes open incidents, at the end of the conversation or before.
  mutating func outcomes(_ outcomes: [Channel.Outcome]) -> [Channel.Outcome] {
    outcomes.map { outcome in
      var outcome = outcome
      if dice.chance(0.7) { outcome.grade = dice.pick(gradeNames) }
      if dice.chance(0.4) { outcome.opens = duration(60) }
      return outcome
    }
  }

  mutating func response() -> Response {
    let suites = (0..<dice.below(3)).map { number in
      Custody.Suite(id: "suite \(number)", location: location())
    }
    var response = Response(
      clock: dice.pick(Response.Clock.allCases), policy: dice.pick(Response.Policy.allCases),
      grades: gradeNames.indices.map { grade($0, hasCustody: !suites.isEmpty) },
      areas: (0...dice.below(3)).map { number in
        Area(
          id: "area \(number)", centre: location(), squareKilometres: dice.pick([0, 1, 80]),
          weight: dice.pick([1, 2, 0.5]))
      },
      hubs: (0...dice.below(3)).map { number in
        Hub(id: "hub \(number)", location: location(), officers: staff(), diary: staff(isSparse: true))
      })
    response.singleCrewed = dice.pick([0, 0.11, 0.5, 1])
    if dice.chance(0.4) { response.minimums = [.init(shift: "shift 0", officers: 1 + dice.below(9))] }
    response.rebalances = dice.chance(0.5)
    response.travel = Travel(
      detour: dice.pick([1, 1.35]), hourOfDay: (0..<24).map { _ in dice.pick([1, 1, 1.5]) },
      variation: dice.pick([0, 0.4]), mobilisation: dice.chance(0.5) ? .constant(0) : duration(60))
    if !suites.isEmpty { response.custody = Custody(suites: suites, takes: duration(2_000)) }
    if dice.chance(0.3) { response.travel.matrix = matrix(response) }
    if dice.chance(0.5) {
      response.dispatchers = DispatchDesk(staff: staff(), takes: dice.chance(0.2) ? .constant(0) : duration(90))
    }
    response.logs = (0..<dice.below(3)).map { log("log \($0)") }
    return response
  }

  /// Somewhere within a few kilometres.
  private mutating func location() -> Location {
    Location(latitude: 52.45 + 0.01 * Double(dice.below(10)), longitude: -1.95 + 0.02 * Double(dice.below(10)))
  }

  private mutating func grade(_ number: Int, hasCustody: Bool) -> Grade {
    let lower = Array(gradeNames.dropFirst(number + 1))
    var grade = Grade(
      id: gradeNames[number], within: dice.pick([15, 60]) * .minute, target: dice.pick([nil, 0.9]),
      // Two of them may be as urgent as each other.
      priority: Double(-(number / dice.pick([1, 1, 2]))), isBlueLight: dice.chance(0.5),
      scene: duration(dice.pick([300, 2_400])))
    grade.preempts = lower.filter { _ in dice.chance(0.6) }
    grade.preemptsAtScene = lower.filter { _ in dice.chance(0.2) }
    grade.units = dice.pick([[1], [1], [0.5, 0.5], [0, 0, 1], [0.2, 0.3, 0.5]])
    grade.leavesFree = dice.pick([0, 0, 0, 1, 3])
    if number == 3 { grade.attendedBy = .diary }
    if dice.chance(number == 3 ? 0.7 : 0.1) { grade.appointment = duration(5_000) }
    if dice.chance(0.4) { grade.cancelled = .init(share: dice.pick([0.1, 0.5]), after: duration(900)) }
    if dice.chance(0.4) { grade.resolved = .init(share: dice.pick([0.1, 0.5]), after: duration(900)) }
    if !lower.isEmpty, dice.chance(0.3) {
      grade.regrade = .init(to: dice.pick(lower), share: dice.pick([0.3, 1]), after: duration(600))
    }
    if dice.chance(0.4) {
      grade.ringsAgain = .init(
        channel: dice.pick(scenario.channels).id, probability: dice.pick([0.4, 1]), after: duration(600),
        atMost: 1 + dice.below(3))
    }
    if dice.chance(0.5) { grade.paperwork = duration(600) }
    if hasCustody, dice.chance(0.6) { grade.arrests = dice.pick([0.2, 1]) }
    return grade
  }

  private mutating func staff(isSparse: Bool = false) -> Staff {
    let most = isSparse ? 2 : 4
    switch dice.below(4) {
    case 0:
      let perDay = dice.pick([1, 24])
      return .intervals(heads: (0..<7).map { _ in (0..<perDay).map { _ in dice.below(most) } })
    case 1:
      return .rotation(
        .init(
          pattern: [scenario.shifts[0].id, nil, scenario.shifts[1].id, nil], firstDay: 18_000 + dice.below(5),
          groups: (0...dice.below(3)).map { _ in dice.below(most) }))
    default:
      return .shifts(
        scenario.shifts.map { shift in .init(shift: shift.id, heads: (0..<7).map { _ in dice.below(most) }) })
    }
  }

  private mutating func matrix(_ response: Response) -> [Travel.Leg] {
    let names =
      response.hubs.map(\.id) + response.areas.map(\.id) + (response.custody?.suites ?? []).map(\.id)
    return names.indices.flatMap { from in
      names[from...].map { to in
        let routine = Double(dice.below(20)) * 60
        return Travel.Leg(from: names[from], to: to, routine: routine, blueLight: (routine / 2).rounded())
      }
    }
  }

  private mutating func log(_ id: String) -> IncidentSource {
    let shares = gradeNames.map { IncidentSource.Share(grade: $0, share: 1 / Double(gradeNames.count)) }
    guard dice.chance(0.4) else {
      return IncidentSource(
        id: id, arrivals: .profile(ArrivalProfile(perYear: Double(10 + dice.below(60)) * 365)), grades: shares)
    }
    let step: Milliseconds = isCoarse ? 10 * .second : 1
    let times = (0..<dice.below(30)).map { _ in
      scenario.calendar.start + Milliseconds(dice.below(Int(12 * .hour / step))) * step
    }
    return IncidentSource(
      id: id,
      arrivals: .trace(
        times.sorted().map { time in
          var row = TraceRow(time: time)
          if dice.chance(0.5) { row.outcome = dice.pick(gradeNames) }
          if dice.chance(0.5) { (row.latitude, row.longitude) = (52.48, -1.9) }
          return row
        }), grades: shares)
  }
}
