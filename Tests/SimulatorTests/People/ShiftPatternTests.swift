import ContactCentre
import DiscreteEvents
import Testing

/// The working patterns of a police force, each said as data, and what it rosters.
@Suite struct ShiftPatternTests {
  private static let eight = [
    Shift(id: "earlies", start: 7 * .hour, length: 8 * .hour), Shift(id: "lates", start: 15 * .hour, length: 8 * .hour),
    Shift(id: "nights", start: 23 * .hour, length: 8 * .hour),
  ]
  private static let twelve = [
    Shift(id: "days", start: 7 * .hour, length: 12 * .hour), Shift(id: "nights", start: 19 * .hour, length: 12 * .hour),
  ]

  /// The hours rostered on tours that begin in some days, and how many begin on each day and shift.
  private func rostered(_ staff: Staff, _ shifts: [Shift], days: Int) -> (hours: Double, heads: [[Int]]) {
    var scenario = handMade(
      [channel("999", [])], shifts: shifts, teams: [Team(id: "desk", answers: ["999"], staff: staff)])
    scenario.calendar.start = monday + 7 * .hour
    scenario.calendar.days = days
    var heads = [[Int]](repeating: Array(repeating: 0, count: shifts.count), count: days)
    var hours = 0.0
    // What is under way as the run begins began before.
    for event in run(scenario) where event.kind == .handlerSignedOn && (event.time > 0 || shifts[0].start == 7 * .hour)
    {
      let shift = Int(event.extra & 0xFFFF)
      guard event.time > 0 || shift == 0 else { continue }
      heads[Int(event.time / .day)][shift] += 1
      hours += Double(event.value) / 3_600_000
    }
    return (hours, heads)
  }

  private func rotation(_ pattern: [String?], _ groups: [Int]) -> Staff {
    .rotation(.init(pattern: pattern, firstDay: 19_723, groups: groups))
  }

  @Test func earliesLatesAndNights() {
    let heads = [[30, 30, 30, 30, 30, 24, 24], daily(40), daily(20)]
    let staff = Staff.shifts(zip(Self.eight, heads).map { .init(shift: $0.id, heads: $1) })
    let week = rostered(staff, Self.eight, days: 7)
    #expect(week.heads.map { $0[0] } == heads[0] && week.heads.allSatisfy { $0[1] == 40 && $0[2] == 20 })
    #expect(week.hours == 8 * Double(198 + 280 + 140))
  }

  /// Three earlies, three lates, three rest days: three groups, 37⅓ hours a week each.
  @Test func threeThreeThree() {
    let pattern: [String?] =
      Array(repeating: "earlies", count: 3) + Array(repeating: "lates", count: 3) + [nil, nil, nil]
    let cycle = rostered(rotation(pattern, [5, 6, 7]), Self.eight, days: 63)
    #expect(cycle.heads.allSatisfy { $0[0] > 0 && $0[1] > 0 && $0[2] == 0 && $0[0] != $0[1] })
    #expect(cycle.hours == Double(18 * 63 / 9 * 6 * 8))
    #expect(cycle.hours / 18 / 9 == 37.0 + 1.0 / 3)
  }

  /// Two earlies, two lates, two nights, four rest days: five shifts of officers or handlers cover every hour.
  @Test func fiveShifts() {
    let pattern: [String?] = ["earlies", "earlies", "lates", "lates", "nights", "nights", nil, nil, nil, nil]
    let cycle = rostered(rotation(pattern, Array(repeating: 25, count: 5)), Self.eight, days: 70)
    #expect(cycle.heads.allSatisfy { $0 == [25, 25, 25] })
    #expect(cycle.hours == Double(70 * 75 * 8) && cycle.hours / 125 / 10 == 33.6)
  }

  /// Two days, two nights, four rest days of twelve hours: four groups, 42 hours a week each.
  @Test func twelveHours() {
    let pattern: [String?] = ["days", "days", "nights", "nights", nil, nil, nil, nil]
    let cycle = rostered(rotation(pattern, Array(repeating: 10, count: 4)), Self.twelve, days: 56)
    #expect(cycle.heads.allSatisfy { $0 == [10, 10] })
    #expect(cycle.hours / 40 / 8 == 42)
  }

  /// A band of the evening on top of flat cover, longer at the weekend; on a public holiday cover as on a Saturday.
  @Test func bandedCover() {
    let shifts = [
      Shift(id: "flat", start: 7 * .hour, length: 12 * .hour), Shift(id: "band", start: 17 * .hour, length: 10 * .hour),
    ]
    let staff = Staff.shifts([
      .init(shift: "flat", heads: daily(20)), .init(shift: "band", heads: [4, 4, 4, 4, 12, 14, 6], holiday: 14),
    ])
    let week = rostered(staff, shifts, days: 7)
    #expect(week.heads.map { $0[1] } == [4, 4, 4, 4, 12, 14, 6])
    #expect(week.hours == Double(7 * 20 * 12 + 48 * 10))
  }
}
