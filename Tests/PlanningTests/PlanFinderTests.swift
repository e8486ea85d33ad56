import Foundation
import Testing
import Watchroom

@testable import Planning

/// What is done where the search finds nothing, and what is said where nothing is there.
@Suite struct PlanFinderTests {
  private func scorer(_ scenario: Scenario) -> PlanScorer {
    PlanScorer(
      scenario: scenario, levers: scenario.staffLevers(),
      targets: scenario.sizingTargets(in: FigureCatalogue(plan: Plan(scenario))), seed: 1, jobs: nil,
      counter: RunCounter(nil))
  }

  /// What is found by a search to which every plan fails.
  private func finding(in scenario: Scenario) -> PlanFinder.Finding {
    let scorer = scorer(scenario)
    var search = SizeSearch(
      levers: scorer.levers, targetCount: scorer.targets.count, fine: 2, near: 2, evidence: 2
    ) { plans, count in plans.map { _ in scorer.targets.map { _ in Array(repeating: -1, count: count) } } }
    return PlanFinder(scorer: scorer, refinement: PlanRefinement(scorer: scorer, replications: 4))
      .find(by: &search, from: scorer.levers.map { _ in 1 })
  }

  private func staffed(_ heads: Int) -> Scenario {
    var scenario = ErlangStaffingTests.scenario()
    scenario.teams[0].staff = .shifts(
      ["day", "night"].map { .init(shift: $0, heads: Array(repeating: heads, count: 7)) })
    return scenario
  }

  @Test func headsThatThereAreAreAPlanIfTheyPass() {
    #expect(finding(in: staffed(9)).plan?.heads == [9, 9])
  }

  @Test func twiceTheHeadsAreAPlanIfTheyPass() {
    let finding = finding(in: staffed(1))
    #expect(finding.plan?.heads == [11, 11] && finding.plan?.passes == true && finding.shortfall == nil)
  }

  @Test func ofLimitsThatAreTooTightItIsSaid() throws {
    var scenario = staffed(3)
    scenario.sizing = Sizing(
      teams: [.init(id: "calls", limits: [.init(shift: "day", most: 1), .init(shift: "night", most: 2)])])
    let size = StaffingSizer(scenario, replications: 6).size()
    #expect(size.plan == nil && size.shortfall?.most.heads == [1, 2] && size.bar == .limits)
    let words = SizeShortfallWords(size)
    #expect(words.message == "no plan within the limits meets every target, least of all 999 in time")
    #expect(words.remedy == "allow more heads or more shifts, or ask for less")
    let text = SizeText(size, of: scenario).text.replacing("\n", with: " ")
    #expect(
      text.contains("Most tried are all the heads that the limits allow: furthest from being met is 999"), "\(text)")
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(SizeJSON(size, provenance: Provenance(scenarioDigest: "")).text.utf8)) as? [String: Any])
    #expect((json["mostTried"] as? [String: Any])?["heads"] as? [Int] == [1, 2] && json["plan"] is NSNull)
  }

  /// By day hardly anybody is answered in time, and only the night may change, which has heads enough.
  @Test func ofHeadsThatDoNotHelpItIsSaid() throws {
    var scenario = staffed(9)
    scenario.sizing = Sizing(teams: [.init(id: "calls", limits: [.init(shift: "day", least: 1, most: 1)])])
    let size = StaffingSizer(scenario, replications: 6).size()
    let shortfall = try #require(size.shortfall)
    #expect(shortfall.fewer.heads == [1, 9] && shortfall.most.heads == [1, 19])
    #expect(size.bar == .elsewhere(atLimits: [0]))
    #expect(
      SizeShortfallWords(size).remedy
        == "allow more day at calls, or let other teams, shifts or days change, or ask for less: more heads of what may have "
        + "more do not help")
    let text = SizeText(size, of: scenario).text.replacing("\n", with: " ")
    #expect(text.contains("More heads where there may be more do not help: it is missed at hours"), "\(text)")
    #expect(text.contains("have all they may: day at calls."), "\(text)")
    #expect(text.contains("Most tried"), "\(text)")
    #expect(StaffingSizer(staffed(9), replications: 6).size().bar == nil)
  }

  /// Twice the heads are half of the way, so that more of them might be all of it: no limit is to blame.
  @Test func ofHeadsThatAreTooFewItIsSaid() {
    let scorer = scorer(staffed(1))
    func scored(_ heads: Int, _ share: Double) -> StaffingSize.Scored {
      StaffingSize.Scored(
        heads: [heads, heads], cost: Estimate(mean: 1), values: [Estimate(mean: share)], verdicts: [.fail],
        meets: false, hoursMissed: nil)
    }
    let size = StaffingSize(
      levers: scorer.levers, kept: [], targets: scorer.targets, costUnit: .money, plan: nil,
      shortfall: .init(fewer: scored(1, 0.1), most: scored(11, 0.5)), confirmation: nil, oneFewer: [], rivals: [],
      plansTried: 1, replications: 2, seed: 1, scenario: staffed(1))
    #expect(size.bar == .tooFew)
    let words = SizeShortfallWords(size)
    #expect(words.message == "no plan was found that meets every target, least of all 999 in time")
    #expect(words.remedy == "give the scenario more heads to begin from, or ask for less")
  }

  /// Of three callers a day the interval of a share is wide, even where all are answered at once.
  @Test func ofRunsThatAreTooFewItIsSaid() {
    let scorer = scorer(staffed(1))
    let most = StaffingSize.Scored(
      heads: [11, 11], cost: Estimate(mean: 1), values: [Estimate(mean: 1, halfWidth: 0.4)], verdicts: [.uncertain],
      meets: true, hoursMissed: nil)
    let size = StaffingSize(
      levers: scorer.levers, kept: [], targets: scorer.targets, costUnit: .money, plan: nil,
      shortfall: .init(fewer: most, most: most), confirmation: nil, oneFewer: [], rivals: [], plansTried: 1,
      replications: 2, seed: 1, scenario: staffed(1))
    #expect(size.bar == .tooFewRuns)
    let words = SizeShortfallWords(size)
    #expect(words.message == "no plan was found that meets every target beyond doubt, most doubtful 999 in time")
    #expect(words.remedy == "simulate more days or replications (--days, --replications): by mean every target is met")
    let text = SizeText(size, of: staffed(1)).text.replacing("\n", with: " ")
    #expect(text.contains("meet all by mean. Most doubtful is 999 in time, with 100.00% ± 40.00"), "\(text)")
    #expect(!text.contains("do not help"))
  }

  /// What is missed is harder than what is met, however much in doubt that is.
  @Test func theHardestTargetIsAMissedOneIfThereIsAny() {
    var scenario = staffed(1)
    scenario.expectations = [.init(name: "a", metric: "channels.999.speedOfAnswer.mean", bound: .atMost(200))]
    let scorer = scorer(scenario)
    let plan = StaffingSize.Scored(
      heads: [1, 1], cost: Estimate(mean: 1),
      values: [Estimate(mean: 0.1, halfWidth: 0.01), Estimate(mean: 190, halfWidth: 400)],
      verdicts: [.fail, .uncertain], meets: false, hoursMissed: nil)
    let size = StaffingSize(
      levers: scorer.levers, kept: [], targets: scorer.targets, costUnit: .money, plan: plan, shortfall: nil,
      confirmation: nil, oneFewer: [], rivals: [], plansTried: 1, replications: 2, seed: 1, scenario: scenario)
    #expect(size.hardest(plan) == 0)
  }

  /// Seconds are not worth more than shares: two seconds beyond two minutes are nearer than half of what must be in time.
  @Test func theHardestTargetIsTheOneMissedByMostOfItsBound() throws {
    var scenario = staffed(1)
    scenario.expectations = [.init(name: "a", metric: "channels.999.speedOfAnswer.mean", bound: .atMost(200))]
    let scorer = scorer(scenario)
    let plan = StaffingSize.Scored(
      heads: [1, 1], cost: Estimate(mean: 1), values: [Estimate(mean: 0.45), Estimate(mean: 202)],
      verdicts: [.fail, .fail], meets: false, hoursMissed: nil)
    let size = StaffingSize(
      levers: scorer.levers, kept: [], targets: scorer.targets, costUnit: .money, plan: plan, shortfall: nil,
      confirmation: nil, oneFewer: [], rivals: [], plansTried: 1, replications: 2, seed: 1, scenario: scenario)
    #expect(size.hardest(plan) == 0)
  }
}
