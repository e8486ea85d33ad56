import Testing
import Watchroom

@testable import Findings
@testable import Reporting
@testable import Writing

/// What text reports say about incidents and units.
@Suite struct ResponseReportTests {
  private func text(_ result: ExperimentResult, isColoured: Bool = false) -> String {
    TextReport(result, provenance: Handmade.provenance, isColoured: isColoured).text
  }

  private func text(_ result: PairedResult) -> String {
    ComparisonTextReport(result, provenance: HandmadeComparison.provenance).text
  }

  /// The sections of a report by their headings.
  private func sections(_ text: String) -> [String: String] {
    let parts = text.split(separator: "\n" + String(repeating: "-", count: 80) + "\n")
    let headings = parts.map { $0.split(separator: "\n").last.map(String.init) ?? "" }
    return Dictionary(
      zip(headings, parts.dropFirst()).map { heading, part in
        (heading, part.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(separator: "\n"))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func readsAsAPlannerExpects() {
    let sections = sections(text(Handmade.result(Handmade.response())))
    #expect(sections["Response"] == responseSnapshot)
    #expect(sections["P1 incidents"] == gradeSnapshot)
    #expect(sections["P2 incidents"] != nil)
    #expect(sections["Teams"] == teamsSnapshot)
    #expect(sections["Units"] == unitsSnapshot)
    let hours = sections["P1 by hour of day"] ?? ""
    #expect(hours.contains("Within 15 min   \u{2586}\u{2586}\u{2586}\u{2586}\u{2586}\u{2585}"))
    #expect(hours.contains("\n16    272.0 ± 10.6   87.5% ± 3.4    50.0% ± 1.9    1:04 ± 0:02\n"))
    // A grade without a target is not looked at hour by hour.
    #expect(sections["P2 by hour of day"] == nil)
  }

  @Test func theVerdictsComeFirst() throws {
    let text = text(Handmade.result(Handmade.response()))
    let headings = ["Service levels", "Response", "999 (call)", "P1 incidents", "Teams", "Units", "999 by hour of day"]
    let places = try headings.map { try #require(text.firstRange(of: "\n\($0)\n---"), "\($0)").lowerBound }
    #expect(places == places.sorted())
  }

  @Test func aMetTargetIsSaid() {
    let result = Handmade.result(Handmade.response()) { $0.name == "grades.P1.withinTarget" ? 0.9 : $1 }
    #expect(text(result).contains("90% in 15 min  met\n"))
    #expect(text(result, isColoured: true).contains("\u{1B}[32mmet\u{1B}[0m\n"))
    let coloured = text(Handmade.result(Handmade.response()), isColoured: true)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(Handmade.result(Handmade.response())))
  }

  @Test(arguments: [
    (Response.Clock.arrival, "the contact was offered"), (.answer, "the contact was answered"),
    (.opened, "the incident opened"),
  ])
  func whereTheClockStartsIsSaid(clock: Response.Clock, words: String) {
    var scenario = Handmade.response()
    scenario.response?.clock = clock
    let text = text(Handmade.result(scenario)).replacing("\n", with: " ")
    #expect(text.contains("The response clock runs from the moment \(words) until the first unit arrives."))
  }

  @Test func appointmentsAreCountedFromTheirHour() {
    var scenario = Handmade.response()
    scenario.response?.grades[1].appointment = .constant(86_400)
    let text = text(Handmade.result(scenario)).replacing("\n", with: " ")
    #expect(text.contains("until the first unit arrives; of incidents by appointment (P2), from its hour."))
  }

  @Test func withoutDispatchersOrTeamsThereAreNone() {
    var scenario = Handmade.response()
    scenario.response?.dispatchers = nil
    #expect(!text(Handmade.result(scenario)).contains("dispatchers"))
    scenario.teams = []
    #expect(sections(text(Handmade.result(scenario)))["Teams"] == nil)
    scenario.response?.dispatchers = DispatchDesk(staff: .shifts([]), takes: .constant(1))
    #expect(sections(text(Handmade.result(scenario)))["Teams"]?.contains("dispatchers  480.0") == true)
  }

  @Test(arguments: TextReportTests.hostileNames)
  func hostileNamesStayOnThePage(name: String) {
    let scenario = Handmade.response(grade: name, hub: name)
    for text in [text(Handmade.result(scenario)), text(HandmadeComparison.result(name: name, scenario))] {
      #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }

  @Test func enormousNumbersStayOnThePage() {
    func enormous(_ figure: Figure, _ mean: Double) -> Double {
      switch figure.unit {
      case .seconds: mean * 1e3
      case .share: mean
      case .count, .hours, .money: mean * 1e13
      }
    }
    let texts = [
      text(Handmade.result(Handmade.response(), changed: enormous)),
      text(HandmadeComparison.result(Handmade.response(), changed: enormous)),
    ]
    for text in texts { #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == []) }
  }

  @Test func undefinedFiguresAreDashes() {
    let text = text(Handmade.result(Handmade.response()) { _, _ in .nan })
    #expect(!text.lowercased().contains("nan"))
    #expect(
      text.contains(
        "\nP1          \u{2013}         \u{2013}         \u{2013}        \u{2013}  90% in 15 min  \u{2013}\n"))
  }

  @Test func aComparisonShowsGradesAndTheHubsThatDiffer() {
    let report = text(HandmadeComparison.result(Handmade.response()))
    #expect(report.contains(comparedGradesSnapshot) && report.contains(comparedUnitsSnapshot))
    #expect(report.contains("04:00 P1                     87.50% → 37.50%   -50.00 ± 1.94  worse\n"))
    // What is the same at every hub is not listed: the second variant is the base.
    #expect(report.ranges(of: "Units busy").count == 1)
  }

  @Test func anotherLimitAndAnotherClockArePointedOut() {
    var variant = Handmade.response()
    variant.response?.grades[0].within = 20 * .minute
    variant.response?.clock = .opened
    let report = text(HandmadeComparison.result(Handmade.response(), variant: variant))
    #expect(report.contains("\nIn time means another limit than in the base: P1 (15 min → 20 min).\n"))
    #expect(
      report.replacing("\n", with: " ").contains(
        "The response clock runs from the moment the incident opened; in the base, from the moment the contact was "
          + "answered."))
    #expect(report.contains("\nIn time of attended "))
  }

  @Test func aResponseOnOneSideOnlyIsSaid() {
    let report = text(HandmadeComparison.result(Handmade.scenario(expectations: []), variant: Handmade.response()))
    #expect(report.contains("\nOnly in the variant: dispatchers, grades, hubs.\n"))
    #expect(report.contains("  only in the variant\n"))
  }

  @Test func theLastSentenceCountsOfficersAndNamesGrades() {
    func closing(_ change: @escaping (String, Double) -> Double) -> String {
      let result = HandmadeComparison.result(Handmade.response()) { figure, mean in change(figure.name, mean) }
      return ClosingSentence(result.variants[0], base: result.base.scenario).text
    }
    #expect(closing { $1 } == "The same rostered hours at the same cost leave every service level as it was.")
    let sentence = closing {
      switch $0 {
      case "hubs.Stechford.rosteredHours": $1 + 48
      // Who comes is no matter of the roster.
      case "hubs.Stechford.officerHours": $1 + 100
      case "dispatchers.rosteredHours": $1 + 2
      case "cost.total": $1 + 1_440
      case "grades.P1.withinTarget": $1 + 0.08
      default: $1
      }
    }
    #expect(
      sentence
        == "+50 rostered hours a day cost 1,440 ± 56 a day more and lift P1 within 15 min of attended by 8.00 ± 0.31 "
        + "points. No difference at all to 999 within 10 s of offered and P2 within 1 h of attended.")
  }

  /// Rostered hours cost what the plan says; what hubs' overtime does beside them is chance, and said apart.
  @Test func theLastSentenceTellsOvertimeFromRosteredHours() {
    func closing(_ changes: [String: Double], variant scenario: Scenario? = nil) -> String {
      let result = HandmadeComparison.result(Handmade.response(), variant: scenario) { figure, mean in
        mean + (changes[figure.name] ?? 0)
      }
      return ClosingSentence(result.variants[0], base: result.base.scenario).text
    }
    // Eight hours more at 30, and all of them vary by 4 %.
    #expect(
      closing(["hubs.Stechford.overtimeHours": 8, "cost.total": 240])
        == "The same rostered hours at the same pay leave every service level as it was. Overtime costs 240 ± 9 a day "
        + "more.")
    #expect(
      closing(["teams.desk.rosteredHours": 8, "hubs.Stechford.overtimeHours": 4, "cost.total": 264]).hasPrefix(
        "+8 rostered hours a day cost 144 a day more and leave every service level as it was. Overtime costs 120 ± 10 a day "
          + "more; in all, costs change by +264 ± 10 a day."))
    // Of two teams the overtime of one rises, that of the other falls.
    #expect(
      closing([
        "teams.desk.rosteredHours": 8, "teams.desk.overtimeCost": 30, "teams.contact.overtimeCost": -24,
        "cost.total": 264,
      ]).contains(
        "cost 258 a day more and leave every service level as it was. Overtime makes no clear difference in cost: +6 ± 10 a "
          + "day; in all, costs change by +264 ± 10 a day."))
    // The same hours of overtime at another rate: 12 of them at each of two hubs.
    var dearer = Handmade.response()
    for hub in dearer.response!.hubs.indices { dearer.response!.hubs[hub].role.overtime = 1.5 }
    #expect(closing(["cost.total": 360], variant: dearer).contains("at the same pay"))
    #expect(closing(["cost.total": 360], variant: dearer).contains(" Overtime costs 360 ± 14 a day more."))
  }

  @Test func costsOfEverybodyAddUpToAllCosts() throws {
    let costs = ["contact": 300.0, "desk": -40, "dispatchers": 12, "Park Lane": 70, "Stechford": -31]
    let result = HandmadeComparison.result(Handmade.response()) { figure, mean in
      guard figure.path.last == .key("cost") else { return figure.name == "cost.total" ? 43_200 + 311 : mean }
      return mean + (costs.first { figure.name.contains($0.key) }?.value ?? 0)
    }
    let group = try #require(Headlines(result.variants[0]).costs)
    #expect(group.lines.map(\.label) == ["contact", "desk", "dispatchers", "Park Lane", "Stechford", "All costs"])
    let variants = group.lines.map { result.variants[0].difference($0.metric)?.variant ?? .nan }
    #expect(abs(variants.dropLast().reduce(0, +) - variants[5]) < 1e-6)
  }
}

private let responseSnapshot = """
  Grade  Opened  Attended  Retained        In time         Target
  P1      1,540    90.00%        39  81.25% ± 3.15  90% in 15 min  missed
  P2      1,540    90.00%        39  81.25% ± 3.15     within 1 h

  Response          Mean         Median     90%     95%     99%  Longest
  P1        26.0 s ± 1.0  7.00 s ± 0.27  20.0 h  20.0 h  20.0 h   20.0 h
  P2        26.0 s ± 1.0  7.00 s ± 0.27       –       –       –        –
  Mean and median are averaged over replications; the rest is of all incidents.

  In time is of those attended. The response clock runs from the moment the
  contact was answered until the first unit arrives.
  """

private let gradeSnapshot = """
  Incidents                            Number          Share
  Opened                       1,540.0 ± 59.8
  Attended                     1,386.0 ± 53.8  90.00% ± 3.49
    of them within 15 min                      81.25% ± 3.15
  Cancelled                       77.0 ±  3.0
  Resolved without deployment     38.5 ±  1.5
  Retained at end                 38.5 ±  1.5

  Backlog       Incidents      Mean age   Oldest
  at midnight  21.5 ± 0.8  15.0 h ± 0.6  6:00:00
  """

private let teamsSnapshot = """
  Team           Rostered h     Staffed h      Occupancy         Cost
  contact      480.0 ± 18.6  427.5 ± 16.6  82.00% ± 3.18  8,640 ± 335
  desk         480.0 ± 18.6  427.5 ± 16.6  82.00% ± 3.18  8,640 ± 335
  dispatchers  480.0 ± 18.6  427.5 ± 16.6  82.00% ± 3.18  8,640 ± 335
  """

private let unitsSnapshot = """
  Hub        Unit h         Busy  Mobile  Scene  Custody  Paperwork   Free
  Park Lane   240.0  60.0% ± 2.3   20.0%  25.0%    10.0%       5.0%  40.0%
  Stechford   240.0  60.0% ± 2.3   20.0%  25.0%    10.0%       5.0%  40.0%

  Hub              Attended        In time  Overtime h          Cost
  Park Lane  1,386.0 ± 53.8  81.25% ± 3.15  12.0 ± 0.5   8,640 ± 335
  Stechford  1,386.0 ± 53.8  81.25% ± 3.15  12.0 ± 0.5   8,640 ± 335
  All costs                                             15,840 ± 615
  """

private let comparedGradesSnapshot = """
  P1                            Base → variant      Difference
  Within 15 min of attended    81.25% → 77.25%    -4.00 ± 0.16  worse
  Attended                     90.00% → 86.00%    -4.00 ± 0.16  worse
  Median response              7.00 s → 8.75 s  +1.75 s ± 0.07  worse
  Opened                     1,540.0 → 1,540.0      0.0 ±  0.0  the same
  Retained at end                  38.5 → 38.5      0.0 ±  0.0  the same

  P2                            Base → variant      Difference
  Within 1 h of attended       81.25% → 81.25%     0.00 ± 0.00  the same
  Attended                     90.00% → 90.00%     0.00 ± 0.00  the same
  Median response              7.00 s → 7.00 s   0.00 s ± 0.00  the same
  Opened                     1,540.0 → 1,540.0      0.0 ±  0.0  the same
  Retained at end                  38.5 → 48.1     +9.6 ±  0.4  worse

  """

private let comparedUnitsSnapshot = """
  Units busy                    Base → variant      Difference
  Park Lane                    60.00% → 75.00%   +15.00 ± 0.58  higher

  Overtime hours                Base → variant      Difference
  Stechford                        12.0 → 20.0     +8.0 ±  0.3  more

  Costs                         Base → variant      Difference
  contact                        8,640 → 9,072     +432 ±   17  dearer
  desk                           8,640 → 8,640        0 ±    0  the same
  dispatchers                    8,640 → 8,640        0 ±    0  the same
  Park Lane                      8,640 → 8,640        0 ±    0  the same
  Stechford                      8,640 → 8,640        0 ±    0  the same
  All costs                    15,840 → 16,272     +432 ±   17  dearer

  """
