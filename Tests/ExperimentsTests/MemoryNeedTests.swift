import Experiments
import Testing

/// How what an experiment needs grows with what is asked for.
@Suite struct MemoryNeedTests {
  private let scenario = ExperimentTests.plan().scenario

  @Test func everyRunUnderWayNeedsAsMuch() {
    let fixed = [1, 2, 5].map { MemoryNeed([scenario], jobs: $0).fixed }
    #expect(fixed[1] > fixed[0])
    #expect(abs((fixed[2] - fixed[1]) - 3 * (fixed[1] - fixed[0])) < 1)
  }

  @Test func aRunNeedsMoreTheMoreDaysAreMeasured() {
    var month = scenario
    month.calendar.days = 30
    let needs = [scenario, month].map { MemoryNeed([$0], jobs: 2) }
    #expect(needs[1].fixed > needs[0].fixed && needs[1].perReplication > needs[0].perReplication)
    let run = needs[0].bytes(replications: 1)
    #expect(abs(needs[0].bytes(replications: 101) - run - 100 * needs[0].perReplication) < 1)
  }
}
