import ContactCentre
import DiscreteEvents
import Experiments
import Metrics
import Simulator
import Synchronization
import Testing

@Suite struct ExperimentTests {
  /// A day of a small centre that is a little short of handlers: two at any time, at 20 an hour.
  static func plan(expectations: [FigureExpectation] = []) -> Plan {
    Plan(
      Scenario(
        name: "small",
        calendar: ScenarioCalendar(start: 1_658_448_000_000, warmUp: .hour, drain: 2 * .hour),
        channels: [
          Channel(
            id: "999", arrivals: .profile(ArrivalProfile(perYear: 300 * 365)),
            front: [FrontStage(id: "operator", takes: .constant(4), contains: 0.1, counts: true)], priority: 1,
            patience: .exponential(mean: 60), handling: .lognormal(mu: 5, sigma: 0.8), wrapUp: .exponential(mean: 60),
            outcomes: [.init(name: "P1", share: 0.3)],
            redial: .init(probability: 0.5, after: .constant(120), to: "999", atMost: 2),
            target: .init(share: 0.9, within: 10_000, shortAbandon: 5_000))
        ],
        teams: [
          Team(
            id: "calls", answers: ["999"],
            staff: .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7)),
            costPerHour: 20)
        ],
        attendance: 0.9, expectations: expectations))
  }

  @Test func jobsDoNotShow() {
    let results = [1, 2, 5].map { Experiment(plan: Self.plan(), seed: 7, replications: 5, jobs: $0).run() }
    for result in results.dropFirst() {
      #expect(result.digest == results[0].digest && result.events == results[0].events)
      #expect(result.summary == results[0].summary)
      #expect(bits(result) == bits(results[0]))
    }
    let other = Experiment(plan: Self.plan(), seed: 8, replications: 5).run()
    #expect(other.digest != results[0].digest)
  }

  private func bits(_ result: ExperimentResult) -> [[UInt64]] {
    result.estimates.map { [$0.mean.bitPattern, $0.halfWidth?.bitPattern ?? 0] }
  }

  /// One replication gives the figures of its log; several give means of theirs, and quantiles of all contacts.
  @Test func replicationsAreAveragedAndPooled() throws {
    let plan = Self.plan()
    let catalogue = FigureCatalogue(plan: plan)
    var summaries: [Summary] = []
    var digests: [EventDigest] = []
    for replication in 0..<3 {
      var simulation = Simulation(plan: plan, seed: 3, replication: replication)
      var recorder = Recorder(plan: plan)
      var digest = EventDigest()
      while simulation.advance({
        recorder.fold($0)
        digest.fold($0)
      }) {}
      summaries.append(recorder.finish())
      digests.append(digest)
    }

    let single = Experiment(plan: plan, seed: 3).run()
    #expect(single.digest == digests[0].hexadecimal && single.events == digests[0].count)
    let values = catalogue.figures.indices.map { catalogue.value(at: $0, of: summaries[0]) }
    for (index, estimate) in single.estimates.enumerated() {
      #expect(estimate.halfWidth == nil)
      #expect(estimate.mean.bitPattern == values[index].bitPattern || estimate.mean.isNaN && values[index].isNaN)
    }
    let fromLog = ExperimentResult(plan: plan, seed: 3, summary: summaries[0], digest: digests[0])
    #expect(bits(fromLog) == bits(single) && fromLog.digest == single.digest)

    let result = Experiment(plan: plan, seed: 3, replications: 3).run()
    #expect(result.replications == 3 && result.events == digests.reduce(0) { $0 + $1.count })
    let offered = try #require(result.estimate("channels.999.offered"))
    #expect(offered.mean * 3 == summaries.reduce(0) { $0 + Double($1.channels[0].total.offered) })
    #expect(offered.halfWidth ?? 0 > 0)
    var pooled = summaries[2]
    pooled.merge(summaries[0])
    pooled.merge(summaries[1])
    #expect(result.summary == pooled)
    let p90 = try #require(result.estimate("channels.999.speedOfAnswer.p90"))
    #expect(p90 == Estimate(mean: pooled.channels[0].speedOfAnswer.quantile(0.9) / 1_000))
    #expect(result.estimate("channels.999.serviceLevel.within") == Estimate(mean: 10))
    #expect(result.estimate("channels.999.nothing") == nil)
  }

  @Test func expectationsAreJudged() {
    let plan = Self.plan(expectations: [
      FigureExpectation(name: "dear", metric: "teams.calls.cost", bound: .atLeast(960)),
      FigureExpectation(name: "cheap", metric: "teams.calls.cost", bound: .atMost(959)),
      FigureExpectation(name: "misspelt", metric: "channels.999.servicelevel.ofOfered", bound: .atMost(0.01)),
    ])
    let experiment = Experiment(plan: plan, replications: 2)
    #expect(experiment.unknownMetrics.map(\.expectation) == ["misspelt"])
    #expect(
      experiment.unknownMetrics.first?.description
        == "there is no figure \"channels.999.servicelevel.ofOfered\"; did you mean \"channels.999.serviceLevel.ofOffered\"?"
    )
    let result = experiment.run()
    #expect(result.expectations.map(\.verdict) == [.pass, .fail, .fail])
    #expect(result.expectations[0].value == Estimate(mean: 960, halfWidth: 0))
  }

  /// What follows contacts can be expected something of like contacts themselves, and is pooled like them.
  @Test func gradesAndHubsHaveFigures() {
    var scenario = Self.plan(expectations: [
      FigureExpectation(name: "P1 in time", metric: "grades.P1.withinTarget", bound: .atLeast(0.9)),
      FigureExpectation(name: "cheap", metric: "hubs.north.cost", bound: .atMost(0)),
      FigureExpectation(name: "misspelt", metric: "hubs.north.utilization", bound: .atMost(0.5)),
    ]).scenario
    scenario.response = Response(
      grades: [Grade(id: "P1", within: 15 * .minute, target: 0.9, scene: .constant(600))], areas: [],
      hubs: [Hub(id: "north", location: Location(latitude: 52, longitude: -2), officers: .shifts([]))])
    let experiment = Experiment(plan: Plan(scenario), replications: 2)
    #expect(experiment.unknownMetrics.map(\.nearest) == ["hubs.north.utilisation"])
    let result = experiment.run()
    // Nothing opens and nobody is rostered, so that there is no share to judge.
    #expect(result.expectations.map(\.verdict) == [.uncertain, .pass, .fail])
    #expect(result.estimate("grades.P1.target") == Estimate(mean: 0.9))
    #expect(result.estimate("grades.P1.opened") == Estimate(mean: 0, halfWidth: 0))
    #expect(result.summary.grades[0].backlog.midnights == 2)
  }

  @Test func progressIsToldInOrder() {
    let told = Mutex<[Int]>([])
    _ = Experiment(plan: Self.plan(), replications: 4).run { done, of in told.withLock { $0.append(done * 10 + of) } }
    #expect(told.withLock { $0 } == [14, 24, 34, 44])
  }
}
