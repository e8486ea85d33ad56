import ContactCentre
import DiscreteEvents
import Testing

/// Who is there of those a roster says: posts without people, absence by month and role, minimums, lateness, holidays.
@Suite struct PostsTests {
  private static let day = 19_723  // That of ``monday``.
  private static let shifts = [
    Shift(id: "early", start: 6 * .hour, length: 8 * .hour), Shift(id: "night", start: 22 * .hour, length: 8 * .hour),
  ]

  private func scenario(
    heads: Int = 10, days: Int = 1, _ staff: Staff? = nil, change: (inout Team) -> Void = { _ in }
  ) -> Scenario {
    var team = Team(
      id: "desk", answers: ["999"], staff: staff ?? .shifts([.init(shift: "early", heads: daily(heads))]))
    change(&team)
    var scenario = handMade([channel("999", [])], shifts: Self.shifts, teams: [team])
    scenario.calendar.days = days
    return scenario
  }

  private func people(_ strength: Double, of establishment: Double = 100) -> Workforce {
    Workforce(establishment: establishment, strength: strength, asOf: Self.day)
  }

  private func signOns(_ scenario: Scenario, seed: UInt64 = 1) -> [Event] {
    run(scenario, seed: seed).filter { $0.kind == .handlerSignedOn }
  }

  // MARK: Posts and people

  @Test func aWholeNumberOfPeopleIsThereEveryDay() {
    #expect(signOns(scenario(days: 30) { $0.people = people(80) }).count == 240)
    #expect(signOns(scenario(days: 30) { $0.people = people(100) }).count == 300)
    #expect(signOns(scenario(days: 30) { $0.people = people(130) }).count == 390)
    #expect(signOns(scenario(days: 30) { $0.people = people(0) }).isEmpty)
  }

  /// 8.45 heads are eight or nine, on average exactly so many: the sum of 400 such draws has a variance of 99.
  @Test func aFractionIsSomebodyOnThatShareOfDays() {
    var all = 0
    for day in 0..<8 {
      var days = scenario(days: 50) { $0.people = people(84.5) }
      days.calendar.start += Milliseconds(day * 50) * .day
      let byDay = Dictionary(grouping: signOns(days)) { $0.time / .day }.mapValues(\.count)
      #expect(Set(byDay.values) == [8, 9] && byDay.count == 50)
      all += byDay.values.reduce(0, +)
    }
    #expect(abs(Double(all) - 3_380) < 5 * 99.0.squareRoot())
  }

  @Test func moreStrengthKeepsWhoIsThere() {
    // Absence is drawn for each head: those of the smaller team are the first of the larger one.
    func came(_ strength: Double) -> [Int: [Bool]] {
      var scenario = scenario(days: 20) { $0.people = people(strength) }
      scenario.attendance = 0.6
      return Dictionary(grouping: run(scenario).filter { [.handlerSignedOn, .handlerAbsent].contains($0.kind) }) {
        Int($0.time / .day)
      }.mapValues { $0.map { $0.kind == .handlerSignedOn } }
    }
    let few = came(73)
    let many = came(118)
    for day in 0..<20 {
      let first = few[day] ?? []
      #expect((7...8).contains(first.count) && (many[day] ?? []).starts(with: first))
      #expect((11...12).contains(many[day]?.count ?? 0))
    }
  }

  @Test func intervalsAreFilledInLikeMeasureAllDay() {
    let heads = (0..<24).map { $0 < 12 ? 10 : 4 }
    let staff = Staff.intervals(heads: Array(repeating: heads, count: 7))
    // Half of ten is five and half of four is two; each day is a tour of its own.
    let halved = signOns(scenario(days: 3, staff) { $0.people = people(50) })
    #expect(halved.count == 15)
    #expect(halved.count { Milliseconds($0.value) == .day } == 6)
    #expect(halved.count { Milliseconds($0.value) == 12 * .hour } == 9)
  }

  @Test func groupsOfARotationAreFilledApart() {
    let rotation = Staff.rotation(
      .init(pattern: ["early", "early", nil, nil], firstDay: Self.day, groups: [10, 10]))
    let signOns = signOns(scenario(days: 40, rotation) { $0.people = people(125) })
    let byDay = Dictionary(grouping: signOns) { $0.time / .day }.mapValues(\.count)
    // Twelve or thirteen of a group of ten, and every head somebody else.
    #expect(byDay.count == 40 && Set(byDay.values) == [12, 13])
  }

  @Test func whoIsNewWorksMoreSlowly() {
    func scenario(weeks: Int) -> Scenario {
      var scenario = self.scenario(heads: 1) {
        $0.people = people(5, of: 5)
        $0.people?.intakes = [.init(id: "all", on: Self.day - 7 * weeks, heads: 5)]
        $0.people?.asOf -= 7 * weeks
        $0.people?.learning = .init(slower: 2, over: 10 * .week)
      }
      scenario.channels = [channel("999", [caller(at: 25_200, handling: 100, wrapUp: 10.001)])]
      return scenario
    }
    #expect(story(scenario(weeks: 0)).contains("25400: h0 ends c0 as 0, wrap-up 20.002"))
    #expect(story(scenario(weeks: 5)).contains("25350: h0 ends c0 as 0, wrap-up 15.002"))
    #expect(story(scenario(weeks: 10)).contains("25300: h0 ends c0 as 0, wrap-up 10.001"))
  }

  /// A third of the people are recruits, so about a third of 2,000 heads are; the rest work as they always did.
  @Test func recruitsAreTheirShareOfThoseThere() {
    let signOns = signOns(
      scenario(heads: 100, days: 20) {
        $0.people = people(90, of: 90)
        $0.people?.intakes = [.init(id: "new", on: Self.day, heads: 30)]
        $0.people?.learning = .init(slower: 1.5, over: 100 * .week)
      })
    let slower = signOns.count { $0.percentSlower > 0 }
    #expect(signOns.count == 2_000 && abs(Double(slower) - 667) < 5 * 444.0.squareRoot())
    #expect(signOns.allSatisfy { $0.percentSlower == 0 || (48...50).contains($0.percentSlower) })
  }

  @Test func theStrengthOfOneTeamMovesNobodyElse() {
    var base = scenario { $0.people = people(70) }
    base.attendance = 0.7
    base.teams.append(Team(id: "other", answers: ["999"], staff: .shifts([.init(shift: "night", heads: daily(9))])))
    var variant = base
    variant.teams[0].people = people(140)
    variant.teams[0].role.lateness = .constant(700)
    func others(_ scenario: Scenario) -> [[Milliseconds]] {
      run(scenario).filter { [.handlerSignedOn, .handlerAbsent].contains($0.kind) && $0.group == 1 }
        .map { [$0.time, Milliseconds($0.value), Milliseconds($0.rawKind)] }
    }
    #expect(others(base) == others(variant) && others(base).count == 18)
  }

  // MARK: Attendance

  @Test func attendanceIsThatOfTheMonthATourBeginsIn() {
    var scenario = scenario(
      days: 2, .shifts([.init(shift: "early", heads: daily(3)), .init(shift: "night", heads: daily(2))]))
    scenario.calendar.start -= .day
    scenario.attendance = Attendance(byMonth: (1...12).map { $0 == 12 ? 0 : 1 })
    #expect(
      handlerStory(scenario) == [
        "0: nobody comes to team 0 for 21600", "0: nobody comes to team 0 for 21600",
        "21600: nobody comes to team 0 for 28800", "21600: nobody comes to team 0 for 28800",
        "21600: nobody comes to team 0 for 28800",
        // This night is December's, to its end on New Year's Day.
        "79200: nobody comes to team 0 for 28800", "79200: nobody comes to team 0 for 28800",
        "108000: h0 signs on to team 0 for 28800", "108000: h1 signs on to team 0 for 28800",
        "108000: h2 signs on to team 0 for 28800",
        "136800: h0 signs off", "136800: h1 signs off", "136800: h2 signs off",
        "165600: h0 signs on to team 0 for 28800", "165600: h1 signs on to team 0 for 28800",
      ])
  }

  @Test func aRoleGoesBeforeWhatTheScenarioSaysOfAll() {
    var scenario = scenario(heads: 4) { $0.role.attendance = 0 }
    scenario.teams.append(Team(id: "other", answers: ["999"], staff: .shifts([.init(shift: "early", heads: daily(3))])))
    #expect(signOns(scenario).map(\.group) == [1, 1, 1])
  }

  // MARK: Minimums

  @Test func whoIsMissingFromAMinimumIsBroughtIn() {
    func signOns(_ attendance: Attendance, _ minimum: Int, heads: Int = 4) -> [Bool] {
      self.signOns(
        scenario(heads: heads) {
          $0.role.attendance = attendance
          $0.minimums = [.init(shift: "early", heads: minimum)]
        }
      ).map(\.isOnOvertime)
    }
    #expect(signOns(1, 6) == [false, false, false, false, true, true])
    #expect(signOns(1, 4) == [false, false, false, false])
    #expect(signOns(1, 3) == [false, false, false, false])
    #expect(signOns(0, 3) == [true, true, true])
    // To a tour that nobody is rostered for nobody is brought in.
    #expect(signOns(1, 3, heads: 0) == [])
  }

  @Test func aMinimumIsReachedHoweverManyAreAbsent() {
    let scenario = scenario(heads: 10, days: 40) {
      $0.role.attendance = 0.7
      $0.people = people(85)
      $0.minimums = [.init(shift: "early", heads: 7)]
    }
    let byDay = Dictionary(grouping: signOns(scenario)) { $0.time / .day }
    #expect(byDay.count == 40 && byDay.values.allSatisfy { $0.count >= 7 })
    #expect(byDay.values.allSatisfy { $0.count == 7 || !$0.contains(where: \.isOnOvertime) })
    #expect(byDay.values.contains { $0.contains(where: \.isOnOvertime) } && byDay.values.contains { $0.count > 7 })
  }

  // MARK: Lateness

  @Test func whoIsLateLosesTheBeginningOfTheTour() {
    var scenario = scenario(heads: 1) { $0.role.lateness = .constant(600) }
    scenario.shifts[0].breaks = [.init(after: 5 * .minute, length: .minute), .init(after: .hour, length: .minute)]
    #expect(
      handlerStory(scenario) == [
        "21600: nobody comes to team 0 for 600", "22200: h0 signs on to team 0 for 28200",
        // The first break was over before; the second is due when it always was.
        "25200: h0 breaks for 60", "25260: h0 returns", "50400: h0 signs off",
      ])
    let events = run(scenario).filter { $0.kind == .handlerAbsent }
    #expect(events.map(\.isLate) == [true])
  }

  @Test func whoIsLateForAsLongAsTheTourDoesNotCome() {
    let scenario = scenario(heads: 1) { $0.role.lateness = .constant(28_800) }
    #expect(handlerStory(scenario) == ["21600: nobody comes to team 0 for 28800"])
    #expect(run(scenario).allSatisfy { !$0.isLate })
  }

  @Test func whoIsLateBeyondMidnightComesTheNextDay() {
    let scenario = scenario(days: 2, .shifts([.init(shift: "night", heads: daily(1))])) {
      $0.role.lateness = .constant(3 * 3_600)
    }
    #expect(
      handlerStory(scenario) == [
        // The tour under way as the run begins has an hour left to lose.
        "0: nobody comes to team 0 for 3600", "3600: h0 signs on to team 0 for 18000", "21600: h0 signs off",
        "79200: nobody comes to team 0 for 10800", "90000: h0 signs on to team 0 for 18000", "108000: h0 signs off",
        "165600: nobody comes to team 0 for 10800",
      ])
  }

  // MARK: Public holidays

  @Test func aHolidayHasHeadsOfItsOwn() {
    var scenario = scenario(days: 3, .shifts([.init(shift: "early", heads: [5, 4, 3, 0, 0, 0, 0], holiday: 2)]))
    func heads() -> [Int] {
      let byDay = Dictionary(grouping: signOns(scenario)) { Int($0.time / .day) }
      return (0..<3).map { byDay[$0]?.count ?? 0 }
    }
    #expect(heads() == [5, 4, 3])
    scenario.calendar.holidays = [Self.day + 1]
    #expect(heads() == [5, 2, 3])
    scenario.teams[0].staff = .shifts([.init(shift: "early", heads: [5, 4, 3, 0, 0, 0, 0])])
    #expect(heads() == [5, 4, 3])
  }
}
