import Foundation
import Testing
import Watchroom

@testable import Planning

/// What is said of plans is what running them gives.
@Suite struct SizeEvidenceTests {
  private func week(_ heads: Int) -> [Int] { Array(repeating: heads, count: 7) }

  /// Half a team that is often away, and others brought in at twice the rate.
  private var withMinimum: Scenario {
    var scenario = ErlangStaffingTests.scenario(perHour: 6, attendance: 0.7)
    scenario.teams[0].minimums = [.init(shift: "day", heads: 4), .init(shift: "night", heads: 4)]
    scenario.teams[0].role = Role(overtime: 2)
    return scenario
  }

  private func run(_ scenario: Scenario, _ size: StaffingSize) -> ExperimentResult {
    Experiment(plan: Plan(scenario), seed: size.seed + 1, replications: size.replications).run()
  }

  @Test func overtimeIsPartOfTheCost() throws {
    let size = StaffingSizer(withMinimum, replications: 8).size()
    let plan = try #require(size.plan)
    #expect(plan.heads.allSatisfy { $0 ?? 0 >= 4 })
    #expect(run(size.scenario, size).estimate("cost.total") == plan.cost)
    let asItIs = try #require(size.rivals.first?.scored)
    #expect(run(withMinimum, size).estimate("cost.total") == asItIs.cost)
    // Heads alone would cost less than what they and those who stand in for them do.
    let heads = zip(size.levers, plan.heads).reduce(0) { $0 + $1.0.costPerHead * Double($1.1 ?? 0) }
    #expect(plan.cost.mean > heads)
    for (lever, fewer) in size.oneFewer.enumerated() {
      guard let fewer else { continue }
      let again = run(withMinimum.staffed(size.levers, heads: fewer.heads), size)
      #expect(again.estimate("cost.total") == fewer.cost, "\(size.levers[lever].shiftName)")
    }
  }

  @Test func headsAreAddedWhereTheySaveOvertime() throws {
    // Of four somebody is away three times in four: one more at the rate costs less than overtime at four times it.
    var scenario = withMinimum
    scenario.teams[0].role = Role(overtime: 4)
    let size = StaffingSizer(scenario, replications: 8).size()
    let plan = try #require(size.plan)
    #expect(plan.heads.allSatisfy { $0 ?? 0 > 4 })
    let bare = run(scenario.staffed(size.levers, heads: [4, 4]), size)
    #expect(plan.cost.mean < bare.estimate("cost.total")?.mean ?? 0)
  }

  @Test func asItIsIsTheScenarioAsItIs() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    scenario.calendar.days = 2
    scenario.calendar.holidays = [1]
    scenario.teams[0].staff = .shifts([
      .init(shift: "day", heads: [0, 0, 0, 9, 1, 0, 0], holiday: 2), .init(shift: "night", heads: week(4)),
    ])
    let size = StaffingSizer(scenario, replications: 10).size()
    let asItIs = try #require(size.rivals.first?.scored)
    let result = run(scenario, size)
    #expect(asItIs.heads == [nil, nil])
    #expect(result.estimate("channels.999.serviceLevel.ofOffered") == asItIs.values[0])
    #expect(result.estimate("cost.total") == asItIs.cost)
    let text = SizeText(size, of: scenario).text
    #expect(text.contains("2\u{2013}9"), "\(text)")
    let provenance = Provenance(scenarioDigest: "")
    let json = try JSONSerialization.jsonObject(with: Data(SizeJSON(size, provenance: provenance).text.utf8))
    let levers = try #require((json as? [String: Any])?["levers"] as? [[String: Any]])
    #expect(levers.map { $0["now"] as? Int } == [9, 4] && levers.map { $0["nowLeast"] as? Int } == [2, 4])
  }

  @Test func holidaysAreCountedAndWrittenAsTheyAre() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    scenario.calendar.days = 2
    scenario.calendar.holidays = [1]
    scenario.sizing = Sizing(days: .each)
    scenario.teams[0].staff = .shifts([
      .init(shift: "day", heads: week(3), holiday: 8), .init(shift: "night", heads: week(3), holiday: 8),
    ])
    let size = StaffingSizer(scenario, replications: 10).size()
    let plan = try #require(size.plan)
    #expect(plan.heads.count == 2)
    #expect(run(size.scenario, size).estimate("cost.total") == plan.cost)
    #expect(plan.cost.mean == 10 * 12 * Double(plan.heads.reduce(16) { $0 + ($1 ?? 0) }))
    let files = SizeFiles(size, of: scenario)
    #expect(files.overlay.contains("\"holiday\": 8"), "\(files.overlay)")
    // Friday 2 January is the holiday.
    let friday = files.roster.split(separator: "\n").filter {
      $0.hasPrefix("calls day") && $0.contains(",1970-01-02T00:00,")
    }
    #expect(friday.count == 8)
  }

  /// A measured Wednesday that is a holiday says nothing of Wednesdays: its heads are of holidays, in every file.
  @Test func headsOfAHolidayAreNoWeekdays() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    scenario.calendar.days = 2
    scenario.calendar.holidays = [1]
    scenario.sizing = Sizing(days: .each)
    let size = StaffingSizer(scenario, replications: 6).size()
    let plan = try #require(size.plan)
    #expect(size.levers.map(\.words) == ["day Thu", "day Hol", "night Thu", "night Hol"])
    guard case .shifts(let shifts) = size.scenario.teams[0].staff else {
      Issue.record("no shifts")
      return
    }
    #expect(shifts.map { $0.heads[4] } == [3, 3] && shifts.map(\.holiday) == [plan.heads[1], plan.heads[3]])
    #expect(run(size.scenario, size).estimate("cost.total") == plan.cost)
    let overlay = SizeFiles(size, of: scenario).overlay
    #expect(overlay.contains("\"fri\": 3") && overlay.contains("\"holiday\": \(plan.heads[1] ?? -1)"), "\(overlay)")
    let json = SizeJSON(size, provenance: Provenance(scenarioDigest: "")).text
    #expect(json.contains("\"holidays\": true"), "\(json)")
  }

  /// Formulas meet a target hour by hour, a plan over the whole run: beside what it saves stands where it does not meet it.
  @Test func whatIsSavedIsSaidBesideTheHoursMissed() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 30)
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: week(9)), .init(shift: "night", heads: week(2))])
    let size = StaffingSizer(scenario, replications: 6).size()
    let plan = try #require(size.plan)
    let result = run(size.scenario, size)
    let missed = (0..<24).count { result.estimate("channels.999.byHour.\($0).serviceLevel")?.mean ?? 1 < 0.9 }
    #expect(plan.hoursMissed == missed)
    // By night hardly anybody is answered in time.
    #expect(size.rivals[0].scored.hoursMissed ?? 0 >= 11)
    let text = SizeText(size, of: scenario).text.replacing("\n", with: " ")
    #expect(text.contains("But formulas staff every hour for its target"), "\(text)")
    #expect(text.contains("by whom heads were then added, taken away and exchanged: seed 2, 6 replications"), "\(text)")
    scenario.sizing = Sizing(reach: .hourly)
    // What is expected over the measured days besides changes nothing about the hours.
    scenario.expectations = [
      .init(name: "week", metric: "channels.999.serviceLevel.ofOffered", bound: .atLeast(0.5))
    ]
    let hourly = StaffingSizer(scenario, replications: 6).size()
    #expect(hourly.targets.count == 25)
    #expect(hourly.plan?.hoursMissed == nil && hourly.rivals.allSatisfy { $0.scored.hoursMissed == nil })
    #expect(!SizeText(hourly, of: scenario).text.contains("But formulas"))
  }

  /// A channel's target that is met by anything says nothing of an hour for which something is expected.
  @Test func hoursMissedAreThoseOfExpectationsToo() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 30)
    scenario.channels[0].target?.share = 0.01
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: week(9)), .init(shift: "night", heads: week(2))])
    scenario.expectations = [13, 14, 3].map {
      .init(name: "\($0)", metric: "channels.999.byHour.\($0).speedOfAnswer", bound: .atMost(10))
    }
    let size = StaffingSizer(scenario, replications: 6).size()
    #expect(size.targets.map(\.hour) == [nil, 13, 14, 3])
    // All of the day shift have their break together, so that next to nobody is answered in time at five.
    #expect(size.rivals[0].scored.hoursMissed == 3 && size.plan?.hoursMissed == 1)
    let text = SizeText(size, of: scenario).text.replacing("\n", with: " ")
    #expect(text.contains("this one misses a channel's, or what is expected of the hour, in 1 of"), "\(text)")
  }

  @Test func whatIsFixedIsLeftOutOfTheOverlay() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    let hourly = Staff.intervals(heads: Array(repeating: Array(repeating: 1, count: 24), count: 7))
    scenario.teams.append(Team(id: "desk", answers: ["999"], staff: hourly, costPerHour: 10))
    scenario.sizing = Sizing(teams: [.init(id: "desk", isFixed: true)])
    let size = StaffingSizer(scenario, replications: 10).size()
    #expect(size.kept == ["desk"] && size.scenario.teams[1] == scenario.teams[1])
    let overlay = SizeFiles(size, of: scenario).overlay
    #expect(overlay.contains("calls") && !overlay.contains("desk"))
    let plan = try #require(size.plan)
    #expect(run(size.scenario, size).estimate("cost.total") == plan.cost)
    let text = SizeText(size, of: scenario).text
    #expect(text.contains("\ndesk   all    as it is  as it is"), "\(text)")
  }

  @Test func heldByTheHourUnitsAreReplacedByShifts() {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    let hourly = Staff.intervals(heads: Array(repeating: Array(repeating: 4, count: 24), count: 7))
    scenario.channels[0].outcomes = [.init(name: "P1", share: 0.2, grade: "P1")]
    let town = Location(latitude: 52, longitude: -2)
    scenario.response = Response(
      grades: [Grade(id: "P1", within: 30 * .minute, target: 0.5, scene: .constant(60))],
      areas: [Area(id: "town", centre: town)],
      hubs: [Hub(id: "centre", location: town, officers: hourly, costPerHour: 20)])
    scenario.sizing = Sizing(grades: true, teams: [.init(id: "calls", isFixed: true)])
    let size = StaffingSizer(scenario, replications: 4).size()
    // Formulas know nothing of units, which stay as they are.
    #expect(size.rivals.allSatisfy { $0.scored.heads == [nil, nil] })
    #expect(size.rivals.allSatisfy { $0.scored.cost == size.rivals[0].scored.cost })
    if size.plan != nil {
      let overlay = SizeFiles(size, of: scenario).overlay
      #expect(overlay.contains("\"byHour\": null") && overlay.contains("\"officers\""), "\(overlay)")
    }
    let text = SizeText(size, of: scenario).text
    #expect(
      text.contains("by hour") && text.split(separator: "\n").contains { $0.hasSuffix("\u{2013}         \u{2013}") })
    #expect(text.contains("Erlang C and Erlang A say nothing of units") && !text.contains("would staff"), "\(text)")
  }

  /// What formulas would have staffed has no heads of units, though the scenario does; teams' heads it has.
  @Test func formulasAreCreditedWithNoUnits() throws {
    var scenario = ErlangStaffingTests.scenario(perHour: 6)
    scenario.channels[0].outcomes = [.init(name: "P1", share: 0.2, grade: "P1")]
    let town = Location(latitude: 52, longitude: -2)
    scenario.response = Response(
      grades: [Grade(id: "P1", within: 30 * .minute, target: 0.5, scene: .constant(60))],
      areas: [Area(id: "town", centre: town)],
      hubs: [
        Hub(
          id: "centre", location: town,
          officers: .shifts([.init(shift: "day", heads: week(2)), .init(shift: "night", heads: week(2))]),
          costPerHour: 20)
      ])
    scenario.sizing = Sizing(grades: true)
    let size = StaffingSizer(scenario, replications: 4).size()
    #expect(size.levers.map(\.isOfUnits) == [false, false, true, true])
    #expect(size.rivals.map(\.isByFormula) == [false, true, true])
    let text = SizeText(size, of: scenario).text
    let units = text.split(separator: "\n").filter { $0.hasPrefix("centre  day") }.first
    #expect(units?.split(separator: " ").suffix(3) == ["2", "\u{2013}", "\u{2013}"], "\(text)")
    #expect(text.contains("Erlang C and Erlang A say nothing of units") && !text.contains("would staff"), "\(text)")
    let json = try JSONSerialization.jsonObject(
      with: Data(SizeJSON(size, provenance: Provenance(scenarioDigest: "")).text.utf8))
    let rivals = try #require((json as? [String: Any])?["rivals"] as? [String: [String: Any]])
    func heads(_ name: String) -> [Int?]? { (rivals[name]?["heads"] as? [Any])?.map { $0 as? Int } }
    #expect(heads("as it is") == [3, 3, 2, 2])
    for name in ["Erlang C", "Erlang A"] {
      let heads = try #require(heads(name))
      #expect(heads[..<2].allSatisfy { $0 != nil } && heads[2...].allSatisfy { $0 == nil }, "\(heads)")
    }
  }

  @Test func hoursAreCalledHours() {
    var scenario = ErlangStaffingTests.scenario(perHour: 12)
    scenario.teams[0].costPerHour = 0
    let size = StaffingSizer(scenario, replications: 10).size()
    let text = SizeText(size, of: scenario).text
    #expect(size.costUnit == .hours && !text.contains("Cost") && !text.contains("costs"))
    #expect(text.contains("Paid hours") && text.contains("fewer paid hours than what Erlang C would staff"))
    #expect(size.plan?.cost.mean == 12 * Double((size.plan?.heads ?? []).reduce(0) { $0 + ($1 ?? 0) }))
    #expect(size.scenario.teams[0].costPerHour == 0)
  }

  @Test func rowsCanBeToldApart() {
    var scenario = ErlangStaffingTests.scenario(perHour: 30)
    scenario.channels[0].id = "live-chat"
    scenario.teams[0].answers = ["live-chat"]
    scenario.sizing = Sizing(reach: .hourly)
    scenario.expectations = [
      .init(name: "a", metric: "channels.live-chat.serviceLevel.ofOffered", bound: .atLeast(0.9)),
      .init(name: "b", metric: "channels.live-chat.serviceLevel.ofOffered", bound: .atLeast(0.5)),
      .init(name: "c", metric: "channels.live-chat.abandonmentRate", bound: .atMost(0.5)),
      .init(name: "d", metric: "channels.live-chat.speedOfAnswer.mean", bound: .atMost(600)),
    ]
    let size = StaffingSizer(scenario, replications: 4).size()
    let text = SizeText(size, of: scenario).text
    let rows = text.split(separator: "\n").filter { $0.contains(" \u{2265} ") || $0.contains(" \u{2264} ") }.map {
      $0.prefix { $0 != "%" }
    }
    #expect(rows.count == 28 && Set(rows).count == 28 && !text.contains("..."), "\(text)")
    #expect(text.contains("live-chat 09:00 \u{2265} 90.00%"), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
  }
}
