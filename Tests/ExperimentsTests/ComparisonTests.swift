import ContactCentre
import DiscreteEvents
import Metrics
import Synchronization
import Testing

@testable import Experiments

@Suite struct ComparisonTests {
  private static let base = ExperimentTests.plan()

  /// The plan of ``ExperimentTests`` with its scenario changed.
  private func plan(_ change: (inout Scenario) -> Void) -> Plan {
    var scenario = Self.base.scenario
    change(&scenario)
    return Plan(scenario)
  }

  private func staffed(_ heads: Int) -> Plan {
    plan { $0.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: heads, count: 24), count: 7)) }
  }

  private func comparison(_ variant: Plan, replications: Int = 6, jobs: Int? = nil) -> Comparison {
    Comparison(
      base: Self.base, variants: [.init(name: "variant", plan: variant)], seed: 5, replications: replications,
      jobs: jobs)
  }

  @Test func differencesArePaired() throws {
    var estimator = Estimator()
    // Differences 3, 2, 4: mean 3, deviation 1; t with 2 degrees of freedom is 4.302652729749464. The variances of the
    // sides are 4 and 7, so that the root of their sum over the paired deviation is that of 11.
    let difference = estimator.difference(base: [10, 12, 14], variant: [13, 14, 18])
    #expect(difference.base == 12 && difference.variant == 15 && difference.difference == 3)
    #expect(abs(try #require(difference.halfWidth) - 4.302652729749464 / 3.0.squareRoot()) < 1e-12)
    #expect(abs(try #require(difference.narrowing) - 11.0.squareRoot()) < 1e-12)
    #expect(difference.isClear)
    #expect(!estimator.difference(base: [10, 12, 14], variant: [13, 11, 18]).isClear)
  }

  @Test func onlyReplicationsThatDefineBothCount() throws {
    var estimator = Estimator()
    let difference = estimator.difference(base: [1, .nan, 3, 5], variant: [2, 4, .nan, 8])
    #expect(difference.base == 3 && difference.variant == 5 && difference.difference == 2)
    #expect(abs(try #require(difference.halfWidth) - 12.706204736174694) < 1e-9)
    let single = estimator.difference(base: [1, .nan], variant: [2, 4])
    #expect(single == Difference(base: 1, variant: 2, difference: 1, definedIn: 1))
    #expect(difference.definedIn == 2 && Difference(base: [1, 2], variant: [2, 4]).definedIn == nil)
    let never = estimator.difference(base: [1, .nan], variant: [.nan, 4])
    #expect(never == Difference(base: 1, variant: 4))
    #expect(estimator.difference(base: [.nan], variant: [.nan]).base?.isNaN == true)
  }

  /// Before anything is simulated.
  @Test func variantsOfOtherDaysAreNotCompared() async {
    let longer = plan { $0.calendar.days += 1 }
    let error = #expect(throws: ComparisonObstacle.self) {
      try Comparison(checking: Self.base, variants: [.init(name: "longer", plan: longer)])
    }
    #expect(error == .otherDays(variant: "longer"))
    #expect(
      error?.description
        == "“longer” simulates another time than the base — give both the same calendar; only “drain” may differ")
    await #expect(processExitsWith: .failure) {
      var scenario = ExperimentTests.plan().scenario
      scenario.calendar.days += 1
      _ = Comparison(base: ExperimentTests.plan(), variants: [.init(name: "longer", plan: Plan(scenario))])
    }
  }

  /// Results tell variants apart by their names.
  @Test func variantsOfOneNameAreNotCompared() async {
    let error = #expect(throws: ComparisonObstacle.self) {
      try Comparison(
        checking: Self.base, variants: ["more", "less", "more"].map { .init(name: $0, plan: Self.base) })
    }
    #expect(error == .nameTwice("more"))
    #expect(error?.description == "two variants are called “more” — give each a name of its own")
    await #expect(processExitsWith: .failure) {
      let plan = ExperimentTests.plan()
      _ = Comparison(base: plan, variants: ["more", "more"].map { .init(name: $0, plan: plan) })
    }
  }

  @Test func plansThatCanBeComparedAre() throws {
    let variants = [Comparison.Variant(name: "more", plan: staffed(9)), .init(name: "less", plan: staffed(2))]
    let comparison = try Comparison(checking: Self.base, variants: variants, seed: 3, replications: 4, jobs: 1)
    #expect(comparison.variants.map(\.name) == ["more", "less"])
    #expect(comparison.seed == 3 && comparison.replications == 4 && comparison.jobs == 1)
  }

  @Test func anIntervalThatEndsAt0IsNotClear() {
    #expect(!Difference(difference: 1, halfWidth: 1).isClear)
    #expect(!Difference(difference: 0, halfWidth: 0).isClear)
    #expect(!Difference(difference: 1).isClear)
    #expect(Difference(difference: -1, halfWidth: 0).isClear)
  }

  /// Sums of the same costs in another order.
  @Test func roundingIsNoDifference() {
    let sums = Difference(
      base: [2671.2, 2671.2, 5342.4], variant: [2671.2000000000003, 2671.2000000000003, 5342.400000000001])
    #expect(sums.difference != 0 && !sums.isClear && sums.isNone && sums.narrowing == nil)
    let same = Difference(base: [0, 0], variant: [0, 0])
    #expect(!same.isClear && same.isNone)
    let penny = Difference(base: [2671.2, 2671.2], variant: [2671.21, 2671.21])
    #expect(penny.isClear && !penny.isNone)
    // That there is none on average does not mean there is none.
    let noise = Difference(base: [1, 2], variant: [2, 1])
    #expect(noise.difference == 0 && !noise.isNone && !noise.isClear)
    #expect(!Difference(base: 1, variant: 1, difference: 0).isNone)
  }

  /// Four nights of a hundred say next to nothing of what would be the same on all of them.
  @Test func whatFewReplicationsDefineIsNotTheSame() {
    func values(definedIn count: Int) -> [Double] { (0..<100).map { $0 < count ? 1 : .nan } }
    let few = Difference(base: values(definedIn: 4), variant: values(definedIn: 4))
    #expect(few.definedIn == 4 && few.halfWidth == 0 && !few.isNone && !few.isClear)
    let many = Difference(base: values(definedIn: 20), variant: values(definedIn: 20))
    #expect(many.definedIn == 20 && many.isNone)
  }

  /// The 5 % at which an interval of t ends, and what is beyond.
  @Test func chanceIsThatOfTheInterval() throws {
    let edge = Difference(difference: 1, halfWidth: 1)
    #expect(abs(try #require(edge.chance(of: 20)) - 0.05) < 1e-12)
    // Student's t with 19 degrees of freedom: 2.861 is beyond 99 %.
    let far = Difference(difference: -2.860935, halfWidth: 2.093024)
    #expect(abs(try #require(far.chance(of: 20)) - 0.01) < 1e-6)
    #expect(Difference(difference: 1, halfWidth: 0).chance(of: 20) == 0)
    #expect(Difference(difference: 0, halfWidth: 0).chance(of: 20) == 1)
    #expect(Difference(difference: 1).chance(of: 20) == nil)
    #expect(Difference(difference: 1, halfWidth: 1, definedIn: 2).chance(of: 20) == edge.chance(of: 2))
  }

  @Test func anIdenticalVariantDiffersByNothing() throws {
    let result = comparison(Self.base).run()
    let variant = try #require(result.variant("variant"))
    #expect(variant.result.digest == result.base.digest)
    for compared in variant.figures {
      let value = compared.difference
      #expect(value.narrowing == nil)
      #expect(value.difference ?? 0 == 0 && value.halfWidth ?? 0 == 0, "\(compared.figure.name)")
      // What both sides define has a difference.
      #expect((value.difference == nil) == (value.base?.isNaN ?? true), "\(compared.figure.name)")
    }
    #expect(variant.onlyInBase == [] && variant.onlyInVariant == [])
    #expect(result.variant("other") == nil)
  }

  @Test func oneMoreHandlerIsSeenMoreClearlyInPairs() throws {
    let result = comparison(staffed(3), replications: 20).run()
    let variant = result.variants[0]
    let name = "channels.999.serviceLevel.ofOffered"
    let level = try #require(variant.difference(name))
    let halfWidth = try #require(level.halfWidth)
    #expect(level.isClear && (level.difference ?? 0) > 0)
    let sides = try [result.base, variant.result].map { try #require($0.estimate(name)?.halfWidth) }
    let independent = (sides[0] * sides[0] + sides[1] * sides[1]).squareRoot()
    #expect(abs(try #require(level.narrowing) - independent / halfWidth) < 1e-9)
    #expect(halfWidth < 0.8 * independent)
    // Of contacts offered only redials differ.
    #expect(try #require(variant.difference("channels.999.offered")?.narrowing) > 1.5)
    #expect(
      variant.difference("teams.calls.cost") == Difference(base: 960, variant: 1_440, difference: 480, halfWidth: 0))
    // Quantiles are of all contacts together, and constants of the scenario.
    let p90 = try #require(variant.difference("channels.999.speedOfAnswer.p90"))
    #expect(try #require(p90.difference) < 0 && p90.halfWidth == nil)
    #expect(variant.difference("channels.999.serviceLevel.within")?.difference == 0)
    #expect(variant.difference("channels.999.nothing") == nil)
  }

  @Test func sidesAreWhatTheyAreAlone() {
    let result = comparison(staffed(3), replications: 4).run()
    for (plan, side) in [(Self.base, result.base), (staffed(3), result.variants[0].result)] {
      let alone = Experiment(plan: plan, seed: 5, replications: 4).run()
      #expect(alone.digest == side.digest && alone.summary == side.summary && alone.events == side.events)
    }
  }

  @Test func jobsDoNotShow() {
    let results = [1, 2, 5].map { comparison(staffed(3), jobs: $0).run() }
    for result in results.dropFirst() {
      #expect(result.base.digest == results[0].base.digest)
      #expect(result.variants[0].result.summary == results[0].variants[0].result.summary)
      #expect(bits(result) == bits(results[0]))
    }
  }

  private func bits(_ result: PairedResult) -> [[UInt64?]] {
    result.variants[0].figures.map(\.difference).map {
      [$0.base, $0.variant, $0.difference, $0.halfWidth, $0.narrowing].map { $0?.bitPattern }
    }
  }

  @Test func whatOnlyOneSideHasIsListed() throws {
    let variant = plan { scenario in
      scenario.teams.append(Team(id: "reserve", answers: ["999"], staff: .shifts([]), costPerHour: 10))
      scenario.channels.append(
        Channel(id: "101", arrivals: .profile(ArrivalProfile(perYear: 0)), handling: .constant(60)))
      scenario.channels[0].outcomes = []
    }
    let result = comparison(variant, replications: 2).run().variants[0]
    #expect(result.onlyInBase == ["channels.999.outcomes"])
    #expect(result.onlyInVariant == ["channels.101", "teams.reserve"])
    #expect(
      result.difference("teams.reserve.cost") == Difference(variant: 0), "a team without anybody costs nothing")
    let outcome = try #require(result.difference("channels.999.outcomes.P1"))
    #expect(outcome.base != nil && outcome.variant == nil && outcome.difference == nil && outcome.halfWidth == nil)
    // No figure of either side is missing.
    let names = Set(result.figures.map(\.figure.name))
    #expect(FigureCatalogue(plan: Self.base).figures.allSatisfy { names.contains($0.name) })
    #expect(FigureCatalogue(plan: variant).figures.allSatisfy { names.contains($0.name) })
  }

  @Test func otherDaysAreOtherCallers() {
    let scenario = Self.base.scenario
    let changes: [(inout ScenarioCalendar) -> Void] = [
      { $0.start += .hour }, { $0.days = 2 }, { $0.warmUp = 0 }, { $0.interval = 2 * .hour },
    ]
    for change in changes {
      var other = scenario
      change(&other.calendar)
      #expect(!Comparison.hasSameDays(scenario, other))
    }
    var other = scenario
    other.calendar.drain = 0
    #expect(Comparison.hasSameDays(scenario, other))
  }

  @Test func progressCountsAllRuns() {
    let told = Mutex<[Int]>([])
    _ = comparison(Self.base, replications: 2).run { done, of in told.withLock { $0.append(done * 10 + of) } }
    #expect(told.withLock { $0 } == [14, 24, 34, 44])
  }
}
