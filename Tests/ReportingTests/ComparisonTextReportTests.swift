import Foundation
import Testing
import Watchroom

@testable import Experiments
@testable import Findings
@testable import Reporting
@testable import Writing

@Suite struct ComparisonTextReportTests {
  private func text(_ result: PairedResult, isColoured: Bool = false) -> String {
    ComparisonTextReport(result, provenance: HandmadeComparison.provenance, isColoured: isColoured).text
  }

  @Test func readsAsAPlannerExpects() {
    let result = HandmadeComparison.result()
    #expect(text(result).replacing(result.base.digest, with: "(digest)") == snapshot)
  }

  @Test func colourAddsNothingButColour() {
    let result = HandmadeComparison.result()
    let coloured = text(result, isColoured: true)
    #expect(coloured.contains("\u{1B}[32mbetter\u{1B}[0m") && coloured.contains("\u{1B}[1;31mworse\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(result))
  }

  @Test(arguments: TextReportTests.hostileNames)
  func hostileNamesStayOnThePage(name: String) {
    let scenario = Handmade.scenario(name: name, emergency: name, team: name, expectations: [])
    var variant = scenario
    variant.channels[1].id = "x" + name
    variant.teams[1].answers = ["x" + name]
    variant.channels[0].target?.within = 20_000
    let provenance = ComparisonProvenance(
      baseDigest: name, variantDigests: [name, name], command: ["watchroom", "compare", name])
    for result in [
      HandmadeComparison.result(name: name, scenario),
      HandmadeComparison.result(name: name, scenario, variant: variant),
    ] {
      let text = ComparisonTextReport(result, provenance: provenance).text
      #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }

  @Test func enormousNumbersStayOnThePage() {
    let huge = HandmadeComparison.result { figure, mean in figure.unit == .share ? mean : mean * 1e13 }
    #expect(text(huge).split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
  }

  @Test func undefinedFiguresAreDashes() {
    let nothing = text(HandmadeComparison.result { _, _ in .nan })
    #expect(!nothing.lowercased().contains("nan"))
    #expect(nothing.contains("66.00% \u{2192} \u{2013}"))
  }

  @Test func whatIsOnlyOnOneSideIsSaid() {
    var scenario = Handmade.scenario()
    scenario.channels[1].id = "front desk"
    scenario.teams[1].answers = ["front desk"]
    let report = text(HandmadeComparison.result(variant: scenario))
    #expect(report.contains("\nOnly in the base: channels.online. Only in the variant: channels.front desk.\n"))
    #expect(report.contains("\nfront desk "))
    #expect(
      report.contains(
        "  6.25% \u{2192} \u{2013}        \u{2013}         only in the base\n"))
  }

  @Test func anotherLimitIsPointedOut() {
    var scenario = Handmade.scenario()
    scenario.channels[0].target?.within = 60_000
    let report = text(HandmadeComparison.result(variant: scenario))
    #expect(report.contains("\nIn time means another limit than in the base: 999 (10 s \u{2192} 1 min).\n"))
    #expect(report.contains("\nIn time of offered "))
  }

  /// What only moves the goalpost is no merit of a plan.
  @Test func whatIsMeasuredByAnotherLimitHasNoVerdict() {
    var scenario = Handmade.scenario()
    scenario.channels[0].target?.within = 60_000
    let result = HandmadeComparison.result(variant: scenario)
    let report = text(result)
    #expect(report.contains("+8.00 ± 0.31  another limit\n") && report.contains("-25.00 ± 0.97  another limit\n"))
    #expect(!report.contains("+8.00 ± 0.31  better\n") && !report.contains("-25.00 ± 0.97  worse\n"))
    let sentence = ClosingSentence(result.variants[0], base: result.base.scenario).text
    #expect(sentence.hasSuffix(" 999 is measured by another limit than in the base."), "\(sentence)")
    #expect(!sentence.contains("lift"), "\(sentence)")
  }

  /// What is clearly cheaper must not read as nothing.
  @Test func aSmallClearDifferenceHasDigits() {
    let report = text(HandmadeComparison.result { $0.name == "cost.total" ? $1 - 0.3 : $1 })
    #expect(report.contains(/-0\.3 ± +0\.0  cheaper\n/), "\(report)")
  }

  private func closing(_ change: @escaping (String, Double) -> Double) -> String {
    let result = HandmadeComparison.result { figure, mean in change(figure.name, mean) }
    return ClosingSentence(result.variants[0], base: result.base.scenario).text
  }

  @Test func theLastSentenceSetsServiceBesideCost() {
    let level = "channels.999.serviceLevel.ofOffered"
    #expect(closing { $1 } == "The same rostered hours at the same cost leave every service level as it was.")
    #expect(
      closing { $0 == level ? $1 - 0.08 : $1 }
        == "The same rostered hours at the same cost lower 999 within 10 s of offered by 8.00 ± 0.31 points.")
    #expect(
      closing { $0 == "cost.total" ? $1 - 432 : $1 }
        == "The same rostered hours cost 432 ± 17 a day less and leave every service level as it was.")
    #expect(
      closing { $0 == "teams.desk.rosteredHours" ? $1 - 7.5 : $0 == level ? $1 + 0.08 : $1 }
        == "-7.5 rostered hours a day cost no more and no less and lift 999 within 10 s of offered by 8.00 ± 0.31 points."
    )
  }

  /// The result of a variant whose service levels differ from the base's by these amounts in each replication.
  private func variant(levels: [String: [Double]], replications: Int) -> PairedResult {
    let base = Handmade.result(Handmade.response(), replications: replications)
    let estimated = base.catalogue.figures.filter { $0.kind == .estimate }
    var samples = base.samples
    for (name, amounts) in levels {
      guard let column = estimated.firstIndex(where: { $0.name == name }) else { continue }
      for (index, amount) in amounts.enumerated() { samples[index][column] += amount }
    }
    let variant = ExperimentResult(
      plan: Plan(base.scenario), seed: 1, catalogue: base.catalogue, samples: samples, summary: base.summary,
      digests: Array(repeating: EventDigest(), count: replications))
    return PairedResult(base: base, variants: [("v", variant)])
  }

  /// Each of three levels has an interval that does not hold 0, by a little. Alone each would be clear; together they are not,
  /// unless the others are clear beyond all doubt.
  @Test func effectsAreHeldTo95PerCentTogether() {
    let names = ["channels.999.serviceLevel.ofOffered", "grades.P1.withinTarget", "grades.P2.withinTarget"]
    // t of the mean over ten with nine degrees of freedom: 2.4, where 2.26 is beyond 95 %, 2.69 beyond 97.5 % and 2.93 beyond
    // 98.3 %.
    func amounts(_ t: Double) -> [Double] { (0..<10).map { 0.001 * ($0 % 2 == 0 ? 1 : -1) + 0.001 / 3 * t } }
    func sentence(_ ts: [Double]) -> String {
      let result = variant(
        levels: Dictionary(uniqueKeysWithValues: zip(names, ts.map(amounts))), replications: 10)
      return ClosingSentence(result.variants[0], base: result.base.scenario).text
    }
    #expect(sentence([2.4]).contains("lift 999 within 10 s of offered by"))
    #expect(sentence([2.4, 2.4, 2.4]).contains("make no clear difference to any service level"))
    // The clearest takes a third of 5 %, the next a half, the last all.
    #expect(sentence([2.4, 2.8, 3]).components(separatedBy: " by 0.").count == 4)
    #expect(sentence([2.4, 2.8, 2.8]).contains("make no clear difference"))
    #expect(sentence([2.4, 2.4, 9]).contains("No clear difference to 999"))
  }

  @Test func saysOnHowFewReplicationsDifferencesRest() {
    let level = "channels.999.serviceLevel.ofOffered"
    let base = Handmade.result(replications: 100, isDefined: { figure, index in figure.name != level || index < 4 })
    let result = PairedResult(base: base, variants: [("v", base)])
    #expect(
      text(result).contains(
        "\nNot every replication defines all of these under both plans: some differences\nrest on 4 of 100 only.\n"))
    #expect(text(result).contains("no clear difference\n"))
    #expect(!text(result).contains("as it was"))
    let json = ComparisonJSONReport(result, provenance: HandmadeComparison.provenance).text
    #expect(json.contains("\"halfWidth\": 0,\n            \"of\": 4"))
    #expect(ComparisonPage(result, provenance: HandmadeComparison.provenance).html.contains("rest on 4 of 100 only."))
    #expect(!text(HandmadeComparison.result()).contains("Not every replication"))
  }

  /// The sentence of a variant whose replications differ from the base's by these costs.
  private func closing(costs: [Double]) throws -> String {
    let base = Handmade.result(replications: costs.count)
    let estimated = base.catalogue.figures.filter { $0.kind == .estimate }
    let column = try #require(estimated.firstIndex { $0.name == "cost.total" })
    var samples = base.samples
    for (index, cost) in costs.enumerated() { samples[index][column] += cost }
    let variant = ExperimentResult(
      plan: Plan(base.scenario), seed: 1, catalogue: base.catalogue, samples: samples, summary: base.summary,
      digests: Array(repeating: EventDigest(), count: costs.count))
    let result = PairedResult(base: base, variants: [("v", variant)])
    return ClosingSentence(result.variants[0], base: base.scenario).text
  }

  @Test func aCostIsAsSureAsItsIntervalSays() throws {
    let rest = "leave every service level as it was."
    #expect(
      try closing(costs: [300, -200, 0])
        == "The same rostered hours make no clear difference in cost and \(rest)")
    #expect(try closing(costs: [120, 120, 120]) == "The same rostered hours cost 120 a day more and \(rest)")
    #expect(try closing(costs: [0.2, 0.1, 0.3]) == "The same rostered hours at the same cost \(rest)")
    // Of one replication nobody knows how sure it is.
    #expect(
      try closing(costs: [-75])
        == "The same rostered hours cost 75 a day less and have effects on service levels that one replication cannot "
        + "tell from chance.")
    // A mean of nothing is no clear difference if it might be a thousand.
    #expect(try closing(costs: [900, -900, 0]).contains("no clear difference in cost"))
  }

  /// Hours that are rostered tell nothing of breaks: of as many, more may be at work.
  @Test func moreAtWorkOfTheSameRosteredHoursIsSaid() {
    func closing(_ change: @escaping (Figure, Double) -> Double) -> String {
      let result = HandmadeComparison.result(Handmade.scenario(days: 2), changed: change)
      return ClosingSentence(result.variants[0], base: result.base.scenario).text
    }
    func staffed(_ more: Double, cost: Double = 0) -> String {
      closing { figure, mean in
        switch figure.name {
        case "teams.contact.staffedHours": mean + more
        case "cost.total": mean + cost
        default: mean
        }
      }
    }
    let rest = "leave every service level as it was."
    #expect(staffed(30) == "The same rostered hours at the same cost, with 15.0 more hours a day at work, \(rest)")
    #expect(staffed(-30) == "The same rostered hours at the same cost, with 15.0 fewer hours a day at work, \(rest)")
    #expect(staffed(30, cost: 240).hasPrefix("The same rostered hours, with 15.0 more hours a day at work, cost 120"))
    // Less than a hundredth is nothing to speak of, and other rostered hours speak for themselves.
    #expect(staffed(8) == "The same rostered hours at the same cost \(rest)")
    #expect(!closing(HandmadeComparison.change).contains("at work"))
  }

  /// Hours, cost and the cost's interval are all of a day, however many days were simulated.
  @Test func hoursAndCostsOfSeveralDaysAreToldByTheDay() {
    let result = HandmadeComparison.result(Handmade.scenario(days: 2))
    let sentence = ClosingSentence(result.variants[0], base: result.base.scenario).text
    #expect(sentence.hasPrefix("+12 rostered hours a day cost 216 \u{B1} 8 a day more and lift 999"), "\(sentence)")
  }
}

private let snapshot = """
  Compared with A handmade night
  ================================================================================
  From          Friday 22 July 2022, 07:00
  To            Saturday 23 July 2022, 07:00 (1 day)
  Clocks        Europe/London
  Seed          1
  Replications  3 (± is the 95% half-width of the paired difference)

  Callers are the same under every plan, but for what a variant itself changes
  about them, so each difference is the plan's own. Differences of shares are in
  percentage points.

  more
  --------------------------------------------------------------------------------
  999                        Base → variant      Difference
  Within 10 s of offered    66.00% → 74.00%    +8.00 ± 0.31  better
  Abandoned                   6.25% → 3.13%    -3.13 ± 0.12  better
  Mean wait                 26.0 s → 39.0 s  +13.0 s ±  0.5  worse
  Offered                 2,426.0 → 2,426.0      0.0 ±  0.0  the same
  Contained                     16.0 → 16.0      0.0 ±  0.0  the same
  Diverted                        4.0 → 4.0      0.0 ±  0.0  the same
  Answered                2,256.0 → 2,256.0      0.0 ±  0.0  the same

  online                     Base → variant      Difference
  Abandoned                   6.25% → 9.38%    +3.13 ± 0.12  worse
  Mean wait                 26.0 s → 13.0 s  -13.0 s ±  0.5  better
  Offered                 2,426.0 → 2,426.0      0.0 ±  0.0  the same
  Contained                     16.0 → 16.0      0.0 ±  0.0  the same
  Diverted                        4.0 → 4.0      0.0 ±  0.0  the same
  Answered                2,256.0 → 2,256.0      0.0 ±  0.0  the same

  contact                    Base → variant      Difference
  Occupancy                 82.00% → 82.00%     0.00 ± 0.00  the same
  Rostered hours              480.0 → 504.0    +24.0 ±  0.9  more
  Staffed hours               427.5 → 427.5      0.0 ±  0.0  the same

  desk                       Base → variant      Difference
  Occupancy                 82.00% → 82.00%     0.00 ± 0.00  the same
  Rostered hours              480.0 → 480.0      0.0 ±  0.0  the same
  Staffed hours               427.5 → 427.5      0.0 ±  0.0  the same

  Costs                      Base → variant      Difference
  contact                     8,640 → 9,072     +432 ±   17  dearer
  desk                        8,640 → 8,640        0 ±    0  the same
  All costs                 15,840 → 16,272     +432 ±   17  dearer

  In time, most changed      Base → variant      Difference
  05:00 999                 84.38% → 59.38%   -25.00 ± 0.97  worse
  22:00 999                  31.25% → 6.25%   -25.00 ± 0.97  worse
  06:00 999                 81.25% → 93.75%   +12.50 ± 0.49  better

  Pairing: had each plan met callers of its own, the intervals above would be 2.2
  to 52.6 times as wide (median 8.0), and as narrow only with 64 times as many
  replications.

  +24 rostered hours a day cost 432 ± 17 a day more and lift 999 within 10 s of
  offered by 8.00 ± 0.31 points.

  the same
  --------------------------------------------------------------------------------
  999                        Base → variant     Difference
  Within 10 s of offered    66.00% → 66.00%    0.00 ± 0.00  the same
  Abandoned                   6.25% → 6.25%    0.00 ± 0.00  the same
  Mean wait                 26.0 s → 26.0 s  0.00 s ± 0.00  the same
  Offered                 2,426.0 → 2,426.0     0.0 ±  0.0  the same
  Contained                     16.0 → 16.0     0.0 ±  0.0  the same
  Diverted                        4.0 → 4.0     0.0 ±  0.0  the same
  Answered                2,256.0 → 2,256.0     0.0 ±  0.0  the same

  online                     Base → variant     Difference
  Abandoned                   6.25% → 6.25%    0.00 ± 0.00  the same
  Mean wait                 26.0 s → 26.0 s  0.00 s ± 0.00  the same
  Offered                 2,426.0 → 2,426.0     0.0 ±  0.0  the same
  Contained                     16.0 → 16.0     0.0 ±  0.0  the same
  Diverted                        4.0 → 4.0     0.0 ±  0.0  the same
  Answered                2,256.0 → 2,256.0     0.0 ±  0.0  the same

  contact                    Base → variant     Difference
  Occupancy                 82.00% → 82.00%    0.00 ± 0.00  the same
  Rostered hours              480.0 → 480.0     0.0 ±  0.0  the same
  Staffed hours               427.5 → 427.5     0.0 ±  0.0  the same

  desk                       Base → variant     Difference
  Occupancy                 82.00% → 82.00%    0.00 ± 0.00  the same
  Rostered hours              480.0 → 480.0     0.0 ±  0.0  the same
  Staffed hours               427.5 → 427.5     0.0 ±  0.0  the same

  Costs                      Base → variant     Difference
  contact                     8,640 → 8,640       0 ±    0  the same
  desk                        8,640 → 8,640       0 ±    0  the same
  All costs                 15,840 → 15,840       0 ±    0  the same

  The same rostered hours at the same cost leave every service level as it was.

  The same again
  --------------------------------------------------------------------------------
  Engine    watchroom 0.1.0

  Scenario  Digest of its text
  (base)    fedcba9876543210
  more      0123456789abcdef
  the same  fedcba9876543210

  Runs      Digest of their events
  (base)    (digest)
  more      (digest)
  the same  (digest)

  watchroom compare night.json5 more.json5 'the same.json5'

  """
