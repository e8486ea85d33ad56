import Testing
import Watchroom

@testable import Planning

/// Who covers what channels need, where several teams could.
@Suite struct NeedCoverTests {
  private func week(_ heads: Int) -> [Int] { Array(repeating: heads, count: 7) }

  /// A day of 999, answered by a team of two shifts, which answers 101 as well, and by one of the evening alone.
  private func scenario(evening: Double = 1) -> Scenario {
    var scenario = ErlangStaffingTests.scenario()
    scenario.channels[0].arrivals = .profile(
      ArrivalProfile(perYear: 30 * 24 * 365, hourOfDay: (0..<24).map { (17..<22).contains($0) ? evening : 1 }))
    var other = scenario.channels[0]
    other.id = "101"
    other.target = nil
    scenario.channels.append(other)
    scenario.teams[0].answers = ["999", "101"]
    scenario.shifts.append(Shift(id: "evening", start: 17 * .hour, length: 5 * .hour))
    scenario.teams.append(
      Team(id: "twilight", answers: ["999"], staff: .shifts([.init(shift: "evening", heads: week(1))]), costPerHour: 10)
    )
    return scenario
  }

  private func heads(_ scenario: Scenario) -> [Int?] {
    ErlangStaffing.erlangC.heads(scenario.staffLevers(), in: scenario)
  }

  private var alone: Scenario {
    var alone = scenario()
    alone.teams.removeLast()
    return alone
  }

  /// It has fewer channels, but nobody there by day; and who is there for the afternoon is there in the evening.
  @Test func aTeamOfTheEveningLeavesTheOtherHoursToOthers() {
    #expect(heads(scenario()) == heads(alone) + [0])
  }

  @Test func aTeamOfTheEveningCoversWhatTheEveningHasMore() throws {
    let quiet = heads(scenario())
    let busy = heads(scenario(evening: 3))
    let twilight = try #require(busy[2])
    let night = try #require(busy[1])
    // The same calls of a year, of which more come in the evening, are fewer by day.
    #expect(busy[0] ?? 0 <= quiet[0] ?? 0 && night <= quiet[1] ?? 0 && twilight > 0)
    let rate = scenario(evening: 3).channels[0].expectedArrivals(
      in: scenario().measuredHours, zone: scenario().calendar.zone)[17]
    let need = QueueDemand(calls: rate, per: 3_600, handling: 300).fewestHandlers(
      meeting: [.serviceLevel(atLeast: 0.9, within: 10)])
    #expect(night + twilight == need)
  }

  @Test func whoIsThereAnywayComesOffFirst() {
    let without = heads(alone).compactMap(\.self)
    for staff in [
      Staff.shifts([.init(shift: "day", heads: week(2))]),
      .intervals(heads: Array(repeating: (0..<24).map { $0 < 12 ? 2 : 0 }, count: 7)),
      .roster((0..<2).map { .init(handler: "\($0)", start: 0, end: 12 * .hour) }),
      .rotation(.init(pattern: ["day"], firstDay: 0, groups: [2])),
    ] {
      var scenario = alone
      scenario.shifts[0].breaks = []
      scenario.teams.append(Team(id: "desk", answers: ["999"], staff: staff))
      scenario.sizing = Sizing(teams: [.init(id: "desk", isFixed: true)])
      let bare = ErlangStaffing.erlangC.heads(scenario.staffLevers(), in: alone.withoutBreaks)
      #expect(heads(scenario) == [(bare[0] ?? 0) - 2, without[1]], "\(staff)")
    }
  }

  /// Breaks and absence leave less of those who are there anyway, as of those who are added.
  @Test func handlersAtWorkAreThoseWhoComeAndHaveNoBreak() {
    let scenario = ErlangStaffingTests.scenario(attendance: 0.8)
    let atWork = scenario.handlersAtWork(in: scenario.measuredHours)
    #expect(atWork.count == 1 && atWork[0].count == 24)
    for hour in 0..<24 { #expect(abs(atWork[0][hour] - (hour < 12 ? 3 * 0.8 * 0.9 : 3 * 0.8)) < 1e-9, "\(hour)") }
  }

  @Test func whoMayHaveNoMoreHeadsLeavesTheRestToOthers() {
    var scenario = scenario()
    scenario.shifts.removeLast()
    scenario.teams[1] = Team(
      id: "emergency", answers: ["999"],
      staff: .shifts([.init(shift: "day", heads: week(1)), .init(shift: "night", heads: week(1))]), costPerHour: 10)
    let free = heads(scenario).compactMap(\.self)
    // Levers of the first team, then of the second, which answers fewer channels.
    #expect(free[..<2] == [0, 0] && free[2] > 2 && free[3] > 2)
    scenario.sizing = Sizing(
      teams: [.init(id: "emergency", limits: [.init(shift: "day", most: 2), .init(shift: "night", most: 2)])])
    #expect(heads(scenario) == [free[2] - 2, free[3] - 2, 2, 2])
  }

  /// A fixed team of both channels does first what nobody else could.
  @Test func whoIsThereAnywayDoesWhatNobodyElseCould() {
    var scenario = scenario()
    scenario.shifts.removeLast()
    scenario.channels[1].target = scenario.channels[0].target
    scenario.teams[1] = Team(
      id: "emergency", answers: ["999"],
      staff: .shifts([.init(shift: "day", heads: week(1)), .init(shift: "night", heads: week(1))]), costPerHour: 10)
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: week(4)), .init(shift: "night", heads: week(4))])
    scenario.sizing = Sizing(teams: [.init(id: "calls", isFixed: true)])
    #expect(heads(scenario) == heads(ErlangStaffingTests.scenario()))
  }
}

extension Scenario {
  /// The same without breaks.
  fileprivate var withoutBreaks: Scenario {
    var scenario = self
    for shift in scenario.shifts.indices { scenario.shifts[shift].breaks = [] }
    return scenario
  }
}
