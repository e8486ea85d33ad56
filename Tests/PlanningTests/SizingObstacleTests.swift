import Testing
import Watchroom

/// What a search is not begun for.
@Suite struct SizingObstacleTests {
  private func obstacle(_ change: (inout Scenario) -> Void) -> SizingObstacle? {
    var scenario = ErlangStaffingTests.scenario()
    change(&scenario)
    return StaffingSizer(scenario).obstacle
  }

  @Test func aCentreWithTargetsAndHeadsHasNone() {
    #expect(obstacle { _ in } == nil)
  }

  @Test func thereMustBeHeadsToChange() {
    let obstacle = obstacle { $0.sizing = Sizing(teams: [.init(id: "calls", isFixed: true)]) }
    #expect(obstacle?.path == "teams" && obstacle?.message == "no team has heads that could be changed")
  }

  @Test func thereMustBeSomethingToReach() {
    let obstacle = obstacle { $0.channels[0].target = nil }
    #expect(obstacle?.path == "channels" && obstacle?.message.hasPrefix("nothing has to be reached") == true)
  }

  @Test func somebodyMustBeAllowedToWorkAShiftWithAMinimum() {
    let limits = Sizing(teams: [.init(id: "calls", limits: [.init(shift: "day", most: 0)])])
    #expect(obstacle { $0.sizing = limits } == nil)
    let obstacle = obstacle {
      $0.sizing = limits
      $0.teams[0].minimums = [.init(shift: "day", heads: 3)]
      $0.teams[0].role = Role(overtime: 2)
    }
    #expect(obstacle?.path == "size.teams.calls.day")
    #expect(obstacle?.message == "nobody may work this shift, which has a minimum")
  }
}
