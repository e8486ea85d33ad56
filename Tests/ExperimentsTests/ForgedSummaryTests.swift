import ContactCentre
import Experiments
import Metrics
import Testing

@Suite struct ForgedSummaryTests {
  private static let experiment = Experiment(plan: ExperimentTests.plan(), seed: 3, replications: 1)
  private static let words = experiment.run().summary.words
  /// As many places as there are kinds of fields fall on: a step that shares no factor with the length of any part.
  private static let places = Array(0..<40) + Array(stride(from: 40, to: words.count, by: 31))

  /// Joins three shards that say the same, and makes all figures of them.
  private func merged(_ words: [UInt128]) -> Summary? {
    guard let summary = Summary(words: words, of: Self.experiment.plan, shards: 3) else { return nil }
    var whole = summary
    whole.merge(summary)
    whole.merge(summary)
    let catalogue = FigureCatalogue(plan: Self.experiment.plan)
    for index in catalogue.figures.indices { _ = catalogue.value(at: index, of: whole) }
    return whole
  }

  @Test(arguments: [UInt128(Int64.max), UInt128(Int64.max) + 1, UInt128(UInt64.max), 1 << 64, .max - 1, .max])
  func numbersThatSumsCannotHoldAreRefusedWherever(number: UInt128) {
    for place in Self.places {
      var forged = Self.words
      forged[place] = number
      #expect(merged(forged) == nil, "word \(place)")
    }
  }

  @Test(arguments: [1 << 20, 1 << 40, 1 << 53, 1 << 58] as [UInt128])
  func numbersThatAreNotRefusedCanBeMerged(number: UInt128) throws {
    var accepted = 0
    for place in Self.places {
      var forged = Self.words
      forged[place] = number
      if merged(forged) != nil { accepted += 1 }
    }
    // Most are counts and times of their own; the rest say how much follows, or sums that must fit what they are of.
    #expect(accepted > Self.places.count / 2)
    // Two that would do by themselves are too much together.
    var two = Self.words
    let free = try #require(two.indices.first { place in two[place] == 0 && place > 1 })
    two[free] = 1 << 59
    #expect(merged(two) != nil)
    two[free + 1] = 1 << 59
    #expect(merged(two) == nil)
  }

  @Test func aShardHasItsPartOfWhatThereIs() throws {
    var words = Self.words
    let free = try #require(words.indices.first { place in words[place] == 0 && place > 1 })
    words[free] = 1 << 60
    #expect(Summary(words: words, of: Self.experiment.plan) != nil)
    #expect(Summary(words: words, of: Self.experiment.plan, shards: 2) == nil)
    #expect(Summary(words: Self.words, of: Self.experiment.plan, shards: 1_000_000) != nil)
  }
}
