import DiscreteEvents
import Testing

@testable import ContactCentre

/// Nights on which the clocks of the United Kingdom change: 27 March and 30 October 2022, at 01:00 UTC.
@Suite struct ClockChangeTests {
  private func scenario(
    _ start: Milliseconds, _ arrivals: Arrivals = .trace([]), shifts: [Shift] = [], staff: Staff = always(0)
  ) -> Scenario {
    Scenario(
      name: "night", calendar: ScenarioCalendar(start: start, zone: unitedKingdom),
      channels: [Channel(id: "999", arrivals: arrivals, patience: .constant(0), handling: .constant(60))],
      shifts: shifts, teams: [Team(id: "desk", answers: ["999"], staff: staff)])
  }

  private let nights = [
    Shift(id: "long", start: 22 * .hour, length: 10 * .hour),
    Shift(
      id: "night", start: 23 * .hour, length: 8 * .hour,
      breaks: [.init(after: 30 * .minute, length: 5 * .minute), .init(after: 4 * .hour, length: 30 * .minute)]),
  ]
  private let heads = Staff.shifts([.init(shift: "long", heads: daily(1)), .init(shift: "night", heads: daily(1))])

  @Test func aDayInSpringHas23HoursAndOneInAutumn25() {
    #expect(Plan(scenario(noonInMarch)).windowEnd == 23 * .hour)
    #expect(Plan(scenario(noonInOctober)).windowEnd == 25 * .hour)
  }

  /// The factor of a journey is that of the hour that clocks show when it begins, from the very instant at which they change.
  @Test func theHourOfAJourneyIsTheHourShown() {
    var response = Town.response([Town.grade("P1")])
    response.travel.hourOfDay = (0..<24).map { Double($0) }
    let change: Milliseconds = 1_667_091_600_000
    let journeys = Journeys(response, origin: change - .day, zone: unitedKingdom)
    defer { journeys.deallocate() }
    // A millisecond before two o'clock in summer, and then one o'clock in winter.
    #expect(journeys.hourFactor(at: .day - 1) == 1 && journeys.hourFactor(at: .day) == 1)
    #expect(journeys.hourFactor(at: .day - .hour) == 1 && journeys.hourFactor(at: .day + .hour) == 2)
    let spring = Journeys(response, origin: 1_648_342_800_000, zone: unitedKingdom)
    defer { spring.deallocate() }
    #expect(spring.hourFactor(at: -1) == 0 && spring.hourFactor(at: 0) == 2)
  }

  /// Times are seconds since noon: 22:00 is 36,000, 23:00 is 39,600.
  @Test func nightsAreAnHourShorterInSpring() {
    #expect(
      handlerStory(scenario(noonInMarch, shifts: nights, staff: heads)) == [
        "36000: h0 signs on to team 0 for 32400", "39600: h1 signs on to team 0 for 25200",
        // 30 minutes and four hours after the tour began, as time passes.
        "41400: h1 breaks for 300", "41700: h1 returns", "54000: h1 breaks for 1800", "55800: h1 returns",
        // 07:00 is 18 hours after noon, 08:00 is 19.
        "64800: h1 signs off", "68400: h0 signs off",
      ])
  }

  @Test func nightsAreAnHourLongerInAutumn() {
    #expect(
      handlerStory(scenario(noonInOctober, shifts: nights, staff: heads)) == [
        "36000: h0 signs on to team 0 for 39600", "39600: h1 signs on to team 0 for 32400",
        "41400: h1 breaks for 300", "41700: h1 returns", "54000: h1 breaks for 1800", "55800: h1 returns",
        "72000: h1 signs off", "75600: h0 signs off",
      ])
  }

  /// The run begins half an hour after the change, at 02:30 in spring and at 01:30 in autumn.
  @Test(arguments: [(noonInMarch, 13.5, 5_400), (noonInOctober, 14.5, 1_800)])
  func breaksOfANightUnderWayAreReckonedFromWhenItBegan(start: Milliseconds, hours: Double, untilBreak: Int) {
    let events = run(scenario(start + Milliseconds(hours * 3_600_000), shifts: nights, staff: heads))
    let breaks = events.filter { $0.kind == .handlerWentOnBreak }.map { Int($0.time / 1_000) }
    #expect(breaks.first == untilBreak)
  }

  @Test func theSkippedHourNeedsNobodyAndTheRepeatedOneIsStaffedTwice() {
    var day = Array(repeating: 0, count: 24)
    day[1] = 1
    let staff = Staff.intervals(heads: Array(repeating: day, count: 7))
    #expect(handlerStory(scenario(noonInMarch, staff: staff)).isEmpty)
    #expect(
      handlerStory(scenario(noonInOctober, staff: staff)) == [
        "46800: h0 signs on to team 0 for 7200", "54000: h0 signs off",
      ])
  }

  /// Every half-hour from 00:30 on: of those that do not come there is nobody, and of those that come twice nobody twice.
  @Test func appointmentsAreAtTimesThatCome() {
    let book = Arrivals.appointments(AppointmentBook(from: 30 * .minute, to: 210 * .minute, every: 30 * .minute))
    func halfHours(_ start: Milliseconds) -> [Milliseconds] {
      tape(comers(book, start: start, zone: unitedKingdom)).map { $0.time / (30 * .minute) }
    }
    #expect(halfHours(noonInMarch + 12 * .hour) == [1, 2, 3, 4])
    #expect(halfHours(noonInOctober + 12 * .hour) == [1, 2, 3, 6, 7, 8])
    #expect(halfHours(noonInMarch - 12 * .hour) == [1, 2, 3, 4, 5, 6])
  }

  /// A minute past midnight the clocks go back to 23:01: from the next five minutes on as many come as at eleven.
  @Test func clocksNeedNotChangeOnTheHour() {
    var hours = Array(repeating: 0.0, count: 24)
    hours[23] = 1
    let midnight = ZoneRules.utc.instant(
      of: CivilTime(year: 2006, month: 10, day: 29, timeOfDay: 150 * .minute))
    let stJohns = ZoneRules(
      name: "America/St_Johns", initialOffset: -150 * .minute,
      transitions: [.init(instant: midnight + .minute, offset: -210 * .minute)])
    let arrivals = Arrivals.profile(ArrivalProfile(perYear: 2_400 * 365, hourOfDay: hours))
    let all = tape(comers(arrivals, start: midnight - 2 * .hour, zone: stJohns)).map(\.time)
    expectCount(2_400, all.count { $0 < 2 * .hour })
    expectCount(2_400 * 55 / 60, all.count { (2 * .hour..<3 * .hour + 5 * .minute).contains($0) })
  }

  @Test func callersFollowTheWallClock() {
    var hours = Array(repeating: 0.0, count: 24)
    hours[1] = 1
    let arrivals = Arrivals.profile(ArrivalProfile(perYear: 2_000 * 365, hourOfDay: hours))
    #expect(!run(scenario(noonInMarch, arrivals)).contains { $0.kind == .contactArrived })
    let autumn = run(scenario(noonInOctober, arrivals)).filter { $0.kind == .contactArrived }
    #expect(autumn.allSatisfy { (13 * Milliseconds.hour..<15 * .hour).contains($0.time) })
    let first = autumn.count { $0.time < 14 * .hour }
    // All of a day's 2,000 come in this hour, and come again as it repeats.
    for count in [first, autumn.count - first] { #expect(abs(Double(count) - 2_000) < 6 * 2_000.0.squareRoot()) }
  }
}
