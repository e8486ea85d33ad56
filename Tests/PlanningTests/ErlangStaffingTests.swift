import Testing
import Watchroom

@testable import Planning

@Suite struct ErlangStaffingTests {
  /// A day of one channel, answered by one team on two shifts that do not overlap.
  static func scenario(perHour: Double = 30, attendance: Double = 1) -> Scenario {
    Scenario(
      name: "two shifts", calendar: ScenarioCalendar(start: 0),
      channels: [
        Channel(
          id: "999", arrivals: .profile(ArrivalProfile(perYear: perHour * 24 * 365)),
          patience: .exponential(mean: 120), handling: .exponential(mean: 240), wrapUp: .constant(60),
          target: .init(share: 0.9, within: 10_000))
      ],
      shifts: [
        Shift(id: "day", start: 0, length: 12 * .hour, breaks: [.init(after: 5 * .hour, length: 72 * .minute)]),
        Shift(id: "night", start: 12 * .hour, length: 12 * .hour),
      ],
      teams: [
        Team(
          id: "calls", answers: ["999"],
          staff: .shifts([
            .init(shift: "day", heads: Array(repeating: 3, count: 7)),
            .init(shift: "night", heads: Array(repeating: 3, count: 7)),
          ]),
          costPerHour: 10)
      ], attendance: Attendance(attendance))
  }

  @Test func theFormulasNeedIsGrossedUpAndCovered() {
    let demand = QueueDemand(calls: 30, per: 3_600, handling: 300)
    let need = demand.fewestHandlers(meeting: [.serviceLevel(atLeast: 0.9, within: 10)])
    let scenario = Self.scenario(attendance: 0.8)
    let levers = scenario.staffLevers()
    #expect(levers.map(\.shiftName) == ["day", "night"])
    #expect(levers.map(\.costPerHead) == [120, 120])
    let heads = ErlangStaffing.erlangC.heads(levers, in: scenario)
    // A tenth of the day shift is a break, and a fifth of everybody is away.
    #expect(heads == [Int((Double(need) / 0.72).rounded(.up)), Int((Double(need) / 0.8).rounded(.up))])
    // Who gives up needs nobody.
    let patient = ErlangStaffing.erlangA.heads(levers, in: scenario)
    #expect(zip(patient.compactMap(\.self), heads.compactMap(\.self)).allSatisfy { $0 <= $1 } && patient != heads)
  }

  @Test func onlyContactsHeldSeveralAtOnceTakeFewerHandlers() {
    var scenario = Self.scenario(perHour: 120)
    scenario.teams[0].concurrency = 2
    scenario.teams[0].slowdown = [1, 1.2]
    let oneByOne = ErlangStaffing.erlangC.heads(scenario.staffLevers(), in: scenario)
    scenario.channels[0].isConcurrent = true
    let two = ErlangStaffing.erlangC.heads(scenario.staffLevers(), in: scenario)
    #expect(zip(two.compactMap(\.self), oneByOne.compactMap(\.self)).allSatisfy(<))
    // Each of two takes a fifth longer, and so many are held by half as many handlers.
    let demand = QueueDemand(calls: 120, per: 3_600, handling: 300 * 1.2)
    let need = demand.fewestHandlers(meeting: [.serviceLevel(atLeast: 0.9, within: 10)])
    #expect(two[1] == (need + 1) / 2)
  }

  @Test func leversFollowWhatIsSaidOfSizes() {
    var scenario = Self.scenario()
    scenario.sizing = Sizing(
      days: .each,
      teams: [.init(id: "calls", limits: [.init(shift: "day", least: 2, most: 2), .init(shift: "night", least: 1)])],
      maxChange: 4)
    let levers = scenario.staffLevers()
    // 1 January 1970 was a Thursday; the tour of the night before does not reach into it.
    #expect(levers.map(\.weekday) == [3, 3])
    #expect(levers.map(\.limits) == [2...2, 1...7])
    #expect(levers.map(\.isFree) == [false, true])
    scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7))
    scenario.sizing = nil
    #expect(scenario.staffLevers().map(\.shiftName) == ["day", "night"])
    scenario.teams[0].staff = .roster([])
    #expect(scenario.staffLevers() == [])
  }

  @Test func headsGoWhereTheLeversSay() {
    var scenario = Self.scenario()
    scenario.sizing = Sizing(days: .each)
    let levers = scenario.staffLevers()
    guard case .shifts(let shifts) = scenario.staffed(levers, heads: [7, 8]).teams[0].staff else {
      Issue.record("no shifts")
      return
    }
    #expect(shifts.map(\.heads) == [[3, 3, 3, 7, 3, 3, 3], [3, 3, 3, 8, 3, 3, 3]])
  }

  @Test func overlappingShiftsCoverWithFewHeads() {
    var scenario = Self.scenario()
    scenario.shifts = [
      Shift(id: "early", start: 0, length: 16 * .hour), Shift(id: "late", start: 8 * .hour, length: 16 * .hour),
    ]
    scenario.teams[0].staff = .shifts([])
    let levers = scenario.staffLevers()
    func heads(_ needs: [Double]) -> [Int] {
      var cover = ShiftCover(levers, in: scenario)
      _ = cover.add(for: needs)
      return cover.heads
    }
    // Two at the ends, five in the middle: three of one kind and two of the other.
    let needs = (0..<24).map { (8..<16).contains($0) ? 5.0 : 2 }
    #expect(heads(needs).sorted() == [2, 3])
    #expect(heads(Array(repeating: 0, count: 24)) == [0, 0])
  }
}
