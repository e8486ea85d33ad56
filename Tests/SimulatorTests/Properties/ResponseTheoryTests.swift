import ContactCentre
import DiscreteEvents
import Foundation
import Testing

/// Units and dispatchers as queues with known exact answers: incidents at the hub's door, nobody takes time to get there.
/// Few and short runs, as ``QueueTheoryTests``; `Tools/exact` proves the same with many.
@Suite struct ResponseTheoryTests {
  private static let scene = 180.0

  /// Grades of one exponential scene time, incidents as Poisson has them, `units` of one officer each for ever.
  private func scenario(
    _ units: Int, perSecond rates: [Double], desk: DispatchDesk? = nil, change: (inout [Grade]) -> Void = { _ in }
  ) -> Scenario {
    let place = Location(latitude: 52.5, longitude: -1.9)
    var grades = rates.indices.map {
      Grade(id: "P\($0 + 1)", within: .hour, priority: Double(-$0), scene: .exponential(mean: Self.scene))
    }
    change(&grades)
    var scenario = handMade([])
    scenario.calendar = ScenarioCalendar(start: monday, warmUp: 2 * .hour, drain: 2 * .hour)
    scenario.response = Response(
      grades: grades, areas: [Area(id: "door", centre: place)],
      hubs: [Hub(id: "hub", location: place, officers: always(units))], singleCrewed: 1, dispatchers: desk,
      logs: grades.indices.map { index in
        IncidentSource(
          id: "log \(index)", arrivals: .profile(ArrivalProfile(perYear: rates[index] * 86_400 * 365)),
          grades: [.init(grade: grades[index].id, share: 1)])
      })
    return scenario
  }

  /// The means of one replication, by grade: from opening to the first arrival, and to the end.
  private struct Figures {
    var response: [Double]
    var toEnd: [Double]
    var cancelled: [Double]
    var utilisation = 0.0
  }

  private func figures(_ scenario: Scenario, units: Int, replications: Int = 30) -> [Figures] {
    let plan = Plan(scenario)
    let window = plan.windowStart..<plan.windowEnd
    let grades = scenario.response?.grades.count ?? 0
    return (0..<replications).map { replication in
      var opened: [UInt32: (time: Milliseconds, grade: Int)] = [:]
      var isAttended: Set<UInt32> = []
      var sums = Array(repeating: [0.0, 0, 0, 0, 0], count: grades)
      var busy: [UInt16: Milliseconds] = [:]
      var worked: Milliseconds = 0
      func stop(_ unit: UInt16, at time: Milliseconds) {
        guard let start = busy.removeValue(forKey: unit) else { return }
        worked += max(0, min(time, window.upperBound) - max(start, window.lowerBound))
      }
      for event in run(plan, replication: replication) {
        switch event.kind {
        case .incidentOpened:
          if window.contains(event.time) { opened[event.subject] = (event.time, Int(event.detail)) }
        case .unitAssigned, .unitDiverted:
          stop(event.resource, at: event.time)
          busy[event.resource] = event.time
        case .unitCleared: stop(event.resource, at: event.time)
        case .unitAtScene:
          guard let incident = opened[event.subject], isAttended.insert(event.subject).inserted else { continue }
          sums[incident.grade][0] += 1
          sums[incident.grade][1] += Double(event.time - incident.time) / 1_000
        case .incidentClosed:
          guard let incident = opened[event.subject] else { continue }
          sums[incident.grade][2] += 1
          sums[incident.grade][3] += Double(event.time - incident.time) / 1_000
          if event.incidentEnd == .cancelled { sums[incident.grade][4] += 1 }
        default: break
        }
      }
      for unit in busy.keys.sorted() { stop(unit, at: window.upperBound) }
      return Figures(
        response: sums.map { $0[1] / $0[0] }, toEnd: sums.map { $0[3] / $0[2] }, cancelled: sums.map { $0[4] / $0[2] },
        utilisation: Double(worked) / Double(window.upperBound - window.lowerBound) / Double(units))
    }
  }

  /// Student's t at 29 degrees of freedom exceeds 6.1 in one case in a million: with fixed seeds, a failure is a fault.
  private func expect(
    _ values: [Double], toAverage exact: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let halfWidth = 6.1 * (variance / count).squareRoot()
    #expect(abs(mean - exact) < halfWidth, "\(mean) ± \(halfWidth), not \(exact)", sourceLocation: sourceLocation)
    // So wide an interval would prove nothing.
    #expect(halfWidth < tolerance * exact, "\(mean) ± \(halfWidth)", sourceLocation: sourceLocation)
  }

  /// Erlang C: the share who must wait for one of `servers`.
  private func erlangC(load: Double, servers: Int) -> Double {
    var blocked = 1.0
    for number in 1...servers { blocked = load * blocked / (Double(number) + load * blocked) }
    return blocked / (1 - load / Double(servers) * (1 - blocked))
  }

  @Test func oneGradeIsServedAsErlangHasIt() {
    let load = 1.8
    let found = figures(scenario(3, perSecond: [load / Self.scene]), units: 3)
    let wait = erlangC(load: load, servers: 3) * Self.scene / (3 - load)
    expect(found.map { $0.response[0] }, toAverage: wait, within: 0.5)
    expect(found.map { $0.toEnd[0] }, toAverage: wait + Self.scene, within: 0.15)
    expect(found.map(\.utilisation), toAverage: load / 3, within: 0.1)
  }

  /// O. Kella and U. Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", 1985.
  @Test func theGraverGradeIsServedFirst() {
    let loads = [0.9, 1.2]
    let found = figures(scenario(3, perSecond: loads.map { $0 / Self.scene }), units: 3)
    let first = erlangC(load: 2.1, servers: 3) * Self.scene / (3 - loads[0])
    expect(found.map { $0.response[0] }, toAverage: first, within: 0.3)
    expect(found.map { $0.response[1] }, toAverage: first / (1 - 2.1 / 3), within: 0.7)
    expect(found.map(\.utilisation), toAverage: 0.7, within: 0.1)
  }

  /// A graver grade that calls units away from scenes knows nothing of the other, which finds its work where it was left.
  @Test func whoIsCalledAwayComesBackToTheRestOfTheWork() {
    let loads = [0.3, 0.3]
    let called = scenario(1, perSecond: loads.map { $0 / Self.scene }) { $0[0].preemptsAtScene = ["P2"] }
    let found = figures(called, units: 1, replications: 60)
    expect(found.map { $0.response[0] }, toAverage: loads[0] * Self.scene / (1 - loads[0]), within: 0.5)
    expect(found.map { $0.toEnd[0] }, toAverage: Self.scene / (1 - loads[0]), within: 0.2)
    expect(found.map { $0.toEnd[1] }, toAverage: Self.scene / ((1 - loads[0]) * (1 - loads[0] - loads[1])), within: 0.5)
    expect(found.map(\.utilisation), toAverage: 0.6, within: 0.2)
  }

  /// More units than ever are wanted, and two dispatchers: they are what is waited for.
  @Test func theDeskIsAQueueOfItsOwn() {
    let load = 1.2
    let desk = DispatchDesk(staff: always(2), takes: .exponential(mean: 240))
    let found = figures(
      scenario(40, perSecond: [load / 240], desk: desk) { $0[0].scene = .constant(0) }, units: 40)
    let wait = erlangC(load: load, servers: 2) * 240 / (2 - load)
    expect(found.map { $0.response[0] }, toAverage: wait + 240, within: 0.3)
  }

  /// Callers who call off are callers who give up: Erlang A, whose number in the system is a birth and death process.
  @Test func incidentsCalledOffAreAsErlangAHasIt() {
    let (rate, patience, units) = (1.8 / Self.scene, 270.0, 2)
    var weights = [1.0]
    while weights.count < 80 {
      let number = weights.count
      let leaving = Double(min(number, units)) / Self.scene + Double(max(0, number - units)) / patience
      weights.append(weights[number - 1] * rate / leaving)
    }
    let sum = weights.reduce(0, +)
    let waiting = weights.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - units)) * $1.element } / sum
    let busy = weights.enumerated().reduce(0) { $0 + Double(min($1.offset, units)) * $1.element } / sum
    let impatient = scenario(units, perSecond: [rate]) {
      $0[0].cancelled = .init(share: 1, after: .exponential(mean: patience))
    }
    let found = figures(impatient, units: units)
    expect(found.map { $0.cancelled[0] }, toAverage: waiting / patience / rate, within: 0.3)
    expect(found.map(\.utilisation), toAverage: busy / Double(units), within: 0.1)
  }

  /// A unit held back for the graver grade: the cut-off priority queue, solved as a Markov chain of two numbers.
  @Test func unitsHeldBackServeOnlyTheGraverGrade() {
    let (rates, units, held) = ([0.6 / Self.scene, 0.7 / Self.scene], 3, 1)
    let waits = CutOffQueue(rates: rates, serviceRate: 1 / Self.scene, servers: units, held: held).waits()
    let found = figures(scenario(units, perSecond: rates) { $0[1].leavesFree = held }, units: units)
    expect(found.map { $0.response[0] }, toAverage: waits[0], within: 0.6)
    expect(found.map { $0.response[1] }, toAverage: waits[1], within: 0.4)
  }

  /// Without a unit held back the chain must be the queue of Kella and Yechiali.
  @Test func theChainAgreesWithTheFormulaWhereThereIsOne() {
    let rates = [0.6 / Self.scene, 0.7 / Self.scene]
    let waits = CutOffQueue(rates: rates, serviceRate: 1 / Self.scene, servers: 3, held: 0).waits()
    let first = erlangC(load: 1.3, servers: 3) * Self.scene / (3 - 0.6)
    #expect(abs(waits[0] / first - 1) < 1e-6)
    #expect(abs(waits[1] / (first / (1 - 1.3 / 3)) - 1) < 1e-6)
  }
}

/// Two classes at some servers, one service rate; the second class enters service only while more than `held` are free.
///
/// The state is how many are in service or of the first class, and how many of the second class wait. Its equilibrium is
/// found by Gauss and Seidel's method on a part of the plane beyond which it hardly ever is.
private struct CutOffQueue {
  let rates: [Double]
  let serviceRate: Double
  let servers: Int
  let held: Int
  private let width = 30
  private let height = 60

  /// The mean waits of both classes.
  func waits() -> [Double] {
    let free = servers - held
    var weights = [Double](repeating: 1, count: width * height)
    func index(_ present: Int, _ waiting: Int) -> Int { present * height + waiting }
    func ending(_ present: Int) -> Double { Double(min(present, servers)) * serviceRate }
    var change = 1.0
    while change > 1e-11 {
      change = 0
      var sum = 0.0
      for present in 0..<width {
        for waiting in 0..<(present < free ? 1 : height) {
          var flow = 0.0
          // Somebody of the first class came, or of the second who need not wait.
          if present > 0, waiting == 0 || present > free {
            flow += (present - 1 < free ? rates[0] + rates[1] : rates[0]) * weights[index(present - 1, waiting)]
          }
          // Somebody of the second class came who must wait.
          if waiting > 0 { flow += rates[1] * weights[index(present, waiting - 1)] }
          // A service ended, and nobody of the second class could take its place.
          if present + 1 < width, present + 1 > free || waiting == 0 {
            flow += ending(present + 1) * weights[index(present + 1, waiting)]
          }
          // One did.
          if present == free, waiting + 1 < height { flow += ending(present) * weights[index(present, waiting + 1)] }
          var leaving = ending(present)
          if present + 1 < width { leaving += rates[0] }
          if present < free || waiting + 1 < height { leaving += rates[1] }
          let weight = flow / leaving
          change = max(change, abs(weight - weights[index(present, waiting)]) / max(weight, 1e-9))
          weights[index(present, waiting)] = weight
          sum += weight
        }
        for waiting in (present < free ? 1 : height)..<height { weights[index(present, waiting)] = 0 }
      }
      for place in weights.indices { weights[place] /= sum }
    }
    var queues = [0.0, 0]
    for present in 0..<width {
      for waiting in 0..<height {
        queues[0] += Double(max(0, present - servers)) * weights[index(present, waiting)]
        queues[1] += Double(waiting) * weights[index(present, waiting)]
      }
    }
    return zip(queues, rates).map { $0 / $1 }
  }
}
