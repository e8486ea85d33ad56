import Testing
import Watchroom

@testable import Planning

/// What may be changed, and between which limits.
@Suite struct StaffLeverTests {
  private func week(_ heads: Int) -> [Int] { Array(repeating: heads, count: 7) }

  /// A hub whose officers work days.
  private func hub(_ id: String, _ officers: Staff) -> Hub {
    Hub(id: id, location: Location(latitude: 52, longitude: -2), officers: officers, costPerHour: 20)
  }

  @Test func whatIsFixedHasNoLever() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.sizing = Sizing(teams: [.init(id: "calls", isFixed: true)])
    #expect(scenario.staffLevers() == [])
    scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7))
    #expect(scenario.staffLevers() == [])
  }

  @Test func presentHeadsAreThoseOfTheMeasuredTours() {
    var scenario = ErlangStaffingTests.scenario()
    // Thursday and Friday are measured; Monday, with the most, is not.
    scenario.calendar.days = 2
    scenario.teams[0].staff = .shifts([
      .init(shift: "day", heads: [14, 2, 2, 5, 3, 0, 0]), .init(shift: "night", heads: week(4)),
    ])
    scenario.sizing = Sizing(maxChange: 1)
    let levers = scenario.staffLevers()
    #expect(levers.map(\.present) == [3...5, 4...4])
    #expect(levers.map(\.presentEverywhere) == [nil, 4])
    // One number may be one less than the fewest, and one more than the most.
    #expect(levers.map(\.limits) == [2...6, 3...5])
    scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7))
    #expect(scenario.staffLevers().map(\.present) == [nil, nil])
    #expect(scenario.staffLevers().allSatisfy { $0.limits == 0...2_000 })
  }

  @Test func holidaysKeepTheirHeadsOrGetSome() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.calendar.days = 8
    scenario.calendar.holidays = [0, 1]
    scenario.teams[0].staff = .shifts([
      .init(shift: "day", heads: week(3), holiday: 9), .init(shift: "night", heads: week(4)),
    ])
    // Measured on one day for all, holidays are days like any other.
    #expect(scenario.staffLevers().map(\.present) == [3...9, 4...4])
    #expect(scenario.staffLevers().map(\.weekday) == [nil, nil])
    scenario.sizing = Sizing(days: .each)
    let levers = scenario.staffLevers()
    // The only Friday is a holiday with heads of its own; of two Thursdays one is.
    #expect(levers.filter { $0.shiftName == "day" }.map(\.weekday) == [0, 1, 2, 3, 5, 6])
    #expect(levers.filter { $0.shiftName == "day" }.allSatisfy { $0.tours == 1 && $0.present == 3...3 })
    // By night they have none of their own, and what they get is no weekday's.
    let nights = levers.filter { $0.shiftName == "night" }
    #expect(nights.map(\.weekday) == [0, 1, 2, 3, 5, 6, nil] && nights.map(\.tours) == [1, 1, 1, 1, 1, 1, 2])
    #expect(levers.filter(\.isOfHolidays) == nights.suffix(1))
    guard case .shifts(let shifts) = scenario.staffed(levers, heads: levers.map { _ in 7 }).teams[0].staff else {
      Issue.record("no shifts")
      return
    }
    #expect(shifts.map(\.heads) == [[7, 7, 7, 7, 3, 7, 7], [7, 7, 7, 7, 4, 7, 7]])
    #expect(shifts.map(\.holiday) == [9, 7])
  }

  @Test func aMinimumIsPlannedFor() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.teams[0].minimums = [.init(shift: "day", heads: 5)]
    #expect(scenario.staffLevers().map(\.limits) == [5...2_000, 0...2_000])
    #expect(scenario.staffLevers().map(\.hasMinimum) == [true, false])
    // What is said of a search counts for more.
    scenario.sizing = Sizing(teams: [.init(id: "calls", limits: [.init(shift: "day", most: 2), .init(shift: "night")])])
    #expect(scenario.staffLevers().map(\.limits) == [2...2, 0...2_000])
    // On a day of its own on which nobody works there is no minimum.
    scenario.sizing = Sizing(days: .each)
    scenario.calendar.days = 2
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: [3, 3, 3, 3, 0, 3, 3])])
    #expect(scenario.staffLevers().map(\.limits.lowerBound) == [5, 0])
  }

  @Test func officersMinimumIsSharedAmongHubs() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.response = Response(
      grades: [Grade(id: "P1", within: 10 * .minute, target: 0.9, scene: .constant(60))],
      areas: [Area(id: "town", centre: Location(latitude: 52, longitude: -2))],
      hubs: [
        hub("north", .shifts([.init(shift: "day", heads: week(6))])),
        hub("south", .shifts([.init(shift: "day", heads: week(3))])),
      ], minimums: [.init(shift: "day", officers: 12)])
    scenario.sizing = Sizing(grades: true, hubs: [.init(id: "south", isFixed: true)])
    let levers = scenario.staffLevers().filter { $0.owner == .hub(0) }
    #expect(levers.map(\.limits) == [8...2_000])
    #expect(levers.map(\.hasMinimum) == [true])
  }

  @Test func withoutPricesPlansAreComparedByHours() {
    var scenario = ErlangStaffingTests.scenario()
    #expect(!scenario.isSizedByHours && scenario.pricedForSizing == scenario)
    scenario.teams[0].costPerHour = 0
    #expect(scenario.isSizedByHours)
    #expect(scenario.staffLevers().map(\.costPerHead) == [12, 12])
    // What cannot be changed has no say.
    scenario.teams.append(Team(id: "desk", answers: ["999"], staff: .roster([]), costPerHour: 30))
    #expect(scenario.isSizedByHours && scenario.pricedForSizing.teams.map(\.costPerHour) == [1, 1])
  }

  /// Officers are paid whether they come or not, as handlers are: a head more costs in a run what the search reckons with.
  @Test func anOfficerCostsWhatTheRunSays() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.attendance = 0.5
    scenario.response = Response(
      grades: [Grade(id: "P1", within: 15 * .minute, target: 0.9, scene: .constant(60))], areas: [],
      hubs: [hub("centre", .shifts([.init(shift: "day", heads: week(4)), .init(shift: "night", heads: week(3))]))])
    scenario.sizing = Sizing(grades: true)
    let levers = scenario.staffLevers().filter { $0.owner == .hub(0) }
    func cost(_ heads: Int) -> Double {
      let plan = Plan(scenario.staffed(levers, heads: levers.map { _ in heads }))
      return Experiment(plan: plan, replications: 2).run().estimate("hubs.centre.cost")?.mean ?? .nan
    }
    let head = levers.reduce(0) { $0 + $1.costPerHead }
    #expect(levers.count == 2 && head > 0)
    #expect(abs(cost(5) - cost(4) - head) < 1e-9)
  }
}
