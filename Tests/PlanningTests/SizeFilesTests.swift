import Testing
import Watchroom

@testable import Planning

/// What a plan leaves behind, and what is said of it.
@Suite struct SizeFilesTests {
  /// A size of made-up scores: a plan, and three rivals.
  private func size(
    _ scenario: Scenario, heads: [Int], targets: [SizingTarget], hoursMissed: Int? = nil, confirmed: [Estimate]? = nil
  ) -> StaffingSize {
    let levers = scenario.staffLevers()
    let values = targets.map { _ in Estimate(mean: 1, halfWidth: 0.0061) }
    let scored = StaffingSize.Scored(
      heads: heads, cost: Estimate(mean: 3_472, halfWidth: 0), values: values, verdicts: targets.map { _ in .pass },
      meets: true, hoursMissed: hoursMissed)
    return StaffingSize(
      levers: levers, kept: [], targets: targets, costUnit: .money, plan: scored, shortfall: nil,
      confirmation: confirmed.map { values in
        StaffingSize.Scored(
          heads: heads, cost: scored.cost, values: values,
          verdicts: zip(targets, values).map { Verdict(on: $1, $0.bound) },
          meets: zip(targets, values).allSatisfy { $0.slack($1.mean) >= 0 }, hoursMissed: nil)
      }, oneFewer: levers.map { _ in nil },
      rivals: ["as it is", "Erlang C", "Erlang A"].map {
        .init(name: $0, scored: scored, isByFormula: $0 != "as it is")
      }, plansTried: 1,
      replications: 20, seed: 1, scenario: scenario.staffed(levers, heads: heads))
  }

  private func scenario(warmUp: Milliseconds = 0, start: Milliseconds = 0) -> Scenario {
    var scenario = ErlangStaffingTests.scenario()
    scenario.calendar.warmUp = warmUp
    scenario.calendar.start = start
    return scenario
  }

  @Test func theRosterSaysWhatOfItIsTheWarmUps() {
    // Two shifts of twelve hours a day, of three and two heads: a day of warm-up is as many again as the day measured.
    let files = SizeFiles(size(scenario(warmUp: .day), heads: [3, 2], targets: []), of: scenario(warmUp: .day))
    #expect(files.roster.split(separator: "\n").count == 1 + 10)
    #expect(
      files.rosterRemark
        == "The roster has 10 tours of 120 hours, of which 60 lie outside the measured days and are in no figure above: "
        + "5 tours are the warm-up's, before the measured days. " + Self.breaks)
  }

  /// Of five tours of twelve hours three have a break of 72 minutes.
  private static let breaks =
    "The roster has no breaks, which take 6.0% of its hours in the plan: as a roster it has so much more of its people at "
    + "work, and scores better than above."

  @Test func whereAllIsMeasuredNothingIsSaidButOfBreaks() {
    #expect(SizeFiles(size(scenario(), heads: [3, 2], targets: []), of: scenario()).rosterRemark == Self.breaks)
    var scenario = scenario()
    scenario.shifts[0].breaks = []
    #expect(SizeFiles(size(scenario, heads: [3, 2], targets: []), of: scenario).rosterRemark == nil)
  }

  @Test func theRostersOverlayTakesTheShiftsOut() {
    var scenario = scenario()
    let size = size(scenario, heads: [3, 2], targets: [])
    func overlay(_ removed: String) -> String {
      "{\n  \"teams\": {\n    \"calls\": {\n      \"staff\": { \"day\": null, \"night\": null, \(removed)\"csv\": \"a b.csv\" }\n"
        + "    }\n  }\n}\n"
    }
    #expect(SizeFiles(size, of: scenario).rosterOverlay(of: "a b.csv") == overlay(""))
    // Heads by the hour must go likewise.
    scenario.teams[0].staff = .intervals(heads: Array(repeating: [3, 3], count: 7))
    #expect(SizeFiles(size, of: scenario).rosterOverlay(of: "a b.csv") == overlay("\"byHour\": null, "))
  }

  @Test func whereNoTeamWasSizedThereIsNoRosterToSimulate() {
    var scenario = scenario()
    scenario.sizing = Sizing(teams: [.init(id: "calls", isFixed: true)])
    #expect(SizeFiles(size(scenario, heads: [], targets: []), of: scenario).rosterOverlay(of: "plan.csv") == nil)
  }

  @Test func theHoursAPlanMissesAreSaid() {
    for (hours, words) in [(0, "no hour"), (10, "10 of the day's 24 hours")] {
      let scenario = scenario()
      let text = SizeText(size(scenario, heads: [3, 2], targets: [], hoursMissed: hours), of: scenario).text
      #expect(
        text.replacing("\n", with: " ").contains(
          "this one misses a channel's in \(words), Erlang C's in \(words) and Erlang A's in \(words). Every hour is "
            + "asked for by size.reach: \"hourly\"."), "\(text)")
    }
  }

  /// Callers who had no part in the choice of a plan may like it less.
  @Test(arguments: [
    (0.92, "meets every target beyond doubt: hardest is 999 07:00, 92.00% ± 0.61."),
    (0.903, "meets every target by mean, but not beyond doubt: hardest is 999 07:00, 90.30% ± 0.61."),
    (0.89, "misses a target: hardest is 999 07:00, 89.00% ± 0.61."),
  ])
  func whatOtherCallersThinkIsSaid(level: Double, words: String) {
    let scenario = scenario()
    let targets = targets(
      of: scenario, ["channels.999.serviceLevel.ofOffered", "channels.999.byHour.7.serviceLevel"])
    let size = size(
      scenario, heads: [3, 2], targets: targets,
      confirmed: [0.95, level].map { Estimate(mean: $0, halfWidth: 0.0061) })
    let text = SizeText(size, of: scenario).text.replacing("\n", with: " ")
    #expect(text.contains("With callers who had no part in its choice (seed 3) the plan \(words)"), "\(text)")
  }

  /// A spreadsheet that opens the roster takes no name for a formula, and a scenario that reads it finds every team.
  @Test(arguments: ["-Team A", "=1+1", "@desk", "'-Team", "+44", "-5"])
  func namesThatLookLikeFormulasReadBack(name: String) throws {
    // Midnight of 22 July 2022.
    var scenario = scenario(start: 1_658_448_000_000)
    scenario.teams[0].id = name
    let roster = SizeFiles(size(scenario, heads: [3, 2], targets: []), of: scenario).roster
    let starts: Set<Character> = ["=", "+", "-", "@"]
    let cells = roster.split(separator: "\n").dropFirst().flatMap { $0.split(separator: ",") }
    #expect(cells.count == 20)
    #expect(cells.allSatisfy { !starts.contains($0.first ?? "=") || Double($0) != nil }, "\(roster)")
    let text = """
      {
        calendar: { start: "2022-07-22T00:00", days: 1, timeZone: "UTC" },
        channels: { "999": { arrivals: { perYear: 9000 }, handling: { constant: "4m" }, patience: { constant: "3m" } } },
        shifts: { day: { start: "00:00", length: "12h" } },
        teams: { "\(name)": { answers: ["999"], staff: { csv: "plan.csv" } } },
      }
      """
    let read = try ScenarioReader.read(path: "a.json5", files: MemoryFiles(["a.json5": text, "plan.csv": roster]))
    guard case .roster(let rows) = read.scenario.teams[0].staff else {
      Issue.record("no roster")
      return
    }
    #expect(rows.count == 5 && rows.allSatisfy { $0.handler.hasPrefix("\(name) ") })
  }

  @Test func toursThatReachBeyondTheMeasuredDaysAreSaid() {
    // From six in the evening, amid a tour of those who came at noon, to amid another.
    let evening = scenario(start: 18 * .hour)
    #expect(
      SizeFiles(size(evening, heads: [3, 2], targets: []), of: evening).rosterRemark
        == "The roster has 7 tours of 84 hours, of which 24 lie outside the measured days and are in no figure above: "
        + "tours that reach beyond them count in part. " + Self.breaks.replacing("6.0%", with: "4.3%"))
  }

  @Test func oneTourIsNoneOfSeveral() {
    let scenario = scenario(warmUp: 12 * .hour)
    #expect(
      SizeFiles(size(scenario, heads: [0, 1], targets: []), of: scenario).rosterRemark
        == "The roster has 2 tours of 24 hours, of which 12 lie outside the measured days and are in no figure above: "
        + "1 tour is the warm-up's, before the measured days.")
  }

  @Test func aScenarioOfWhoseNameNothingIsSeenIsCalledUnnamed() {
    var scenario = scenario()
    scenario.name = " "
    let text = SizeText(size(scenario, heads: [3, 2], targets: []), of: scenario).text
    #expect(text.hasPrefix("Headcount for (unnamed scenario)\n"), "\(text)")
    #expect(text.contains("\nSearched with seed 1: 1 plan simulated. Scores"), "\(text)")
  }

  /// Targets of 90 % for some of a scenario's figures.
  private func targets(of scenario: Scenario, _ metrics: [String]) -> [SizingTarget] {
    let catalogue = FigureCatalogue(plan: Plan(scenario))
    return metrics.compactMap(catalogue.figure).map { SizingTarget(figure: $0, bound: .atLeast(0.9)) }
  }

  /// Dots in a name are no steps of a path, whatever it looks like.
  @Test(arguments: ["1.01", "channels.999.serviceLevel.ofOffered", "999.byHour.7.serviceLevel", "."])
  func channelsAndGradesAreCalledByTheirNamesWhateverIsInThem(name: String) {
    var scenario = scenario()
    scenario.channels[0].id = name
    scenario.teams[0].answers = [name]
    let town = Location(latitude: 52, longitude: -2)
    scenario.response = Response(
      grades: [Grade(id: name, within: 30 * .minute, target: 0.5, scene: .constant(60))],
      areas: [Area(id: "town", centre: town)], hubs: [Hub(id: "centre", location: town, officers: .shifts([]))])
    let targets = targets(
      of: scenario,
      [
        "channels.\(name).serviceLevel.ofOffered", "channels.\(name).byHour.7.serviceLevel",
        "grades.\(name).withinTarget", "channels.\(name).abandonmentRate", "grades.\(name).attendedShare",
      ])
    #expect(
      targets.map(\.label) == [
        "\(name) in time", "\(name) 07:00", "\(name) attended in time", "\(name).abandonmentRate",
        "grades.\(name).attendedShare",
      ])
    #expect(targets.map(\.isMetByNothing) == [true, true, false, false, false])
  }

  @Test func everyPlanKeepsItsHalfWidths() {
    let hourly = scenario()
    let targets = targets(of: hourly, (0..<24).map { "channels.999.byHour.\($0).serviceLevel" })
    let text = SizeText(size(hourly, heads: [3, 2], targets: targets), of: hourly, remark: "And so on.").text
    let rows = text.split(separator: "\n").filter { $0.contains("\u{2265}") }
    #expect(rows.count == 24)
    #expect(rows.allSatisfy { row in row.count { $0 == "\u{B1}" } == 4 && row.count <= 80 }, "\(text)")
    #expect(rows[10].contains("999 10:00 \u{2265} 90.00%  100.0% \u{B1} 0.6"), "\(text)")
    #expect(text.hasSuffix("\n\nAnd so on.\n"))
  }
}
