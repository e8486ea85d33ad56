import ContactCentre
import DiscreteEvents
import Testing

/// What happens in the town is the same whatever force is sent: see ``CommonRandomNumbersTests``.
@Suite struct ResponseRandomNumbersTests {
  /// Who an incident is, whatever its number: the log and the place on it, or the caller.
  private struct Identity: Hashable {
    var source: String
    var cell: UInt32
    var index: UInt32
  }

  private struct Fact: Hashable {
    var incident: Identity
    var kind: EventKind
    /// Which of its assessments, departures or arrivals, and of what grade it was then: what regrading depends on is how
    /// long it waited.
    var ordinal = 0
    var grade: UInt8 = 0
    var field = 0
  }

  /// Incidents opened, each with when and where and as what, and everything drawn about each.
  private func facts(_ scenario: Scenario) -> (opened: [Identity: [Int64]], drawn: [Fact: UInt32]) {
    var callers: [UInt32: Identity] = [:]
    var incidents: [UInt32: Identity] = [:]
    var counts: [Fact: Int] = [:]
    var grades: [UInt32: UInt8] = [:]
    var opened: [Identity: [Int64]] = [:]
    var drawn: [Fact: UInt32] = [:]
    for event in run(scenario, seed: 9) {
      switch event.kind {
      case .contactArrived:
        callers[event.subject] = Identity(
          source: scenario.channels[Int(event.resource)].id, cell: event.value, index: event.extra)
      case .incidentLogged:
        let log = scenario.response?.logs[Int(event.resource)].id ?? ""
        incidents[event.subject] = Identity(source: log, cell: event.value, index: event.extra)
      case .incidentOpened:
        if event.value != Event.noContact { incidents[event.subject] = callers[event.value] }
        grades[event.subject] = event.detail
        guard let incident = incidents[event.subject] else { continue }
        opened[incident] = [
          event.time, Int64(event.detail), Int64(event.point.latitude), Int64(event.point.longitude),
        ]
      case .incidentRegraded: grades[event.subject] = event.detail
      default: break
      }
      guard (18...50).contains(event.rawKind), !(32..<40).contains(event.rawKind), let kind = event.kind,
        let incident = incidents[event.subject]
      else { continue }
      // Units sent are counted whether they were free or diverted.
      let counted = Fact(incident: incident, kind: kind == .unitDiverted ? .unitAssigned : kind)
      let ordinal = counts[counted, default: 0]
      counts[counted] = ordinal + 1
      func note(_ field: Int, _ value: UInt32) {
        let grade = grades[event.subject] ?? .max
        drawn[Fact(incident: incident, kind: counted.kind, ordinal: ordinal, grade: grade, field: field)] = value
      }
      switch kind {
      case .incidentAssessed:
        note(0, event.value)
        note(1, event.extra)
        note(2, event.ring)
        note(3, UInt32(event.detail))
      case .appointmentMade, .unitAtScene, .unitBeganPaperwork: note(0, event.value)
      case .unitWentToCustody: note(0, event.value - event.extra)
      case .unitAssigned, .unitDiverted:
        if event.group != Event.noHandler { note(0, event.value) }
      default: break
      }
    }
    return (opened, drawn)
  }

  private func town() -> Scenario {
    var first = Town.grade("P1") {
      $0.preempts = ["P2"]
      $0.units = [0.5, 0.5]
      $0.arrests = 0.4
      $0.paperwork = .exponential(mean: 600)
      $0.cancelled = .init(share: 0.2, after: .exponential(mean: 900))
    }
    first.scene = .lognormal(mean: 2_000, cv: 1)
    var second = Town.grade("P2") {
      $0.resolved = .init(share: 0.3, after: .exponential(mean: 2_000))
      $0.ringsAgain = .init(channel: "999", probability: 0.6, after: .exponential(mean: 1_500), atMost: 2)
      $0.regrade = .init(to: "P3", share: 0.3, after: .exponential(mean: 2_000))
    }
    second.scene = .gamma(mean: 1_800, cv: 0.6)
    let third = Town.grade("P3") {
      $0.scene = .exponential(mean: 1_500)
      $0.attendedBy = .diary
      $0.appointment = .uniform(min: 0, max: 20_000)
    }
    var response = Response(
      grades: [first, second, third],
      areas: [
        Area(id: "town", centre: Town.scene, squareKilometres: 60),
        Area(id: "village", centre: Town.hub, squareKilometres: 20),
      ],
      hubs: [
        Hub(id: "hub", location: Town.hub, officers: always(7), diary: always(2)),
        Hub(id: "other", location: Town.suite, officers: always(4)),
      ],
      singleCrewed: 0.5, travel: Travel(variation: 0.4, mobilisation: .exponential(mean: 60)),
      custody: Custody(suites: [.init(id: "cells", location: Town.suite)], takes: .exponential(mean: 3_000)),
      dispatchers: DispatchDesk(staff: always(1), takes: .exponential(mean: 60)))
    response.logs = [("alarms", 60.0, "P1"), ("partners", 40, "P3")].map { id, perDay, grade in
      IncidentSource(
        id: id, arrivals: .profile(ArrivalProfile(perYear: perDay * 365)),
        grades: [.init(grade: grade, share: 0.5), .init(grade: "P2", share: 0.5)])
    }
    var scenario = handMade([
      Channel(
        id: "999", arrivals: .profile(ArrivalProfile(perYear: 200 * 365)), handling: .exponential(mean: 200),
        outcomes: [
          .init(name: "P1", share: 0.2, grade: "P1", opens: .exponential(mean: 60)),
          .init(name: "P2", share: 0.3, grade: "P2"),
        ])
    ])
    // So many that the handlers never let anybody wait: what the contact side does is the same in all of these.
    scenario.teams = [Team(id: "desk", answers: ["999"], staff: always(60))]
    scenario.response = response
    return scenario
  }

  private func differing(_ one: [Fact: UInt32], _ other: [Fact: UInt32]) -> [Fact] {
    one.keys.filter { other[$0] != nil && other[$0] != one[$0] }
  }

  @Test func anotherForceMeetsTheSameIncidents() {
    let base = town()
    let one = facts(base)
    var others = Array(repeating: base, count: 4)
    others[0].response?.hubs[0].officers = always(2)
    others[0].response?.hubs[1].officers = always(13)
    others[1].response?.policy = .nearestHub
    others[1].response?.singleCrewed = 1
    others[2].response?.dispatchers = nil
    others[3].response?.dispatchers?.staff = always(4)
    others[3].response?.grades[0].preempts = []
    others[3].response?.grades[1].leavesFree = 2
    others[3].response?.travel = Travel(blueLightSpeed: 60, detour: 1.2)
    for (number, other) in others.enumerated() {
      let two = facts(other)
      // Which contact rang again, and so which incident has which number, may differ; incidents do not.
      let calls = { (facts: [Identity: [Int64]]) in facts.filter { $0.key.source != "999" } }
      #expect(calls(one.opened) == calls(two.opened) && calls(one.opened).count > 60, "plan \(number)")
      #expect(one.opened == two.opened && one.opened.count > 150, "plan \(number)")
      // What a scene takes is by order of arrival, unless another left the rest of it; nobody is called away here.
      #expect(differing(one.drawn, two.drawn).isEmpty, "plan \(number): \(differing(one.drawn, two.drawn).prefix(3))")
      for kind: EventKind in [.incidentAssessed, .unitAtScene, .unitWentToCustody, .unitBeganPaperwork] {
        #expect(one.drawn.keys.count { $0.kind == kind && two.drawn[$0] != nil } > 10, "plan \(number), \(kind)")
      }
    }
  }

  @Test func aLogThatGrowsKeepsItsIncidentsAndTheOthers() {
    let base = town()
    var grown = base
    grown.response?.logs[1].arrivals = .profile(ArrivalProfile(perYear: 120 * 365))
    let one = facts(base)
    let two = facts(grown)
    #expect(one.opened.allSatisfy { two.opened[$0.key] == $0.value })
    #expect(two.opened.count > one.opened.count + 40)
    #expect(
      two.opened.filter { $0.key.source != "partners" } == one.opened.filter { $0.key.source != "partners" })
    #expect(differing(one.drawn, two.drawn).isEmpty)
  }
}
