import ContactCentre
import DiscreteEvents
import Testing

/// `Tools/reference` asks the same of 1,000 floors.
@Suite struct ReferenceTests {
  @Test(arguments: 0..<4)
  func theReferenceSimulatorTellsTheSameEventForEvent(share: UInt64) throws {
    var events = 0
    for seed in share * 6..<share * 6 + 6 {
      let finding = ReferenceAgreement.check(seed)
      try #require(finding.problem == nil, "floor \(seed): \(finding.problem ?? "")")
      events += finding.events
    }
    #expect(events > 1_500)
  }

  /// Told of a floor without one of its rules, the reference disagrees: or agreement would mean that nobody looked.
  @Test func aReferenceWithoutARuleDisagrees() throws {
    let seed: UInt64 = 2
    let events = run(randomFloor(seed), seed: seed, replication: 1)
    let rules = FloorRule.all.filter { $0.matters(seed) }
    try #require(!rules.isEmpty)
    for rule in rules.prefix(3) {
      var poorer = randomFloor(seed)
      rule.without(&poorer)
      #expect(ReferenceAgreement.reference(poorer, seed: seed) != events, "\(rule.name)")
    }
  }

  @Test func mostRulesMatterInAFewFloors() {
    var seen: Set<String> = []
    for seed in 0..<UInt64(6) {
      for rule in FloorRule.all where !seen.contains(rule.name) && rule.matters(seed) { seen.insert(rule.name) }
    }
    #expect(seen.count > FloorRule.all.count / 2, "\(seen.sorted())")
  }

  /// The floor of one handler and two callers, told by the reference alone.
  @Test func theReferenceTellsASmallStory() {
    let scenario = handMade(
      [channel("999", [caller(at: 10, handling: 30), caller(at: 20, handling: 5, wrapUp: 2, patience: 20)])],
      teams: [team("desk", "999", tours: [(0, 100)])])
    #expect(
      story(ReferenceAgreement.reference(scenario, seed: 1)) == [
        "0: h0 signs on to team 0 for 100",
        "10: c0 arrives on 0", "10: h0 answers c0 for 30",
        "20: c1 arrives on 0", "20: c1 waits for 20",
        "40: h0 ends c0 as 0", "40: h0 answers c1 for 5",
        "45: h0 ends c1 as 0, wrap-up 2", "47: h0 wraps up c1",
        "100: h0 signs off",
      ])
  }
}
