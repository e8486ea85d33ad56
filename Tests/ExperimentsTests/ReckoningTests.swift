import ContactCentre
import DiscreteEvents
import Testing

@testable import Experiments

/// Whether two scenarios come to the same figures where the same happens.
@Suite struct ReckoningTests {
  /// The small centre of other tests, and their response.
  private let scenario = {
    var scenario = ExperimentTests.plan().scenario
    scenario.response = ResponseExperimentTests.plan.scenario.response
    return scenario
  }()

  private func isReckonedAlike(_ change: (inout Scenario) -> Void) -> Bool {
    var changed = scenario
    change(&changed)
    return changed.isReckoned(as: scenario) && scenario.isReckoned(as: changed)
  }

  @Test func whatHappensIsNoMatter() {
    #expect(isReckonedAlike { _ in })
    #expect(isReckonedAlike { $0.attendance = 0.5 })
    #expect(isReckonedAlike { $0.name = "another" })
  }

  @Test func costsAndTargetsAre() {
    let other = Channel.Target(share: 0.123, within: 1_234)
    #expect(!isReckonedAlike { $0.channels[0].target = other })
    #expect(!isReckonedAlike { $0.teams[0].costPerHour += 1 })
    #expect(!isReckonedAlike { $0.teams[0].role.overtime = 3 })
    #expect(!isReckonedAlike { $0.response?.hubs[0].costPerHour += 1 })
    #expect(!isReckonedAlike { $0.response?.hubs[0].role.overtime = 3 })
    #expect(!isReckonedAlike { $0.response?.grades[0].within += 1 })
    #expect(!isReckonedAlike { $0.response?.grades[0].target = 0.123 })
  }
}
