import DiscreteEvents
import Simulator
import Testing

@testable import Records

@Suite struct StaffingTests {
  private static let monday = CivilTime(year: 2022, month: 3, day: 7).dayNumber

  /// Forty tours end at 15:00; in half of all half-hours no contact comes, so half of them show to the last half-hour, a
  /// quarter to the one before, and so on.
  @Test func toursEndTogether() {
    var edges: [(place: Int, limit: Int?)] = []
    for (missing, count) in [(0, 20), (1, 10), (2, 5), (3, 3), (4, 2)] {
      for number in 0..<count { edges.append(((Self.monday + number) * 48 + 29 - missing, nil)) }
    }
    let reaches = TourEdges.reaches(of: edges, step: 1) { _ in 0.5 }
    for (edge, reach) in zip(edges, reaches) {
      let missing = 29 - edge.place % 48
      let likeliest = reach.indices.max { reach[$0] < reach[$1] }
      #expect(likeliest == missing)
      #expect(reach[missing] > 0.8)
    }
  }

  @Test func aTourNeverReachesTheNext() {
    let place = Self.monday * 48 + 20
    #expect(TourEdges.reaches(of: [(place, place + 2)], step: 1) { _ in 0.9 }[0].count == 2)
    #expect(TourEdges.reaches(of: [(place, place - 1)], step: -1) { _ in 0.9 }[0] == [1])
    // Where somebody who is there is never without a contact, a tour ends where it shows to.
    #expect(TourEdges.reaches(of: [(place, nil)], step: 1) { _ in 0 }[0] == [1])
  }

  /// Tours that end alike are reckoned with together, and those that may end elsewhere are not taken for them.
  @Test func toursAlikeReachAlike() {
    let place = Self.monday * 48 + 28
    let edges: [(place: Int, limit: Int?)] = [
      (place, nil), (place + 48, nil), (place, place + 2), (place + 96, nil), (place + 48, place + 50),
      (place + 1, nil),
    ]
    let reaches = TourEdges.reaches(of: edges, step: 1) { $0 / 48 == Self.monday + 2 ? 0.2 : 0.5 }
    #expect(reaches[0] == reaches[1] && reaches[2] == reaches[4] && reaches[2].count == 2)
    #expect(reaches[3].count < reaches[0].count && reaches[5] != reaches[0])
    // One half-hour more or less says little of when the others end.
    #expect(reaches.allSatisfy { ($0.reduce(0, +) - 1).magnitude < 1e-9 })
  }

  /// Tours of `count` handlers from one half-hour to another, every day of two weeks.
  private func tours(_ first: Int, _ last: Int, _ count: Int) -> [(first: Int, last: Int)] {
    (0..<14).flatMap { day in
      (0..<count).map { _ in ((Self.monday + day) * 48 + first, (Self.monday + day) * 48 + last) }
    }
  }

  private func heads(_ patterns: [(start: Int, length: Int, heads: Int)]) -> [[Double]] {
    ShiftPatterns.heads(
      of: patterns.map { .init(start: $0.start, length: $0.length, heads: Array(repeating: $0.heads, count: 7)) }
    ).map { $0.map(Double.init) }
  }

  @Test func shiftsAreFound() {
    let days = Set(Self.monday..<Self.monday + 14)
    let tours = tours(14, 29, 5) + tours(30, 45, 6) + tours(46, 61, 3)
    let means = heads([(14, 16, 5), (30, 16, 6), (46, 16, 3)])
    let found = ShiftPatterns.find(tours, wholeDays: days, heads: means)
    #expect(found.map(\.start) == [14, 30, 46] && found.map(\.length) == [16, 16, 16])
    #expect(found.map { $0.heads[0] } == [5, 6, 3])
    // One who leaves an hour early is on the same shift.
    let early = ShiftPatterns.find(
      tours.dropLast() + [(tours[0].first, tours[0].last - 2)], wholeDays: days, heads: means)
    #expect(early.map(\.length) == [16, 16, 16])
  }

  @Test func whatIsNoShiftIsLeftAsItIs() {
    let days = Set(Self.monday..<Self.monday + 14)
    var stream = RandomKey(seed: 1).stream(0)
    let random = (0..<200).map { number -> (first: Int, last: Int) in
      let first = (Self.monday + number % 14) * 48 + Int(stream.next(below: 40))
      return (first, first + 4 + Int(stream.next(below: 30)))
    }
    #expect(ShiftPatterns.find(random, wholeDays: days, heads: heads([(0, 40, 4)])).isEmpty)
    #expect(ShiftPatterns.find([], wholeDays: days, heads: heads([])).isEmpty)
    // Shifts that would give other heads than those counted are not believed.
    #expect(ShiftPatterns.find(tours(14, 29, 5), wholeDays: days, heads: heads([(14, 16, 8)])).isEmpty)
  }

  /// Tours under way when records begin, or when they end, seem to be of other shifts.
  @Test func toursCutOffByTheEndsOfTheRecordsAreNoShiftsOfTheirOwn() {
    let days = Set(Self.monday..<Self.monday + 15)
    let whole = (1..<14).flatMap { day in
      (0..<5).map { _ in (first: (Self.monday + day) * 48 + 14, last: (Self.monday + day) * 48 + 29) }
    }
    let begun = (0..<5).map { _ in (first: Self.monday * 48 + 24, last: Self.monday * 48 + 29) }
    let ended = (0..<5).map { _ in (first: (Self.monday + 14) * 48 + 14, last: (Self.monday + 14) * 48 + 19) }
    let found = ShiftPatterns.find(begun + whole + ended, wholeDays: days, heads: heads([(14, 16, 5)]))
    #expect(found.map(\.start) == [14] && found.map(\.length) == [16])
  }

  /// Whoever begins at 15:00 with a caller waiting seems to do so at 14:59:59, by a clock that drops fractions.
  @Test func theLastSecondOfAHalfHourIsTheNext() {
    func taken(_ times: Milliseconds...) -> [Int] {
      var activity = AgentActivity()
      for time in times {
        let record = ContactRecord(arrival: time, channel: 0, wait: 0, isAnswered: true, handling: 60)
        _ = activity.add(record, agent: 0, at: CivilTime(dayNumber: Self.monday, timeOfDay: time))
      }
      return activity.days[0].taken.indices.filter { activity.days[0].taken[$0] > 0 }
    }
    let three = 15 * Milliseconds.hour
    #expect(taken(three - .second) == [30] && taken(three - 2 * .second) == [29])
    // Who was there before already is there.
    #expect(taken(three - .minute, three - .second) == [29])
    #expect(taken(.day - .second) == [47])
  }

  /// What few of somebody's contacts are, one in a hundred, is of their work; fewer are exceptions.
  @Test func oneInAHundredIsPartOfTheWork() {
    let grouping = TeamGrouping([[0: 500], [0: 500, 1: 500], [0: 99, 1: 1], [0: 100, 1: 1]])
    #expect(grouping.masks == [0b11, 0b01] && grouping.teamOf == [1, 0, 0, 1])
  }

  @Test func teamsAreWhatTheirMembersAnswer() {
    let grouping = TeamGrouping(
      [[0: 100], [0: 90, 1: 60], [0: 50, 1: 70], [1: 2], [0: 120], [0: 500, 1: 1]])
    #expect(grouping.masks == [0b01, 0b11])
    #expect(grouping.teamOf == [0, 1, 1, 1, 0, 0])
  }

  /// Where routing is by skill, no set of skills may have a thirtieth of the contacts.
  @Test func handlersOfAllKindsOfSkillsAreOneTeam() {
    // Sixty handlers, each of whom answers another pair of twelve channels.
    let pairs = (0..<12).flatMap { one in (one + 1..<12).map { [one: 50, $0: 50] } }.prefix(60)
    let grouping = TeamGrouping(Array(pairs))
    #expect(grouping.masks == [(1 << 12) - 1] && grouping.teamOf == Array(repeating: 0, count: 60))
    #expect(TeamGrouping([]).masks.isEmpty && TeamGrouping([[:]]).masks.isEmpty)
  }
}
