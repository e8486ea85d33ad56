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

  /// Of so many no list could be made, nor could they be reckoned one by one.
  @Test func copiesNeedAsMuchAsSoManyScenarios() {
    for jobs in [1, 3] {
      let (one, copies) = (MemoryNeed([scenario], jobs: jobs), MemoryNeed(scenario, copies: 5, jobs: jobs))
      let listed = MemoryNeed(Array(repeating: scenario, count: 5), jobs: jobs)
      #expect(abs(copies.fixed - listed.fixed) < 1 && copies.fixed > one.fixed)
      #expect(copies.perReplication == listed.perReplication && copies.perReplication == 5 * one.perReplication)
      let many = MemoryNeed(scenario, copies: 1_000_000_000_000, jobs: jobs)
      #expect(many.perReplication == 1e12 * one.perReplication)
    }
  }

  /// Measured: 267 bytes for each team of each plan, and 8 KB for each team of each experiment.
  @Test func plansNeedMoreTheMoreTeamsThereAre() throws {
    var large = scenario
    let team = try #require(scenario.teams.first)
    for number in 0..<1_000 {
      large.teams.append(team)
      large.teams[large.teams.count - 1].id = "more \(number)"
    }
    let plans = [scenario, large].map {
      MemoryNeed(like: $0, plans: 101, jobs: 1, perReplication: 0).fixed
        - MemoryNeed(like: $0, plans: 1, jobs: 1, perReplication: 0).fixed
    }
    #expect((200 * 100_000...500 * 100_000).contains(plans[1] - plans[0]))
    let experiments = [scenario, large].map {
      MemoryNeed($0, copies: 101, jobs: 1).fixed - MemoryNeed($0, copies: 1, jobs: 1).fixed
    }
    #expect((7_000 * 100_000...10_000 * 100_000).contains(experiments[1] - experiments[0]))
    let besides = [0, 1e6].map { MemoryNeed(like: scenario, plans: 1, jobs: 1, besides: $0, perReplication: 0).fixed }
    #expect(abs(besides[1] - besides[0] - 1e6) < 1)
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
