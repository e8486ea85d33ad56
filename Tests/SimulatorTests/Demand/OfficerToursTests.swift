import ContactCentre
import DiscreteEvents
import Testing

/// Who is rostered at hubs, whoever comes.
@Suite struct OfficerToursTests {
  private static let shifts = [
    Shift(id: "early", start: 7 * .hour, length: 9 * .hour), Shift(id: "night", start: 22 * .hour, length: 10 * .hour),
  ]

  /// Three hubs whose officers are rostered by shift, by interval and in turns, and some by name.
  private func plan(attendance: Attendance = 1, change: (inout Scenario) -> Void = { _ in }) -> Plan {
    var scenario = handMade([], shifts: Self.shifts)
    scenario.calendar.days = 3
    scenario.attendance = attendance
    var response = Town.response([Town.grade("P1")])
    response.hubs = [
      Hub(
        id: "shifts", location: Town.hub,
        officers: .shifts([
          .init(shift: "early", heads: [4, 5, 6, 7, 8, 9, 10]), .init(shift: "night", heads: daily(3)),
        ]),
        diary: Town.tours([(3_600, 40_000), (80_000, 100_000)])),
      Hub(
        id: "intervals", location: Town.hub,
        officers: .intervals(heads: Array(repeating: (0..<24).map { 2 + $0 % 3 }, count: 7))),
      Hub(
        id: "turns", location: Town.hub,
        officers: .rotation(
          .init(pattern: ["early", "night", nil], firstDay: 0, groups: [2, 3, 5]))),
    ]
    scenario.response = response
    change(&scenario)
    return Plan(scenario)
  }

  /// By hub, the time of officers from the first instant of the run to the last that is measured.
  private func time(_ plan: Plan) -> [Milliseconds] {
    var times = [Milliseconds](repeating: 0, count: 3)
    plan.forEachOfficerTour { hub, heads, start, end in
      #expect(start >= 0 && start < plan.windowEnd && end > start && heads > 0)
      times[hub] += Milliseconds(heads) * (min(end, plan.windowEnd) - start)
    }
    return times
  }

  /// If everybody comes, rostered is who signs on.
  @Test(arguments: [UInt64(1), 2]) func whoeverComesWasRostered(seed: UInt64) {
    let plan = plan()
    var times = [Milliseconds](repeating: 0, count: 3)
    for event in run(plan, seed: seed) where event.kind == .unitSignedOn {
      let end = event.value == Event.endless ? plan.windowEnd : event.time + Milliseconds(event.value)
      times[Int(event.group)] += Milliseconds(event.crew.officers) * (min(end, plan.windowEnd) - event.time)
    }
    #expect(time(plan) == times)
    #expect(times.allSatisfy { $0 > 0 })
  }

  /// Nor does it matter who comes, who is brought in for those who do not, or where they are sent.
  @Test func whoComesIsNoMatterOfTheRoster() {
    let everybody = time(plan())
    #expect(time(plan(attendance: 0.5)) == everybody)
    #expect(time(plan(attendance: 0)) == everybody)
    #expect(
      time(
        plan(attendance: 0.5) {
          $0.response?.minimums = [.init(shift: "early", officers: 30)]
          $0.response?.rebalances = true
        }) == everybody)
  }

  @Test func withoutHubsThereAreNoTours() {
    var count = 0
    Plan(handMade([], shifts: Self.shifts)).forEachOfficerTour { _, _, _, _ in count += 1 }
    #expect(count == 0)
  }
}
