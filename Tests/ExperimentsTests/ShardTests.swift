import ContactCentre
import Experiments
import Metrics
import Testing

@Suite struct ShardTests {
  @Test func sharesHoldEveryReplicationOnce() {
    for count in 1...9 {
      for replications in [1, 2, 7, 20, 1_000] {
        let shares = (1...count).compactMap { Shard($0, of: count)?.range(of: replications) }
        #expect(shares.flatMap { Array($0) } == Array(0..<replications))
        let lengths = shares.map(\.count)
        #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
      }
    }
    #expect(Shard(0, of: 3) == nil && Shard(4, of: 3) == nil && Shard(1, of: 0) == nil)
  }

  @Test func aSummaryIsMadeAgainFromItsWords() throws {
    let experiment = Experiment(plan: ExperimentTests.plan(), seed: 3, replications: 3)
    let summary = experiment.run().summary
    let again = try #require(Summary(words: summary.words, of: experiment.plan))
    #expect(again == summary)
    // Merging goes on as if it had never been written.
    var twice = summary
    twice.merge(summary)
    var other = again
    other.merge(summary)
    #expect(twice == other)
  }

  @Test func wordsThatAreNoSummaryMakeNone() {
    let experiment = Experiment(plan: ExperimentTests.plan(), seed: 3, replications: 1)
    let words = experiment.run().summary.words
    #expect(Summary(words: [], of: experiment.plan) == nil)
    #expect(Summary(words: words + [0], of: experiment.plan) == nil)
    for place in stride(from: 0, to: words.count, by: 7) {
      #expect(Summary(words: Array(words[..<place]), of: experiment.plan) == nil)
      var damaged = words
      damaged[place] = .max
      // A sum may be any number; nothing else may be this one. No word makes it trap.
      _ = Summary(words: damaged, of: experiment.plan)
    }
    var none = words
    none[0] = 0
    #expect(Summary(words: none, of: experiment.plan) == nil)
  }

  @Test func moreReplicationsMakeTargetsAsPreciseAsAsked() {
    let experiment = Experiment(plan: ExperimentTests.plan(), seed: 5, replications: 1)
    let loose = experiment.run(until: Precision(halfWidth: 0.9, most: 100))
    #expect(loose.replications == 10 && loose.targetCertainty.widest <= 0.9)
    let wanted = loose.targetCertainty.widest / 2
    let tight = experiment.run(until: Precision(halfWidth: wanted, most: 400))
    #expect(tight.replications > 20 && tight.replications % 10 == 0)
    #expect(tight.targetCertainty.widest <= wanted)
    let capped = experiment.run(until: Precision(halfWidth: wanted / 100, most: 25))
    #expect(capped.replications == 25 && capped.targetCertainty.widest > wanted / 100)
  }
}
