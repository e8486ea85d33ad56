import Watchroom

/// A generator of choices: the same seed always makes the same ones (G. Steele et al., "Fast splittable pseudorandom number
/// generators", 2014).
struct Choices {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// A small town in which too few units have too much to do for some hours, with whatever rules.
func randomTown(_ seed: UInt64) -> Scenario {
  var choices = Choices(seed: seed)
  let start: Milliseconds = 1_704_067_200_000
  let names = Array(["P1", "P2", "P3", "P4"].prefix(2 + choices.below(3)))
  func place() -> Location {
    Location(latitude: 52.45 + 0.01 * Double(choices.below(8)), longitude: -1.95 + 0.02 * Double(choices.below(8)))
  }
  func length(_ scale: Int) -> Distribution {
    // In half of the cases whole minutes, so that much happens at one instant.
    choices.chance(50) ? .constant(Double(choices.below(1 + scale / 60)) * 60) : .exponential(mean: Double(scale))
  }
  func tours(_ most: Int) -> Staff {
    .roster(
      (0..<1 + choices.below(most)).map { number in
        let from = start + Milliseconds(choices.below(6)) * 10 * .minute
        return .init(handler: "\(number)", start: from, end: from + Milliseconds(1 + choices.below(16)) * 15 * .minute)
      })
  }
  let grades = names.indices.map { number in
    var grade = Grade(
      id: names[number], within: 15 * .minute, priority: Double(-number), isBlueLight: choices.chance(50),
      scene: length(900))
    grade.preempts = names.dropFirst(number + 1).filter { _ in choices.chance(70) }
    grade.preemptsAtScene = names.dropFirst(number + 1).filter { _ in choices.chance(20) }
    grade.units = choices.pick([[1], [1], [0.5, 0.5], [0, 0, 1]])
    grade.leavesFree = choices.pick([0, 0, 1, 2])
    if choices.chance(20) { grade.appointment = length(1_200) }
    if choices.chance(30) { grade.cancelled = .init(share: 0.3, after: length(600)) }
    if choices.chance(30) { grade.resolved = .init(share: 0.3, after: length(600)) }
    if choices.chance(30), number + 1 < names.count {
      grade.regrade = .init(to: names[number + 1], share: 0.5, after: length(600))
    }
    if choices.chance(30) { grade.paperwork = length(300) }
    return grade
  }
  var response = Response(
    policy: choices.pick(Response.Policy.allCases), grades: grades,
    areas: (0...choices.below(2)).map {
      Area(id: "area \($0)", centre: place(), squareKilometres: choices.pick([0, 40]))
    },
    hubs: (0...choices.below(2)).map { Hub(id: "hub \($0)", location: place(), officers: tours(4)) },
    singleCrewed: choices.pick([0, 0.5, 1]),
    travel: Travel(variation: choices.pick([0, 0.5]), mobilisation: length(60)))
  if choices.chance(50) { response.dispatchers = DispatchDesk(staff: tours(2), takes: length(60)) }
  let rows = (0..<5 + choices.below(20)).map { _ in
    TraceRow(time: start + Milliseconds(choices.below(240)) * .minute, outcome: choices.pick(names))
  }
  response.logs = [
    IncidentSource(
      id: "log", arrivals: .trace(rows.sorted { $0.time < $1.time }),
      grades: names.map { .init(grade: $0, share: 1 / Double(names.count)) })
  ]
  return Scenario(name: "town", calendar: ScenarioCalendar(start: start), channels: [], response: response)
}
