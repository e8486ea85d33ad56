import ContactCentre
import Experiments
import Synchronization
import Testing

@Suite struct CertaintyTests {
  /// The small centre of other tests, of which so many calls are expected; about 300 come.
  private func experiment(
    _ bounds: FigureExpectation.Bound..., replications: Int = 2, jobs: Int? = nil
  ) -> Experiment {
    let expectations = bounds.map { FigureExpectation(name: "\($0)", metric: "channels.999.offered", bound: $0) }
    return Experiment(
      plan: ExperimentTests.plan(expectations: expectations), seed: 7, replications: replications, jobs: jobs)
  }

  @Test func stopsWhereVerdictsAreCertain() {
    let result = experiment(.atLeast(10), .atMost(20), replications: 4).runUntilCertain(atMost: .max)
    #expect(result.replications == 4 && result.expectations.map(\.verdict) == [.pass, .fail])
    #expect(experiment().runUntilCertain(atMost: 64).replications == 2)
  }

  @Test(arguments: [(2, 11), (3, 12), (5, 5), (7, 3)])
  func neverGoesBeyondTheLimit(first: Int, most: Int) {
    let result = experiment(.atMost(undecided), replications: first).runUntilCertain(atMost: most)
    #expect(result.replications == max(first, most))
    #expect(result.expectations.map(\.verdict) == [.uncertain])
  }

  /// Two standard errors would do for one look; with several to come, each asks for more.
  @Test func oneLookOfSeveralAsksForMore() throws {
    let value = try #require(experiment(replications: 8).run().estimate("channels.999.offered"))
    let bound = FigureExpectation.Bound.atMost(value.mean + 1.1 * (try #require(value.halfWidth)))
    #expect(experiment(bound, replications: 8).run().expectations.map(\.verdict) == [.pass])
    let result = experiment(bound, replications: 8).runUntilCertain(atMost: 16)
    #expect(result.replications == 16)
  }

  @Test func isTheExperimentOfAsManyReplications() {
    let whole = experiment(.atMost(undecided), replications: 12).run()
    for jobs in [1, 2, 5] {
      let result = experiment(.atMost(undecided), replications: 3, jobs: jobs).runUntilCertain(atMost: 12)
      #expect(result.digest == whole.digest && result.events == whole.events)
      #expect(result.summary == whole.summary && result.expectations == whole.expectations)
      #expect(
        result.estimates.map { [$0.mean.bitPattern, $0.halfWidth?.bitPattern ?? 0] }
          == whole.estimates.map { [$0.mean.bitPattern, $0.halfWidth?.bitPattern ?? 0] })
    }
  }

  @Test func runsNoneTwice() {
    let told = Mutex<[[Int]]>([])
    let experiment = experiment(.atMost(undecided), replications: 2, jobs: 2)
    _ = experiment.runUntilCertain(atMost: 7) { done, of in told.withLock { $0.append([done, of]) } }
    #expect(told.withLock { $0 } == [[1, 2], [2, 2], [3, 4], [4, 4], [5, 7], [6, 7], [7, 7]])
  }

  /// A bound that no small number of replications can be certain about: their own mean.
  private var undecided: Double {
    experiment(replications: 12).run().estimate("channels.999.offered")?.mean ?? .nan
  }
}
