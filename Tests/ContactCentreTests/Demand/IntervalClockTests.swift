import DiscreteEvents
import Testing

@testable import ContactCentre

/// Staff by interval on days on which clocks change: at every minute as many as the grid says for what the wall shows.
@Suite struct IntervalClockTests {
  private static func utc(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Milliseconds = 0, _ minute: Milliseconds = 0
  ) -> Milliseconds {
    ZoneRules.utc.instant(of: CivilTime(year: year, month: month, day: day, timeOfDay: hour * .hour + minute * .minute))
  }

  private static func zone(_ name: String, _ offset: Double, _ changes: (Milliseconds, Double)...) -> ZoneRules {
    func length(_ hours: Double) -> Milliseconds { seconds(hours * 3_600) }
    return ZoneRules(
      name: name, initialOffset: length(offset),
      transitions: changes.map { .init(instant: $0.0, offset: length($0.1)) })
  }

  /// Clocks, and a day on which they change, or, of the last, do not.
  static let days: [(zone: ZoneRules, day: CivilTime)] = {
    let london = zone("Europe/London", 0, (utc(2024, 3, 31, 1), 1), (utc(2024, 10, 27, 1), 0))
    let cairo = zone("Africa/Cairo", 2, (utc(2024, 4, 25, 22), 3), (utc(2024, 10, 31, 21), 2))
    let lordHowe = zone("Australia/Lord_Howe", 11, (utc(2024, 4, 6, 15), 10.5), (utc(2024, 10, 5, 15, 30), 11))
    let troll = zone("Antarctica/Troll", 0, (utc(2024, 3, 31, 1), 2), (utc(2024, 10, 27, 1), 0))
    // A minute after midnight clocks went back over it.
    let stJohns = zone("America/St_Johns", -2.5, (utc(2006, 10, 29, 2, 31), -3.5))
    // 30 December did not come.
    let apia = zone("Pacific/Apia", -10, (utc(2011, 12, 30, 10), 14))
    return [
      (london, CivilTime(year: 2024, month: 3, day: 31)), (london, CivilTime(year: 2024, month: 10, day: 27)),
      (cairo, CivilTime(year: 2024, month: 4, day: 26)), (cairo, CivilTime(year: 2024, month: 10, day: 31)),
      (lordHowe, CivilTime(year: 2024, month: 4, day: 7)), (lordHowe, CivilTime(year: 2024, month: 10, day: 6)),
      (troll, CivilTime(year: 2024, month: 3, day: 31)), (troll, CivilTime(year: 2024, month: 10, day: 27)),
      (stJohns, CivilTime(year: 2006, month: 10, day: 28)), (apia, CivilTime(year: 2011, month: 12, day: 30)),
      (zone("America/Phoenix", -7), CivilTime(year: 2024, month: 3, day: 31)),
    ]
  }()

  /// A team by interval, of which everybody comes: by days of their own if `isByDay`.
  private func scenario(_ heads: [[Int]], _ zone: ZoneRules, from start: CivilTime, isByDay: Bool) -> Scenario {
    Scenario(
      name: "grid", calendar: ScenarioCalendar(start: zone.instant(of: start), days: 4, zone: zone),
      channels: [Channel(id: "999", arrivals: .trace([]), handling: .constant(60))],
      teams: [
        Team(
          id: "desk", answers: ["999"], staff: .intervals(heads: heads),
          role: Role(lateness: isByDay ? .constant(0) : nil))
      ])
  }

  private func duties(_ scenario: Scenario) -> [Duty] {
    var roster = DutyRoster(plan: Plan(scenario), root: RandomKey(seed: 1))
    var duties: [Duty] = []
    while roster.nextMoment != Calendar.never {
      duties.append(roster.next)
      roster.advance()
    }
    return duties
  }

  @Test(arguments: IntervalClockTests.days.indices, [24, 48, 96])
  func whoIsThereIsWhatTheWallSays(place: Int, perDay: Int) {
    let (zone, changing) = Self.days[place]
    for seed in 1...6 {
      let isByDay = seed % 2 == 0
      var dice = Dice(UInt64(100 * place + seed))
      let heads = (0..<7).map { _ in (0..<perDay).map { _ in dice.below(4) } }
      let scenario = scenario(
        heads, zone, from: CivilTime(dayNumber: changing.dayNumber - 2, timeOfDay: 7 * .hour), isByDay: isByDay)
      let calendar = scenario.calendar
      let all = duties(scenario)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.start <= $1.start })
      // Nobody is there twice.
      #expect(Set(all.map { "\($0.key) \($0.start)" }).count == all.count)
      for time in stride(from: 0, to: calendar.end - calendar.start, by: Int(Milliseconds.minute)) {
        let shown = zone.civilTime(at: calendar.start + time)
        let needed = heads[shown.weekday][Int(shown.timeOfDay / (.day / Milliseconds(perDay)))]
        let there = all.count { $0.start <= time && time < $0.end && $0.isPresent }
        if there != needed {
          Issue.record("\(zone.name) \(shown): \(there) are there, not \(needed)")
          return
        }
      }
    }
  }

  /// Rostered hours are those of the grid: an hour less in spring, and in autumn those of 01:00 to 02:00 once more.
  @Test func halfHoursAreRosteredAsTheGridSays() {
    let grid = (0..<48).map { $0 == 3 ? 3 : 1 }
    func hours(_ place: Int) -> Double {
      let (zone, day) = Self.days[place]
      var scenario = scenario(Array(repeating: grid, count: 7), zone, from: day, isByDay: false)
      scenario.calendar.days = 1
      let length = scenario.calendar.end - scenario.calendar.start
      return duties(scenario).reduce(0) { $0 + Double(min($1.end, length) - $1.start) } / Double(Milliseconds.hour)
    }
    #expect(hours(0) == 23)
    #expect(hours(1) == 25 + 4 * 0.5)
    #expect(hours(10) == 24 + 2 * 0.5)
  }

  /// Who begins on a date that does not come, and stays beyond it, is there when the next day begins.
  @Test func whoStaysBeyondADateThatDoesNotComeIsThereAfterIt() {
    let (zone, _) = Self.days[9]
    var grid = Array(repeating: Array(repeating: 1, count: 24), count: 7)
    for hour in 20..<24 { grid[4][hour] = 2 }
    for hour in 0..<6 { grid[5][hour] = 2 }
    let all = duties(scenario(grid, zone, from: CivilTime(year: 2011, month: 12, day: 29), isByDay: false))
    let there = (0..<8).map { hour in all.count { $0.start <= (24 + hour) * .hour && (24 + hour) * .hour < $0.end } }
    #expect(there == [2, 2, 2, 2, 2, 2, 1, 1])
  }

  /// Where 30 December does not come nobody works it, and the book has nobody, on the 31st either.
  @Test func aDateThatDoesNotComeIsNobodysDay() {
    let (zone, _) = Self.days[9]
    let start = CivilTime(year: 2011, month: 12, day: 29)
    var scenario = scenario(Array(repeating: [0], count: 7), zone, from: start, isByDay: false)
    scenario.calendar.days = 3
    scenario.shifts = [Shift(id: "day", start: 8 * .hour, length: 8 * .hour)]
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: daily(3))])
    #expect(duties(scenario).map { $0.start / .hour } == [8, 8, 8, 32, 32, 32])
    scenario.channels[0].arrivals = .appointments(AppointmentBook(from: 9 * .hour, to: 10 * .hour, every: 30 * .minute))
    #expect(tape(scenario).map { $0.time / (30 * .minute) } == [18, 19, 66, 67])
  }
}
