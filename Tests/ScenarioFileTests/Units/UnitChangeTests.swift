import DiscreteEvents
import ScenarioFile
import Testing

/// `Tools/reference` asks the same of 10,000 texts.
@Suite struct UnitChangeTests {
  @Test func lengthsInOtherUnitsAreTheSameScenario() {
    var events = 0
    for seed in 0..<UInt64(12) {
      let finding = UnitChange.check(seed)
      #expect(finding.problem == nil, "text \(seed)")
      events += finding.events
    }
    #expect(events > 2_000)
  }

  /// Or nothing would be compared with anything else.
  @Test func lengthsAreWrittenInManyWays() {
    var dice = RandomKey(seed: 1).stream(0)
    let ways = Set((0..<200).map { _ in UnitChange.inSomeUnit(5_400_000, &dice) })
    #expect(ways.isSuperset(of: ["\"1h30m\"", "\"1.5h\"", "\"90.0m\"", "\"5400s\"", "\"5400000ms\"", "\"90m\""]))
    #expect(UnitChange.inSeconds(61_250) == "61.250" && UnitChange.inSeconds(60_000) == "60")
  }
}
