import ContactCentre
import Testing

@Suite struct InvariantTests {
  @Test(arguments: 0..<8)
  func theWorldIsSoundAfterEveryEvent(share: UInt64) throws {
    for seed in share * 9..<share * 9 + 9 {
      let finding = Relation.invariants.check(seed)
      try #require(finding.problem == nil, "scenario \(seed): \(finding.problem ?? "")")
    }
  }
}
