import Testing
import Watchroom

@testable import Planning

@Suite struct ValueMapTests {
  /// Two days, one handler too few, with calls in the evening only.
  private var scenario: Scenario {
    var scenario = ErlangStaffingTests.scenario()
    var profile = ArrivalProfile(perYear: 20 * 4 * 365)
    profile.hourOfDay = (0..<24).map { (18..<22).contains($0) ? 1 : 0 }
    scenario.channels[0].arrivals = .profile(profile)
    scenario.calendar.days = 2
    scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 1, count: 24), count: 7))
    return scenario
  }

  @Test func aHandlerIsWorthMostWhereCallsAre() throws {
    let map = ValueMapper(scenario, seed: 2, replications: 12).map()
    let cells = try #require(map.teams.first?.channels.first?.cells)
    // Thursday and Friday; no other day is measured.
    #expect(cells.enumerated().allSatisfy { ($0.element != nil) == [3, 4].contains($0.offset / 24) })
    for day in [3, 4] {
      for hour in 0..<24 {
        let cell = try #require(cells[day * 24 + hour])
        if (18..<22).contains(hour) {
          #expect(cell.inTime.mean > 2 * (cell.inTime.halfWidth ?? .infinity), "\(day) \(hour)")
          #expect(cell.saved.mean > 0 && cell.points > 0)
        } else if hour < 17 {
          #expect(cell.inTime.mean == 0 && cell.saved.mean == 0)
        }
      }
    }
  }

  /// An hour that comes twice takes two hours of a handler, and each is worth half of what they gain.
  @Test func anHourThatComesTwiceIsWorthWhatAnHourIs() throws {
    var scenario = scenario
    let day = CivilTime(year: 2024, month: 10, day: 27).dayNumber
    let change = Milliseconds(day) * .day + .hour
    scenario.calendar = ScenarioCalendar(
      start: change - 2 * .hour,
      zone: ZoneRules(name: "Europe/London", initialOffset: .hour, transitions: [.init(instant: change, offset: 0)]))
    scenario.channels[0].arrivals = .profile(ArrivalProfile(perYear: 12 * 24 * 365))
    let map = ValueMapper(scenario, seed: 2, replications: 6).map()
    let channel = map.teams[0].channels[0]
    var more = scenario
    let heads = (0..<24).map { $0 == 1 ? 1 : 0 }
    more.teams.append(
      Team(id: "one more", answers: ["999"], staff: .intervals(heads: Array(repeating: heads, count: 7))))
    let layout = ValueLayout(scenario)
    #expect(layout.windows[1].map(\.shown) == [2] && layout.windows[2].map(\.shown) == [1])
    func inTime(_ scenario: Scenario) -> Int {
      (0..<6).reduce(0) { sum, run in
        let counts = ValueCounts(Plan(scenario), layout, seed: 2, replication: run)
        return sum + counts.inTime[0][1...].reduce(0, +)
      }
    }
    let gained = Double(inTime(more) - inTime(scenario)) / 6
    let cell = try #require(channel.cells[6 * 24 + 1])
    #expect(gained > 1 && abs(cell.inTime.mean - gained / 2) < 1e-9)
  }

  /// What is put down to the hours of one run is what runs of single hours give.
  @Test func manyHoursInOneRunAreAsGoodAsOne() throws {
    let map = ValueMapper(scenario, seed: 2, replications: 6).map()
    let cell = try #require(map.teams[0].channels[0].cells[3 * 24 + 19])
    var single = scenario
    var heads = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    heads[3][19] = 1
    single.teams.append(Team(id: "calls +1", answers: ["999"], staff: .intervals(heads: heads), costPerHour: 10))
    let comparison = Comparison(
      base: Plan(scenario), variants: [.init(name: "one", plan: Plan(single))], seed: 2, replications: 6
    ).run()
    let level = try #require(comparison.variants[0].difference("channels.999.serviceLevel.ofOffered")?.difference)
    #expect(abs(level * 100 - cell.points) < 0.3 * abs(cell.points) + 1e-9)
    #expect(level > 0)
  }

  /// Work that comes around the clock, with a whole day to do it in, and four who do it from eight to eight.
  private var deskWork: Scenario {
    var scenario = scenario
    scenario.channels[0] = Channel(
      id: "reports", kind: .deferred, arrivals: .profile(ArrivalProfile(perYear: 6 * 24 * 365)),
      handling: .exponential(mean: 1_200), target: .init(share: 0.9, within: 11 * .hour))
    scenario.calendar.days = 3
    scenario.calendar.warmUp = .day
    scenario.calendar.drain = .day
    let heads = (0..<24).map { (8..<20).contains($0) ? 4 : 0 }
    scenario.teams[0].answers = ["reports"]
    scenario.teams[0].staff = .intervals(heads: Array(repeating: heads, count: 7))
    return scenario
  }

  /// A day's handler gains for contacts of the day before, so the gain belongs to no weekday: it is a third of what a
  /// handler at eight on every day gains in three days.
  @Test func whereContactsLieOverThereAreHoursOfTheDayOnly() throws {
    let map = ValueMapper(deskWork, seed: 2, replications: 6).map()
    let channel = map.teams[0].channels[0]
    #expect(channel.liesOver && channel.cells.count == 168 && channel.cells.allSatisfy { $0 == nil })
    var more = deskWork
    let heads = (0..<24).map { $0 == 8 ? 1 : 0 }
    more.teams.append(
      Team(id: "one more", answers: ["reports"], staff: .intervals(heads: Array(repeating: heads, count: 7))))
    func runs(_ scenario: Scenario) -> [ValueCounts] {
      (0..<6).map { ValueCounts(Plan(scenario), ValueLayout(scenario), seed: 2, replication: $0) }
    }
    func inTime(_ runs: [ValueCounts]) -> Int { runs.reduce(0) { $0 + $1.inTime[0].reduce(0, +) } }
    let base = runs(deskWork)
    let cell = try #require(channel.byHour[8])
    #expect(cell.inTime.mean > 1)
    #expect(abs(cell.inTime.mean - Double(inTime(runs(more)) - inTime(base)) / 6 / 3) < 1e-9)
    let offered = Double(base.reduce(0) { $0 + $1.offered[0] }) / 6
    #expect(abs(cell.points - cell.inTime.mean / offered * 100) < 1e-9)
    let text = ValueMapText(map, name: "desk").text
    #expect(text.contains("reports, by hour of the day") && text.contains("Contacts here may wait so long"))
    let rows = ValueMapFiles(map).csv.split(separator: "\n")
    #expect(rows.count == 1 + 48 && rows[17].hasPrefix("calls,,8,,channels.reports.answeredInTime,"))
  }

  /// The only channel of the map of a scenario.
  private func channel(_ scenario: Scenario) throws -> ValueMap.ChannelMap {
    try #require(ValueMapper(scenario, seed: 2, replications: 2).map().teams.first?.channels.first)
  }

  /// Calls in the evening, and four handlers who leave at eight and come again twelve hours later.
  private func evening(patience: Distribution) -> Scenario {
    var scenario = scenario
    scenario.channels[0].patience = patience
    let heads = (0..<24).map { (8..<20).contains($0) ? 4 : 0 }
    scenario.teams[0].staff = .intervals(heads: Array(repeating: heads, count: 7))
    return scenario
  }

  @Test func aChannelOnWhichNobodyGivesUpHasWeekdaysIfNobodyWaitsLong() throws {
    var patient = scenario
    patient.channels[0].patience = .never
    patient.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 4, count: 24), count: 7))
    let channel = try channel(patient)
    #expect(!channel.liesOver && channel.cells[3 * 24 + 19] != nil)
  }

  @Test func whoeverWaitsThroughTheNightLiesOverWhateverIsSaidOfPatience() throws {
    let twoDays = 2.0 * 86_400
    let patiences: [Distribution] = [
      .never, .constant(twoDays),
      .mixture([
        .init(weight: 0.5, distribution: .exponential(mean: 120)), .init(weight: 0.5, distribution: .never),
      ]),
    ]
    for patience in patiences {
      let channel = try channel(evening(patience: patience))
      #expect(channel.liesOver && channel.cells.allSatisfy { $0 == nil }, "\(patience)")
    }
    #expect(try !channel(evening(patience: .exponential(mean: 120))).liesOver)
  }

  /// Neither who gives up after seven hours nor who waits still when the run ends was answered.
  @Test func waitsCountWithoutAnAnswer() {
    func longest(_ patience: Distribution) -> Milliseconds {
      var scenario = evening(patience: patience)
      scenario.calendar.days = 1
      scenario.calendar.drain = 8 * .hour
      return ValueCounts(
        Plan(scenario), ValueLayout(scenario), seed: 2, replication: 0, watchingWaits: true
      ).longestWaits[0]
    }
    #expect(longest(.constant(7 * 3_600)) == 7 * .hour)
    // Some call between eight and ten, and nobody comes before the run ends at eight.
    #expect((10 * .hour...12 * .hour).contains(longest(.never)))
  }

  @Test func workPutOffAndCallsBackLieOverByDesign() throws {
    var returning = scenario
    returning.channels[0].callback = Channel.Callback(whenWaiting: 1, accepts: 0.5)
    #expect(try channel(returning).liesOver)
    // Done at once, and still not of a weekday.
    var desk = deskWork
    desk.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 9, count: 24), count: 7))
    #expect(try channel(desk).liesOver)
  }

  @Test func incidentsAreOfTheHourOfTheWeekToo() throws {
    var scenario = scenario
    let town = Location(latitude: 52, longitude: -2)
    scenario.channels[0].outcomes = [.init(name: "P1", share: 1, grade: "P1")]
    scenario.response = Response(
      clock: .arrival, grades: [Grade(id: "P1", within: 10 * .minute, target: 0.9, scene: .constant(60))],
      areas: [Area(id: "town", centre: town)],
      hubs: [
        Hub(
          id: "centre", location: town,
          officers: .intervals(heads: Array(repeating: Array(repeating: 4, count: 24), count: 7)))
      ], singleCrewed: 1)
    let grade = try #require(ValueMapper(scenario, seed: 2, replications: 12).map().teams.first?.grades.first)
    #expect(grade.cells.enumerated().allSatisfy { ($0.element != nil) == [3, 4].contains($0.offset / 24) })
    for hour in 0..<24 {
      let both = try [3, 4].map { try #require(grade.cells[$0 * 24 + hour]).mean }
      #expect(abs(grade.byHour[hour].mean - both.reduce(0, +) / 2) < 1e-9)
    }
    #expect(grade.isClear && grade.byHour[19].mean > 0 && grade.byHour[12].mean == 0)
  }

  /// A unit's tour costs what it adds to the cost of a run, over the tours that it is there: with night premiums and all.
  @Test func aTourCostsWhatItAddsToTheCostOfARun() throws {
    var scenario = scenario
    let town = Location(latitude: 52, longitude: -2)
    let nights = Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.5)
    func hub(_ officers: Int) -> Hub {
      Hub(
        id: "centre", location: town,
        officers: .shifts([
          .init(shift: "late", heads: Array(repeating: officers, count: 7)),
          .init(shift: "over midnight", heads: Array(repeating: 2, count: 7)),
        ]),
        costPerHour: 10, role: Role(premiums: [nights]))
    }
    scenario.shifts += [
      Shift(id: "late", start: 15 * .hour, length: 8 * .hour),
      Shift(id: "over midnight", start: 22 * .hour, length: 8 * .hour),
    ]
    func response(_ officers: Int) -> Response {
      Response(
        clock: .arrival, grades: [Grade(id: "P1", within: 10 * .minute, target: 0.9, scene: .constant(60))],
        areas: [Area(id: "town", centre: town)], hubs: [hub(officers)])
    }
    scenario.response = response(2)
    let tours = ValueMapper(scenario, seed: 2, replications: 2).map().tours
    var more = scenario
    more.response = response(4)
    let comparison = Comparison(
      base: Plan(scenario), variants: [.init(name: "one", plan: Plan(more))], seed: 2, replications: 2
    ).run()
    let added = try #require(comparison.variants[0].difference("hubs.centre.cost")?.difference)
    // From 15:00 to 23:00 on two days, the last three hours of each at half as much again.
    #expect(tours[0].shift == "late" && tours[0].officers == 2)
    #expect(abs(tours[0].cost - 190) < 1e-9)
    #expect(abs(added - 380) < 1e-9)
    // Whole tours, though the first began before the measured days and the last ends after them.
    #expect(tours[1].shift == "over midnight")
    #expect(abs(tours[1].cost - 240) < 1e-9)
  }

  /// There are 25 plans of it, and each would keep what was recorded: two at a time do.
  @Test func onlyPlansUnderWayAreReckoned() {
    var recorded = scenario
    recorded.channels[0].arrivals = .trace((0..<10_000).map { TraceRow(time: Milliseconds($0) * .second) })
    let needs = [scenario, recorded].map { ValueMapper($0, replications: 2).memoryNeed(jobs: 1).fixed }
    #expect(abs(needs[1] - needs[0] - 2 * 200 * 10_000) < 1)
  }

  @Test func jobsDoNotShow() {
    let maps = [1, 3].map { ValueMapper(scenario, seed: 2, replications: 2, jobs: $0).map() }
    #expect(maps[0].teams == maps[1].teams)
  }

  /// Who is one more is there on every day, though half the posts of the team are empty.
  @Test func oneMoreIsThereHoweverManyPostsAreEmpty() throws {
    var scenario = scenario
    scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7))
    scenario.teams[0].people = Workforce(establishment: 10, strength: 5, asOf: 0)
    let cell = try #require(ValueMapper(scenario, seed: 2, replications: 6).map().teams[0].channels[0].byHour[19])
    var more = scenario
    let heads = (0..<24).map { $0 == 19 ? 1 : 0 }
    more.teams.append(
      Team(id: "calls +1", answers: ["999"], staff: .intervals(heads: Array(repeating: heads, count: 7))))
    func inTime(_ scenario: Scenario) -> Int {
      (0..<6).reduce(0) {
        $0
          + ValueCounts(Plan(scenario), ValueLayout(scenario), seed: 2, replication: $1).inTime[0].reduce(0, +)
      }
    }
    #expect(abs(cell.inTime.mean - Double(inTime(more) - inTime(scenario)) / 6 / 2) < 1e-9)
    #expect(cell.inTime.mean > 0)
  }

  /// A unit more on every tour is there on holidays, which have heads of their own.
  @Test func oneUnitMoreIsThereOnHolidaysToo() throws {
    var scenario = scenario
    let town = Location(latitude: 52, longitude: -2)
    scenario.calendar.holidays = [0, 1]
    scenario.shifts.append(Shift(id: "late", start: 15 * .hour, length: 8 * .hour))
    scenario.channels[0].outcomes = [.init(name: "P1", share: 1, grade: "P1")]
    func response(_ officers: Int) -> Response {
      Response(
        clock: .arrival, grades: [Grade(id: "P1", within: 10 * .minute, target: 0.9, scene: .constant(1_800))],
        areas: [Area(id: "town", centre: town)],
        hubs: [
          Hub(
            id: "centre", location: town,
            officers: .shifts([.init(shift: "late", heads: Array(repeating: 0, count: 7), holiday: officers)]))
        ], singleCrewed: 1)
    }
    scenario.response = response(1)
    let tour = try #require(ValueMapper(scenario, seed: 2, replications: 3).map().tours.first)
    var more = scenario
    more.response = response(2)
    func attended(_ scenario: Scenario) -> Int {
      (0..<3).reduce(0) {
        $0
          + ValueCounts(Plan(scenario), ValueLayout(scenario), seed: 2, replication: $1).attendedInTime[0].reduce(0, +)
      }
    }
    #expect(abs(tour.inTime[0].mean - Double(attended(more) - attended(scenario)) / 3 / 2) < 1e-9)
    #expect(tour.inTime[0].mean > 0)
  }

  /// A wait on one channel ends where the contact goes on to another, and counts though nobody answered it there.
  @Test func aWaitEndsWhereAContactIsDiverted() {
    var waits = LongestWaits(channels: 2)
    let events: [Event] = [
      .contactArrived(at: 0, contact: 0, channel: 0, cell: 0, index: 0),
      .contactDiverted(at: 7 * .hour, contact: 0, channel: 1, stage: 0),
      .contactAnswered(at: 7 * .hour + 1_000, contact: 0, handler: 0, work: 60_000),
    ]
    waits.note(events.span)
    #expect(waits.byChannel == [7 * .hour, 1_000])
  }

  /// Many hours are looked at, of which some stray beyond an interval by chance alone.
  @Test func aGradeIsClearWhereAnHourIsFarFromNothing() {
    func isClear(_ mean: Double) -> Bool {
      ValueMap.GradeMap(grade: "P1", cells: [], byHour: [Estimate(mean: 0), Estimate(mean: mean, halfWidth: 1)]).isClear
    }
    #expect(!isClear(1.4) && isClear(1.6) && isClear(-1.6))
    // Nothing is known of how far one run may be off.
    let once = Estimate(mean: 5)
    #expect(!ValueMap.GradeMap(grade: "P1", cells: [], byHour: [once]).isClear)
    #expect(!ValueMap.Cell(inTime: once, saved: once, points: 1).isClear)
  }
}
