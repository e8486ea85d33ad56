import ContactCentre
import Testing

/// `Tools/reference` asks the same of 10,000 scenarios.
@Suite struct RelationTests {
  @Test(arguments: 0..<Relation.all.count)
  func changesDoWhatIsKnownOfThem(number: Int) throws {
    let relation = Relation.all[number]
    var events = 0
    for seed in 0..<UInt64(6) {
      let finding = relation.check(seed)
      try #require(finding.problem == nil, "\(relation.name), scenario \(seed): \(finding.problem ?? "")")
      events += finding.events
    }
    #expect(events > 1_000, "\(relation.name)")
  }

  /// What the relations compare with must tell logs apart.
  @Test func aChangeThatIsNoneOfThemIsFound() {
    let scenario = randomFloor(4)
    var other = scenario
    for index in other.teams.indices { other.teams[index].answers = [scenario.channels[0].id] }
    #expect(Relation.same(run(scenario), run(scenario)).problem == nil)
    #expect(Relation.same(run(scenario), run(other)).problem != nil)
    #expect(Relation.same(run(scenario), Array(run(scenario).dropLast())).problem != nil)
    #expect(Relation.sameInAnyOrder(["a", "b", "a"], ["b", "a", "a"]).problem == nil)
    #expect(Relation.sameInAnyOrder(["a", "b", "a"], ["b", "b", "a"]).problem != nil)
  }
}
