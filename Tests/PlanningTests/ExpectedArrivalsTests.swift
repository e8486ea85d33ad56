import Testing
import Watchroom

@testable import Planning

@Suite struct ExpectedArrivalsTests {
  private static func expected(_ scenario: Scenario) -> Double {
    scenario.channels[0].expectedArrivals(in: scenario.measuredHours, zone: scenario.calendar.zone)[0]
  }

  @Test func whatIsChosenBeforeTheQueueCountsAndWhatIsNotChosenTakesTheStagesOwnWay() {
    var scenario = ErlangStaffingTests.scenario(perHour: 100)
    scenario.channels[0].front = [
      FrontStage(
        id: "menu", contains: 0.5,
        options: [
          .init(id: "crime number", share: 0.4, contains: 1),
          .init(id: "somebody", share: 0.4, divertsTo: [.init(to: "other", share: 0.25)]),
        ])
    ]
    // 40 are helped by the menu, 10 of 40 go elsewhere, and half of the 20 who choose nothing stay with the menu.
    #expect(abs(Self.expected(scenario) - 40) < 1e-9)
  }

  /// Hours begin with the measured time, here at half past seven; so do those that a trace is counted by.
  @Test func recordedContactsAreCountedByMeasuredHours() {
    var scenario = ErlangStaffingTests.scenario()
    let start = 7 * Milliseconds.hour + 30 * .minute
    scenario.calendar.start = start
    let times = [start - 1, start, start + 30 * .minute, start + .hour - 1, start + .hour, start + .day]
    scenario.channels[0].arrivals = .trace(times.map { TraceRow(time: $0) })
    let counts = scenario.channels[0].expectedArrivals(in: scenario.measuredHours, zone: scenario.calendar.zone)
    #expect(counts == [3, 1] + Array(repeating: 0, count: 22))
  }

  /// Whoever booked and does not come needs nobody; nor does whoever is helped at the front.
  @Test func appointmentsAreThoseThatAreBookedAndKept() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.channels[0].arrivals = .appointments(
      AppointmentBook(
        from: 9 * .hour, to: 10 * .hour + 30 * .minute, every: 15 * .minute, places: 3,
        days: [true, true, true, true, false, true, true], booked: 0.5, shows: 0.8))
    scenario.channels[0].front = [FrontStage(id: "desk", contains: 0.25)]
    scenario.calendar.days = 2
    let counts = scenario.channels[0].expectedArrivals(in: scenario.measuredHours, zone: scenario.calendar.zone)
    // Four slots of three places in the first hour and two in the next, on the Thursday and not on the Friday.
    let expected = (0..<48).map { $0 == 9 ? 3.6 : $0 == 10 ? 1.8 : 0 }
    #expect(zip(counts, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(counts)")
  }

  /// The weights by which contacts come in a run are those that the planner reckons with.
  @Test func aYearOfExpectedArrivalsIsTheYearlyVolume() {
    var scenario = ErlangStaffingTests.scenario()
    scenario.calendar.days = 7
    var profile = ArrivalProfile(perYear: 365 * 24)
    profile.hourOfDay = (0..<24).map { Double($0) }
    profile.dayOfWeek = [5, 1, 2, 8, 3, 4, 9]
    profile.scale = 2
    scenario.channels[0].arrivals = .profile(profile)
    let counts = scenario.channels[0].expectedArrivals(in: scenario.measuredHours, zone: scenario.calendar.zone)
    #expect(abs(counts.reduce(0, +) - 336) < 1e-9)
    // The epoch is a Thursday, whose weight is 8 of a mean of 32 / 7; six in the evening weighs 18 of a mean of 11.5.
    let evening: Double = 2 * (8 * 7 / 32) * (18 / 11.5)
    #expect(abs(counts[18] - evening) < 1e-9)
  }

  @Test(arguments: [
    (Distribution.exponential(mean: 1e24), Distribution.exponential(mean: 120)),
    (.constant(.leastNonzeroMagnitude), .exponential(mean: 120)),
    (.exponential(mean: 240), .constant(.leastNonzeroMagnitude)),
    (.exponential(mean: 1e-9), .constant(0)),
  ])
  func absurdTimesOverflowNoFormula(handling: Distribution, patience: Distribution) {
    var scenario = ErlangStaffingTests.scenario()
    scenario.channels[0].handling = handling
    scenario.channels[0].wrapUp = .constant(0)
    scenario.channels[0].patience = patience
    let levers = scenario.staffLevers()
    for formula in ErlangStaffing.allCases {
      let heads = formula.heads(levers, in: scenario)
      #expect(zip(heads, levers).allSatisfy { heads, lever in heads.map(lever.limits.contains) ?? false })
    }
  }
}
