import ContactCentre
import DiscreteEvents
import Testing

@Suite struct ResponseRulesTests {
  /// The lives of incidents and units, the dispatcher's choice, nobody left waiting who could be served, the order within
  /// an instant; and the contact side as in scenarios without a response.
  @Test(arguments: 0..<8)
  func everyEventFollowsThePublishedRules(share: UInt64) throws {
    for seed in share * 15..<share * 15 + 15 {
      let plan = Plan(randomResponse(seed))
      let failures = LogWatcher.failures(run(plan), plan)
      try #require(failures.isEmpty, "scenario \(seed): \(failures.prefix(3))")
    }
  }
}
