import ContactCentre
import DiscreteEvents
import Metrics
import Testing

@testable import Experiments

/// Shares that were the same in every replication, which is no certainty.
@Suite struct RareEventTests {
  /// A centre that answers so many calls a day at once.
  private func experiment(perDay: Double, replications: Int, _ bounds: FigureExpectation.Bound...) -> Experiment {
    let level = "channels.999.serviceLevel.ofOffered"
    return Experiment(
      plan: Plan(
        Scenario(
          name: "quiet", calendar: ScenarioCalendar(start: 1_658_448_000_000),
          channels: [
            Channel(
              id: "999", arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), handling: .constant(1),
              target: .init(share: 0.9, within: 10_000))
          ],
          teams: [
            Team(
              id: "calls", answers: ["999"],
              staff: .intervals(heads: Array(repeating: Array(repeating: 9, count: 24), count: 7)))
          ],
          expectations: bounds.map { FigureExpectation(name: "\($0)", metric: level, bound: $0) })),
      seed: 3, replications: replications)
  }

  @Test func fewCasesSayLittle() throws {
    let result = experiment(perDay: 5, replications: 4, .atLeast(0.9), .atMost(0.95)).run()
    let offered = try #require(result.estimate("channels.999.offered")).mean * 4
    let level = try #require(result.estimate("channels.999.serviceLevel.ofOffered"))
    #expect(level.mean == 1 && offered < 36)
    #expect(result.isByCases("channels.999.serviceLevel.ofOffered") && !result.isByCases("channels.999.offered"))
    // As many as came, and the chance that none is late of those of which one in ten is.
    #expect(try #require(level.halfWidth) > 0.1)
    #expect(result.expectations.map(\.verdict) == [.uncertain, .uncertain])
    #expect(result.targetCertainty.widest > 0.1)
    // A share of time and a count have no such cases.
    #expect(result.estimate("channels.999.abandoned")?.halfWidth == 0)
  }

  @Test func manyCasesAreEnough() throws {
    let result = experiment(perDay: 2_000, replications: 4, .atLeast(0.9), .atMost(0.95)).run()
    #expect(result.estimate("channels.999.serviceLevel.ofOffered")?.mean == 1)
    #expect(result.expectations.map(\.verdict) == [.pass, .fail])
  }

  @Test func moreReplicationsDecide() {
    let result = experiment(perDay: 5, replications: 2, .atLeast(0.9)).runUntilCertain(atMost: 256)
    #expect(result.expectations.map(\.verdict) == [.pass])
    #expect((8...64).contains(result.replications))
  }

  /// As none does, one bad case among hundreds makes a figure no surer: t would say 3.1 in n, where none says 3.7.
  @Test func theFirstBadCaseWidensTheInterval() throws {
    let plan = experiment(perDay: 30, replications: 20).plan
    let name = "channels.999.abandonmentRate"
    let catalogue = FigureCatalogue(plan: plan)
    let whole = experiment(perDay: 30, replications: 20).run()
    let none = try #require(whole.estimate(name))
    var samples = whole.samples
    let column = catalogue.figures[..<(try #require(catalogue.index(of: name)))].count { $0.kind == .estimate }
    let offered = try #require(whole.values(of: "channels.999.offered"))
    samples[7][column] = 1 / offered[7]
    var estimator = FigureEstimator(catalogue, samples: samples, summary: whole.summary)
    // Told of a case that the summary has not, it is no narrower still.
    let one = estimator.estimate(at: try #require(catalogue.index(of: name)))
    #expect(none.mean == 0 && one.mean > 0)
    #expect(try #require(one.halfWidth) >= #require(none.halfWidth))
    #expect(Estimate(of: samples.map { $0[column] }).halfWidth ?? 1 < none.halfWidth ?? 0)
  }

  /// Of five looks each is by 99 %, of shares of few cases as well: 1 − 0.005^(1/n).
  @Test func looksAreByTheirOwnLevel() throws {
    let result = experiment(perDay: 5, replications: 20, .atLeast(0.9)).run()
    var estimator = FigureEstimator(result.catalogue, samples: result.samples, summary: result.summary)
    let place = try #require(result.catalogue.index(of: "channels.999.serviceLevel.ofOffered"))
    let cases = try #require(result.catalogue.share(at: place, of: result.summary)).whole
    let end = try #require(estimator.estimate(at: place, looks: 5).halfWidth)
    #expect(cases > 50 && abs(end - (1 - PortableMath.exp(PortableMath.log(0.005) / Double(cases)))) < 1e-12)
  }

  /// Shares that differ keep the interval of Student's t.
  @Test func whatVariesIsAsEver() throws {
    let result = Experiment(plan: ExperimentTests.plan(), seed: 7, replications: 5).run()
    let name = "channels.999.serviceLevel.ofOffered"
    let values = try #require(result.values(of: name))
    #expect(Set(values).count > 1 && result.estimate(name) == Estimate(of: values))
  }

  @Test func looksAreCounted() {
    #expect(experiment(perDay: 5, replications: 20).looks(atMost: 256) == 5)
    #expect(experiment(perDay: 5, replications: 20).looks(atMost: 20) == 1)
    #expect(experiment(perDay: 5, replications: 20).looks(atMost: 21) == 2)
    #expect(experiment(perDay: 5, replications: 1).looks(atMost: .max) == 64)
  }
}
