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
