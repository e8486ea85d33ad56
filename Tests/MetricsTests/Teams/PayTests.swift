import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// What hours cost, and how much of them was worked, on logs that can be reckoned on paper.
@Suite struct PayTests {
  private static let nights = Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.2)
  private static let sundays = Premium(id: "sundays", days: .init(weekdays: [6]), extra: 0.5)
  private static let holidays = Premium(id: "holidays", days: .init(weekdays: [], holidays: true), extra: 1)
  private static let eightHours = UInt32(8 * Milliseconds.hour)

  /// Three days from the midnight of a date, with a team whose hour costs 10.
  private func plan(
    _ month: Int, _ day: Int, zone: ZoneRules = .utc, _ role: Role, change: (inout Scenario) -> Void = { _ in }
  ) -> Plan {
    let date = CivilTime(year: 2022, month: month, day: day)
    var scenario = Scenario(
      name: "paid", calendar: ScenarioCalendar(start: zone.instant(of: date), days: 3, zone: zone),
      channels: [channel("999")], teams: [team("desk", "999", costPerHour: 10)])
    scenario.teams[0].role = role
    change(&scenario)
    return Plan(scenario)
  }

  private func signOn(
    at time: Milliseconds, handler: UInt16 = 0, for length: Milliseconds, team: UInt16 = 0,
    shift: UInt16 = Event.noShift,
    onOvertime: Bool = false
  ) -> Event {
    .handlerSignedOn(
      at: time, duty: 0, handler: handler, team: team, length: UInt32(length), shift: shift, onOvertime: onOvertime)
  }

  private func figures(_ plan: Plan, _ events: Event...) -> (String) -> Double? {
    let figures = Figures(plan, summary(of: events, plan))
    return { figures["teams.desk." + $0] }
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) <= 1e-12 * abs(expected) } ?? false
  }

  // MARK: Premiums

  @Test func hoursOfTheNightArePaidByTheWallClock() {
    // From 18:00 for eight hours: from 20:00 on, six of them.
    let evening = figures(plan(7, 22, Role(premiums: [Self.nights])), signOn(at: 18 * .hour, for: 8 * .hour))
    #expect(isClose(evening("premiumCost"), 12) && isClose(evening("cost"), 92))
    // From 04:00: two hours of the night before, and from 20:00 the rest of the day and the next night.
    let long = figures(plan(7, 22, Role(premiums: [Self.nights])), signOn(at: 4 * .hour, for: 30 * .hour))
    #expect(isClose(long("premiumCost"), 10 * 0.2 * 12))
  }

  @Test func theNightsTheClocksChangeAreAsLongAsTheyAre() {
    let unitedKingdom = ZoneRules(
      name: "Europe/London", initialOffset: 0,
      transitions: [
        .init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0),
      ])
    // From 22:00 to 06:00 on the wall: nine hours in October and seven in March.
    let autumn = figures(
      plan(10, 29, zone: unitedKingdom, Role(premiums: [Self.nights])), signOn(at: 22 * .hour, for: 9 * .hour))
    #expect(isClose(autumn("premiumCost"), 18) && isClose(autumn("cost"), 108))
    let spring = figures(
      plan(3, 26, zone: unitedKingdom, Role(premiums: [Self.nights])), signOn(at: 22 * .hour, for: 7 * .hour))
    #expect(isClose(spring("premiumCost"), 14) && isClose(spring("cost"), 84))
  }

  @Test func daysArePaidFromMidnightToMidnightAndHoursByTheDayTheyBegin() {
    // Saturday 23 July, 22:00, for eight hours: six of them on Sunday.
    let role = Role(premiums: [Self.nights, Self.sundays])
    let both = figures(plan(7, 23, role), signOn(at: 22 * .hour, for: 8 * .hour))
    #expect(isClose(both("premiumCost"), 10 * (0.2 * 8 + 0.5 * 6)))
    // Nights of Sundays are those from Sunday to Monday.
    let sundayNights = Role(
      premiums: [.init(id: "x", hours: .init(from: 20 * .hour, to: 6 * .hour), days: .init(weekdays: [6]), extra: 1)])
    let before = figures(plan(7, 23, sundayNights), signOn(at: 22 * .hour, for: 8 * .hour))
    #expect(before("premiumCost") == 0)
    let after = figures(plan(7, 23, sundayNights), signOn(at: 46 * .hour, for: 8 * .hour))
    #expect(isClose(after("premiumCost"), 80))
  }

  @Test func aHolidayIsPaidWhateverDayItIs() {
    let role = Role(premiums: [Self.holidays])
    let holiday = plan(7, 22, role) { $0.calendar.holidays = [CivilTime(year: 2022, month: 7, day: 23).dayNumber] }
    #expect(isClose(figures(holiday, signOn(at: 20 * .hour, for: 8 * .hour))("premiumCost"), 40))
    #expect(figures(plan(7, 22, role), signOn(at: 20 * .hour, for: 8 * .hour))("premiumCost") == 0)
  }

  @Test func whoIsAbsentIsPaidAndOnlyTheWindowCounts() {
    let plan = plan(7, 22, Role(premiums: [Self.nights]))
    let absent = figures(plan, .handlerAbsent(at: 22 * .hour, duty: 0, team: 0, length: Self.eightHours))
    #expect(isClose(absent("cost"), 96) && absent("rosteredHours") == 8 && absent("shrinkage") == 1)
    let late = figures(plan, signOn(at: 70 * .hour, for: 8 * .hour))
    #expect(isClose(late("cost"), 24) && isClose(late("premiumCost"), 4))
  }

  // MARK: Overtime

  private func overtime(_ factor: Double?) -> (String) -> Double? {
    figures(
      plan(7, 22, Role(overtime: factor, premiums: [Self.nights])),
      signOn(at: 20 * .hour, handler: 0, for: 4 * .hour),
      signOn(at: 20 * .hour, handler: 1, for: 4 * .hour, onOvertime: true),
      .contactArrived(at: 23 * .hour, contact: 0, channel: 0, cell: 0, index: 0),
      .contactAnswered(at: 23 * .hour, contact: 0, handler: 0, work: 1),
      .handlerFinishingUp(at: 24 * .hour, handler: 0, forBreak: false), .handlerSignedOff(at: 24 * .hour, handler: 1),
      .handlingEnded(at: 24 * .hour + 30 * .minute, contact: 0, handler: 0, wrapUp: 0, outcome: 0),
      .handlerSignedOff(at: 24 * .hour + 30 * .minute, handler: 0))
  }

  @Test func overtimeIsPaidAtItsFactorAndWithoutPremiums() {
    let paid = overtime(1.5)
    // Four hours brought in and half an hour beyond the end; premiums only for the four that were rostered.
    #expect(paid("rosteredHours") == 4 && paid("staffedHours") == 8.5 && paid("overtimeHours") == 4.5)
    #expect(paid("overtimeCost") == 67.5 && isClose(paid("premiumCost"), 8) && isClose(paid("cost"), 115.5))
  }

  @Test func whereNothingIsSaidWhoIsBroughtInCostsTheRate() {
    let plain = overtime(nil)
    #expect(plain("overtimeHours") == 4.5 && plain("overtimeCost") == 40 && isClose(plain("cost"), 88))
  }

  @Test func workBeyondTheEndOfTheRunIsOvertimeToItsEnd() {
    let plan = plan(7, 22, Role(overtime: 2)) { $0.calendar.drain = .hour }
    let figures = figures(plan, signOn(at: 64 * .hour, for: 6 * .hour))
    #expect(figures("overtimeHours") == 2 && figures("cost") == 100)
  }

  @Test func officersArePaidLikewise() {
    let t = HandMadeLogTests.start
    var response = response(north: rostered((1, from: t + 18 * .hour, to: t + 22 * .hour)))
    response.hubs[0].role = Role(overtime: 1.5, premiums: [Self.nights])
    let plan = HandMadeLogTests.plan(response)
    // Two officers, one of them brought in, from 18:00 for four hours, and half an hour more.
    let events: [Event] = [
      .signedOn(0, at: t + 18 * .hour, officers: 2, onOvertime: 1, for: 4 * .hour),
      .unitSignedOff(at: t + 22 * .hour + 30 * .minute, unit: 0),
    ]
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["hubs.north.overtimeHours"] == 5)
    // Four hours at 20, five at 30, and two of the night's at a fifth of 20 more.
    #expect(isClose(figures["hubs.north.cost"], 80 + 150 + 8) && isClose(figures["cost.total"], 238))
    // Who does not come is paid the premium too.
    #expect(isClose(Figures(plan, summary(of: [], plan))["hubs.north.cost"], 80 + 8))
  }

  // MARK: What was worked

  @Test func shrinkageAndAdherence() {
    let plan = plan(7, 22, Role()) {
      $0.shifts = [
        Shift(
          id: "day", start: 8 * .hour, length: 8 * .hour,
          breaks: [.init(after: 10 * .minute, length: 10 * .minute), .init(after: 4 * .hour, length: 30 * .minute)])
      ]
    }
    let figures = figures(
      plan,
      // Half an hour late, when the first break was over; the second is taken twelve minutes late.
      .handlerAbsent(at: 8 * .hour, duty: 0, team: 0, length: 1_800_000, isLate: true),
      .handlerAbsent(at: 8 * .hour, duty: 1, team: 0, length: Self.eightHours),
      signOn(at: 8 * .hour + 30 * .minute, for: 7 * .hour + 30 * .minute, shift: 0),
      .handlerFinishingUp(at: 12 * .hour, handler: 0, forBreak: true),
      .handlerWentOnBreak(at: 12 * .hour + 12 * .minute, handler: 0, length: 1_800_000),
      .handlerReturned(at: 12 * .hour + 42 * .minute, handler: 0), .handlerSignedOff(at: 16 * .hour, handler: 0))
    #expect(figures("rosteredHours") == 16 && figures("staffedHours") == 7)
    #expect(isClose(figures("shrinkage"), 9.0 / 16))
    // Of the eight hours of who came, half an hour is a break. Twelve minutes of it were worked, as many later were not.
    #expect(isClose(figures("adherence"), 6.8 / 7.5))
    #expect(figures("overtimeHours") == 0)
  }

  /// A break that lapses, or is cut short by the end of the tour, is work that nobody was due for.
  @Test func whoWorksThroughABreakAddsNothing() {
    let day = plan(7, 22, Role()) {
      $0.shifts = [
        Shift(
          id: "day", start: 8 * .hour, length: 8 * .hour, breaks: [.init(after: 7 * .hour, length: 30 * .minute)])
      ]
    }
    let lapsed = figures(
      day, signOn(at: 8 * .hour, for: 8 * .hour, shift: 0), .handlerSignedOff(at: 16 * .hour, handler: 0))
    #expect(lapsed("adherence") == 1 && lapsed("shrinkage") == 0 && lapsed("staffedHours") == 8)
    let cut = figures(
      day, signOn(at: 8 * .hour, for: 8 * .hour, shift: 0),
      .handlerWentOnBreak(at: 15 * .hour + 50 * .minute, handler: 0, length: 600_000),
      .handlerSignedOff(at: 16 * .hour, handler: 0))
    // Half an hour from 15:00 was due, and the last ten minutes were taken.
    #expect(isClose(cut("adherence"), 1 - 10.0 / 450) && isClose(cut("shrinkage"), 1.0 / 48))
    // At the end of the run, too: the third day's tour is not over.
    let working = figures(day, signOn(at: 62 * .hour, for: 20 * .hour))
    #expect(working("adherence") == 1 && working("shrinkage") == 0)
  }

  /// Ten are rostered, three are absent and three brought in; one works on for an hour.
  @Test func whoeverIsBroughtInMakesUpForNobodysAbsence() {
    let plan = plan(7, 22, Role())
    let length = 8 * Milliseconds.hour
    var events = (0..<3).map { duty in
      Event.handlerAbsent(at: length, duty: UInt32(duty), team: 0, length: UInt32(length))
    }
    events += (0..<10).map { signOn(at: length, handler: $0, for: length, onOvertime: $0 >= 7) }
    // One of those brought in has a break of an hour.
    events.append(.handlerWentOnBreak(at: 10 * .hour, handler: 9, length: UInt32(Milliseconds.hour)))
    events.append(.handlerReturned(at: 11 * .hour, handler: 9))
    events += (0..<9).map { Event.handlerSignedOff(at: 2 * length, handler: $0 + 1) }
    events.append(.handlerSignedOff(at: 2 * length + .hour, handler: 0))
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["teams.desk.rosteredHours"] == 80 && figures["teams.desk.staffedHours"] == 80)
    #expect(isClose(figures["teams.desk.shrinkage"], 0.3))
    #expect(isClose(figures["teams.desk.adherence"], 79.0 / 80) && figures["teams.desk.overtimeHours"] == 25)
  }

  /// Of a break that runs into a closure only the part before it is one more pause.
  @Test func noInstantIsPausedTwice() {
    let plan = plan(7, 22, Role()) {
      let start = $0.calendar.start
      $0.shifts = [
        Shift(
          id: "day", start: 8 * .hour, length: 8 * .hour, breaks: [.init(after: 105 * .minute, length: 30 * .minute)])
      ]
      $0.sites = [Site(id: "house", closures: [.init(from: start + 10 * .hour, to: start + 12 * .hour)])]
      $0.teams[0].site = "house"
    }
    let figures = figures(
      plan, signOn(at: 8 * .hour, for: 8 * .hour, shift: 0),
      .handlerWentOnBreak(at: 9 * .hour + 45 * .minute, handler: 0, length: 1_800_000),
      .handlerReturned(at: 10 * .hour + 15 * .minute, handler: 0),
      .handlerWentOnBreak(at: 10 * .hour + 15 * .minute, handler: 0, length: 6_300_000, isClosed: true),
      .handlerReturned(at: 12 * .hour, handler: 0), .handlerSignedOff(at: 16 * .hour, handler: 0))
    #expect(figures("adherence") == 1 && isClose(figures("shrinkage"), 2.25 / 8))
  }

  /// A break that is due when the site opens again is taken then, and one that was due a moment before is over.
  @Test func aBreakDueWhenTheSiteOpensIsAPauseMore() {
    func plan(after: Milliseconds) -> Plan {
      self.plan(7, 22, Role()) {
        let start = $0.calendar.start
        $0.shifts = [
          Shift(
            id: "day", start: 8 * .hour, length: 8 * .hour, breaks: [.init(after: after, length: 30 * .minute)])
        ]
        $0.sites = [Site(id: "house", closures: [.init(from: start + 10 * .hour, to: start + 12 * .hour)])]
        $0.teams[0].site = "house"
      }
    }
    let day = signOn(at: 8 * .hour, for: 8 * .hour, shift: 0)
    let closed = Event.handlerWentOnBreak(at: 10 * .hour, handler: 0, length: 7_200_000, isClosed: true)
    let opened = Event.handlerReturned(at: 12 * .hour, handler: 0)
    let home = Event.handlerSignedOff(at: 16 * .hour, handler: 0)
    let taken = figures(
      plan(after: 4 * .hour), day, closed, opened,
      .handlerWentOnBreak(at: 12 * .hour, handler: 0, length: 1_800_000),
      .handlerReturned(at: 12 * .hour + 30 * .minute, handler: 0), home)
    #expect(taken("adherence") == 1 && isClose(taken("shrinkage"), 2.5 / 8))
    let over = figures(plan(after: 4 * .hour - 1), day, closed, opened, home)
    #expect(over("adherence") == 1 && isClose(over("shrinkage"), 2.0 / 8))
  }

  @Test func aClosureIsNobodysFault() {
    let plan = plan(7, 22, Role()) {
      let start = $0.calendar.start
      $0.sites = [
        Site(id: "house", closures: [.init(from: start + 10 * .hour, to: start + 12 * .hour)]), Site(id: "empty"),
      ]
      $0.teams[0].site = "house"
      $0.teams.append(team("other", "999", costPerHour: 7))
      $0.teams[1].site = "house"
    }
    let events: [Event] = [
      signOn(at: 8 * .hour, for: 8 * .hour), signOn(at: 8 * .hour, handler: 1, for: 8 * .hour, team: 1),
      .handlerWentOnBreak(at: 10 * .hour, handler: 0, length: UInt32(2 * Milliseconds.hour), isClosed: true),
      .handlerReturned(at: 12 * .hour, handler: 0),
      .contactArrived(at: 13 * .hour, contact: 0, channel: 0, cell: 0, index: 0),
      .contactAnswered(at: 13 * .hour, contact: 0, handler: 0, work: 1),
      .handlingEnded(at: 14 * .hour, contact: 0, handler: 0, wrapUp: 0, outcome: 0),
      .handlerSignedOff(at: 16 * .hour, handler: 0), .handlerSignedOff(at: 16 * .hour, handler: 1),
    ]
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["teams.desk.adherence"] == 1 && figures["teams.desk.shrinkage"] == 0.25)
    // Who worked on in a closed building was there when due, and no more than that.
    #expect(figures["teams.other.adherence"] == 1)
    #expect(figures["sites.house.rosteredHours"] == 16 && figures["sites.house.staffedHours"] == 14)
    #expect(figures["sites.house.occupancy"] == 1.0 / 14 && figures["sites.house.cost"] == 136)
    #expect(figures["sites.empty.rosteredHours"] == 0 && figures["sites.empty.occupancy"] == nil)
    #expect(figures["sites.empty.cost"] == 0 && figures["cost.total"] == 136)
  }
}
