import Synchronization
import Testing
import Watchroom

/// Work that somebody ends early.
@Suite struct StopTests {
  private func plan(heads: Int = 2) -> Plan {
    Plan(
      Scenario(
        name: "stop", calendar: ScenarioCalendar(start: 1_704_067_200_000),
        channels: [
          Channel(
            id: "999", arrivals: .profile(ArrivalProfile(perYear: 20_000)), patience: .exponential(mean: 180),
            handling: .exponential(mean: 240))
        ],
        teams: [
          Team(
            id: "desk", answers: ["999"],
            staff: .intervals(heads: Array(repeating: [heads], count: 7)))
        ]))
  }

  @Test(arguments: [1, 2, 5], [1, 4])
  func whatIsDoneIsTheResultOfSoMany(after count: Int, jobs: Int) throws {
    let stop = StopRequest()
    let experiment = Experiment(plan: plan(), replications: 400, jobs: jobs)
    let result = try #require(experiment.run(unless: stop) { done, _ in if done == count { stop.make() } })
    #expect((count..<count + jobs).contains(result.replications))
    let same = Experiment(plan: plan(), replications: result.replications).run()
    #expect(result.digest == same.digest)
    #expect(result.summary == same.summary)
    #expect(result.estimates == same.estimates)
  }

  @Test func plansThatAreComparedHaveEquallyMany() throws {
    let stop = StopRequest()
    let comparison = Comparison(
      base: plan(), variants: [.init(name: "more", plan: plan(heads: 3)), .init(name: "most", plan: plan(heads: 4))],
      replications: 300, jobs: 2)
    // In the middle of a replication of which one plan was simulated.
    let result = try #require(comparison.run(unless: stop) { done, _ in if done == 7 { stop.make() } })
    let count = result.base.replications
    #expect((3...4).contains(count))
    let same = Comparison(
      base: plan(), variants: comparison.variants, replications: count
    ).run()
    #expect(result.variants.map(\.result.digest) == same.variants.map(\.result.digest))
    #expect(result.base.digest == same.base.digest)
    #expect(result.variants.allSatisfy { $0.result.replications == count })
  }

  @Test func withTooLittleDoneThereIsNoResult() throws {
    let stop = StopRequest()
    stop.make()
    #expect(Experiment(plan: plan(), replications: 5).run(unless: stop) == nil)
    let shard = try #require(Shard(1, of: 2))
    #expect(Experiment(plan: plan(), replications: 5).run(shard, unless: stop) == nil)
    let comparison = Comparison(base: plan(), variants: [.init(name: "more", plan: plan(heads: 3))], jobs: 1)
    #expect(comparison.run(unless: stop) == nil)
    // One replication has no half-widths.
    let late = StopRequest()
    #expect(comparison.run(unless: late) { done, _ in if done == 2 { late.make() } } == nil)
    // It is enough where no more were asked for.
    let whole = StopRequest()
    let single = Comparison(base: plan(), variants: comparison.variants, replications: 1, jobs: 1)
    #expect(single.run(unless: stop) == nil)
    let result = single.run(unless: whole) { done, _ in if done == 2 { whole.make() } }
    #expect(result?.base.replications == 1)
  }

  @Test func aShardIsWholeOrNothing() throws {
    let stop = StopRequest()
    let experiment = Experiment(plan: plan(), replications: 40, jobs: 1)
    let shard = try #require(Shard(1, of: 2))
    #expect(experiment.run(shard, unless: stop) { done, _ in if done == 3 { stop.make() } } == nil)
    let late = StopRequest()
    let records = experiment.run(shard, unless: late) { done, of in if done == of { late.make() } }
    #expect(records?.digests == experiment.run(shard).digests)
    #expect(records?.digests.count == 20)
  }

  @Test func precisionStopsToo() throws {
    let stop = StopRequest()
    var scenario = plan().scenario
    scenario.channels[0].target = .init(share: 0.9, within: 10_000, shortAbandon: 5_000)
    let experiment = Experiment(plan: Plan(scenario), replications: 10, jobs: 1)
    let precision = Precision(halfWidth: 1e-9, most: 500)
    let result = try #require(
      experiment.run(until: precision, unless: stop) { done, _ in if done == 14 { stop.make() } })
    #expect(result.replications == 14)
  }
}
