import ContactCentre
import DiscreteEvents
import Testing

@Suite struct RosterTests {
  private func scenario(
    start: Milliseconds = monday, days: Int = 1, _ staff: Staff..., shifts: [Shift] = [], attendance: Attendance = 1
  ) -> Scenario {
    Scenario(
      name: "roster", calendar: ScenarioCalendar(start: start, days: days),
      channels: [Channel(id: "999", arrivals: .trace([]), handling: .constant(60))], shifts: shifts,
      teams: staff.enumerated().map { Team(id: "team \($0.offset)", answers: ["999"], staff: $0.element) },
      attendance: attendance)
  }

  @Test func aHeadNeededAtAllTimesNeverSignsOff() {
    #expect(
      handlerStory(scenario(days: 20, always(2))) == [
        "0: h0 signs on to team 0 for ever", "0: h1 signs on to team 0 for ever",
      ])
  }

  @Test func aHeadNeededAcrossMidnightStays() {
    // One from 22:00 to 06:00, a second from 23:00 to 01:00.
    let night = [2] + Array(repeating: 1, count: 5) + Array(repeating: 0, count: 16) + [1, 2]
    let staff = Staff.intervals(heads: Array(repeating: night, count: 7))
    #expect(
      handlerStory(scenario(days: 2, staff)) == [
        "0: h0 signs on to team 0 for 21600", "0: h1 signs on to team 0 for 3600",
        "3600: h1 signs off", "21600: h0 signs off",
        "79200: h0 signs on to team 0 for 28800", "82800: h1 signs on to team 0 for 7200",
        "90000: h1 signs off", "108000: h0 signs off",
        "165600: h0 signs on to team 0 for 28800", "169200: h1 signs on to team 0 for 7200",
      ])
  }

  @Test func halfHoursAndWeekdaysAreFollowed() {
    var week = Array(repeating: Array(repeating: 0, count: 48), count: 7)
    week[0][47] = 1
    week[1][0] = 1
    week[2][19] = 3
    #expect(
      handlerStory(scenario(days: 4, .intervals(heads: week))) == [
        "84600: h0 signs on to team 0 for 3600", "88200: h0 signs off",
        "207000: h0 signs on to team 0 for 1800", "207000: h1 signs on to team 0 for 1800",
        "207000: h2 signs on to team 0 for 1800",
        "208800: h0 signs off", "208800: h1 signs off", "208800: h2 signs off",
      ])
  }

  @Test func aRunInTheMiddleOfAWeeksTourTakesTheRestOfIt() {
    // A head from Tuesday to Saturday; the run begins on Friday.
    let week = (0..<7).map { [(1...5).contains($0) ? 1 : 0] }
    #expect(
      handlerStory(scenario(start: monday + 4 * .day, days: 5, .intervals(heads: week))) == [
        "0: h0 signs on to team 0 for 172800", "172800: h0 signs off", "345600: h0 signs on to team 0 for 432000",
      ])
  }

  /// Whatever the run's beginning, the heads at work at any later time are those the staff asks for.
  @Test func headsAtWorkAreThoseNeeded() throws {
    var dice = Dice(3)
    for _ in 0..<25 {
      let perDay = dice.pick([1, 24, 48])
      let week = (0..<7).map { _ in (0..<perDay).map { _ in dice.below(4) } }
      let start = monday + Milliseconds(dice.below(7 * 48)) * 30 * .minute
      let events = run(scenario(start: start, days: 9, .intervals(heads: week)))
      var working = 0
      var position = 0
      for quarter in 0..<9 * 96 {
        let time = Milliseconds(quarter) * 15 * .minute
        while position < events.count, events[position].time <= time {
          working += events[position].kind == .handlerSignedOn ? 1 : -1
          position += 1
        }
        let civil = ZoneRules.utc.civilTime(at: start + time)
        let needed = week[civil.weekday][Int(civil.timeOfDay / (.day / Milliseconds(perDay)))]
        try #require(working == needed, "at \(time) of \(week)")
      }
    }
  }

  @Test func dutiesOfOneInstantBeginByTeamThenAsListed() {
    let shifts = [Shift(id: "a", start: 8 * .hour, length: .hour), Shift(id: "b", start: 8 * .hour, length: 2 * .hour)]
    let both = Staff.shifts([.init(shift: "b", heads: daily(1)), .init(shift: "a", heads: daily(2))])
    #expect(
      handlerStory(scenario(both, .shifts([.init(shift: "a", heads: daily(1))]), shifts: shifts)).prefix(4) == [
        "28800: h0 signs on to team 0 for 7200", "28800: h1 signs on to team 0 for 3600",
        "28800: h2 signs on to team 0 for 3600", "28800: h3 signs on to team 1 for 3600",
      ])
  }

  @Test func aTourAcrossMidnightIsUnderWayAsTheRunBegins() {
    let shifts = [Shift(id: "night", start: 22 * .hour, length: 8 * .hour)]
    #expect(
      handlerStory(scenario(.shifts([.init(shift: "night", heads: daily(1))]), shifts: shifts)) == [
        "0: h0 signs on to team 0 for 21600", "21600: h0 signs off", "79200: h0 signs on to team 0 for 28800",
      ])
  }

  @Test func headsFollowTheDayTheTourBeginsOn() {
    let shifts = [Shift(id: "night", start: 22 * .hour, length: 8 * .hour)]
    let heads = [0, 2, 0, 0, 0, 0, 1]
    let tuesday = scenario(days: 3, .shifts([.init(shift: "night", heads: heads)]), shifts: shifts)
    #expect(
      handlerStory(tuesday) == [
        // Of Sunday night.
        "0: h0 signs on to team 0 for 21600", "21600: h0 signs off",
        "165600: h0 signs on to team 0 for 28800", "165600: h1 signs on to team 0 for 28800",
        "194400: h0 signs off", "194400: h1 signs off",
      ])
  }

  @Test func attendanceIsAProbability() {
    let shifts = [Shift(id: "day", start: 8 * .hour, length: 8 * .hour)]
    let staff = Staff.shifts([.init(shift: "day", heads: daily(100))])
    func count(_ attendance: Attendance, _ kind: EventKind) -> Int {
      run(scenario(days: 20, staff, shifts: shifts, attendance: attendance)).count { $0.kind == kind }
    }
    #expect(count(0, .handlerSignedOn) == 0 && count(0, .handlerAbsent) == 2_000)
    #expect(count(1, .handlerSignedOn) == 2_000 && count(1, .handlerAbsent) == 0)
    let turnedUp = count(0.7, .handlerSignedOn)
    #expect(turnedUp + count(0.7, .handlerAbsent) == 2_000)
    #expect(abs(Double(turnedUp) - 1_400) < 6 * 420.0.squareRoot())
  }

  @Test func anAbsenceFromIntervalsLastsNoLongerThanTheDay() {
    let events = run(scenario(days: 300, always(3), attendance: 0.5))
    let absences = events.count { $0.kind == .handlerAbsent }
    // Each day draws anew for each of the three places.
    #expect(abs(Double(absences) - 450) < 6 * 225.0.squareRoot())
    #expect(events.allSatisfy { $0.kind != .handlerSignedOn || Milliseconds($0.value) <= .day })
  }
}
