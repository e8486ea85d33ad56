import DiscreteEvents
import Testing

@Suite struct CalendarTests {
  private struct Occurrence: Comparable {
    var moment: Calendar.Moment
    var owner: UInt32

    static func < (left: Occurrence, right: Occurrence) -> Bool {
      (left.moment, left.owner) < (right.moment, right.owner)
    }
  }

  /// What a calendar should hold, kept the slow way: sorted by moment, then by owner.
  private struct Oracle {
    var occurrences: [Occurrence] = []

    mutating func schedule(_ occurrence: Occurrence) {
      occurrences.insert(occurrence, at: place(of: occurrence))
    }

    mutating func cancel(_ occurrence: Occurrence) {
      if holds(occurrence) { occurrences.remove(at: place(of: occurrence)) }
    }

    func holds(_ occurrence: Occurrence) -> Bool {
      let place = place(of: occurrence)
      return place < occurrences.count && occurrences[place] == occurrence
    }

    private func place(of occurrence: Occurrence) -> Int {
      var low = 0
      var high = occurrences.count
      while low < high {
        let middle = (low + high) / 2
        if occurrences[middle] < occurrence { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private struct Dice {
    private var stream: RandomStream
    init(_ seed: UInt64) { stream = RandomKey(seed: seed).stream(0) }
    mutating func below(_ bound: Int) -> Int { Int(stream.next(below: UInt64(bound))) }
  }

  /// A calendar beside its oracle: whatever is done to both, they must agree.
  private struct Pair: ~Copyable {
    var calendar = Calendar()
    var oracle = Oracle()

    mutating func schedule(_ occurrence: Occurrence) {
      calendar.schedule(occurrence.owner, at: occurrence.moment)
      oracle.schedule(occurrence)
    }

    mutating func cancel(_ occurrence: Occurrence) {
      calendar.cancel(occurrence.owner, at: occurrence.moment)
      oracle.cancel(occurrence)
    }

    func requireAgreement(_ step: Int) throws {
      let isConsistent = calendar.isConsistent
      let count = calendar.count
      let moment = calendar.nextMoment
      try #require(isConsistent, "step \(step)")
      try #require(count == oracle.occurrences.count, "step \(step)")
      try #require(moment == oracle.occurrences.first?.moment ?? Calendar.never, "step \(step)")
      if let first = oracle.occurrences.first {
        let owner = calendar.nextOwner
        try #require(owner == first.owner, "step \(step)")
      }
    }

    mutating func requireEmptying() throws {
      while let first = oracle.occurrences.first {
        cancel(first)
        try requireAgreement(oracle.occurrences.count)
      }
    }
  }

  /// Scheduling, cancelling and firing in any order, with few different moments so that many are equal, or over hours and
  /// weeks, as the calendar fills to several hundreds, drains and fills again.
  @Test(arguments: [
    (1, 4, 8), (2, 60, 5), (3, 2_000, 1_000), (4, 2_000, 3), (5, 5, 100_000), (6, 2_000, 30_000_000),
    (7, 300, 2_000_000_000),
  ])
  func holdsWhatASortedListHolds(seed: UInt64, owners: Int, times: Int) throws {
    var dice = Dice(seed)
    var pair = Pair()
    for step in 0..<3_000 {
      let occurrence = Occurrence(
        moment: Calendar.moment(Milliseconds(dice.below(times)), rank: UInt8(dice.below(3))),
        owner: UInt32(dice.below(owners)))
      let isFilling = step / 750 % 2 == 0
      switch dice.below(8) {
      case 0..<(isFilling ? 6 : 2):
        if !pair.oracle.holds(occurrence) { pair.schedule(occurrence) }
      case 6 where !pair.oracle.occurrences.isEmpty:
        pair.cancel(pair.oracle.occurrences[dice.below(pair.oracle.occurrences.count)])
      case 7:
        // Of something that is hardly ever there.
        pair.cancel(occurrence)
      default:
        if let first = pair.oracle.occurrences.first { pair.cancel(first) }
      }
      try pair.requireAgreement(step)
      let isPending = pair.calendar.isPending(occurrence.owner, at: occurrence.moment)
      try #require(isPending == pair.oracle.holds(occurrence), "step \(step)")
    }
    try pair.requireEmptying()
  }

  /// Owners are numbered on and on, as contacts are, up to the largest number and beyond; some stay while thousands pass.
  @Test func ownersNumberedWithoutEndLeaveNothingBehind() throws {
    var dice = Dice(9)
    var pair = Pair()
    for newcomer in 0..<UInt32(4_000) {
      let number = newcomer &* 7 &+ (.max - 14_000)
      pair.schedule(
        Occurrence(
          moment: Calendar.moment(Milliseconds(newcomer) + Milliseconds(dice.below(400)), rank: 1), owner: number))
      if newcomer % 500 == 0 { pair.schedule(Occurrence(moment: Calendar.moment(1 << 40, rank: 0), owner: newcomer)) }
      while let first = pair.oracle.occurrences.first,
        first.moment <= Calendar.moment(Milliseconds(newcomer), rank: 15)
      {
        pair.cancel(first)
      }
      if newcomer % 10 == 0 { try pair.requireAgreement(Int(newcomer)) }
    }
    try pair.requireEmptying()
  }

  /// What is due first is weeks away, and much that is due sooner comes later, some of it taken back.
  @Test func whatComesLaterMayBeDueSooner() throws {
    var dice = Dice(10)
    var pair = Pair()
    pair.schedule(Occurrence(moment: Calendar.moment(3 * .week, rank: 4), owner: 0))
    for owner in 1...UInt32(400) {
      let spread = owner < 200 ? 2 * Milliseconds.week : .hour
      let time = Milliseconds(dice.below(Int(spread)))
      pair.schedule(Occurrence(moment: Calendar.moment(time, rank: UInt8(dice.below(8))), owner: owner))
      if owner % 5 == 0 { pair.cancel(pair.oracle.occurrences[dice.below(pair.oracle.occurrences.count)]) }
      try pair.requireAgreement(Int(owner))
    }
    try pair.requireEmptying()
  }

  /// Filled from either end and emptied from either end, many times what is sorted at once.
  @Test(arguments: [false, true], [false, true])
  func fillsAndEmptiesFromBothEnds(isRising: Bool, isEmptiedFromTheSoonest: Bool) throws {
    var pair = Pair()
    for number in 0..<1_000 {
      let time = Milliseconds(isRising ? number : 1_000 - number)
      pair.schedule(Occurrence(moment: Calendar.moment(time, rank: 2), owner: 5))
      if number % 25 == 0 { try pair.requireAgreement(number) }
    }
    while let end = isEmptiedFromTheSoonest ? pair.oracle.occurrences.first : pair.oracle.occurrences.last {
      pair.cancel(end)
      if pair.oracle.occurrences.count % 25 < 2 { try pair.requireAgreement(pair.oracle.occurrences.count) }
    }
  }

  @Test func anOwnerMayWaitForSeveralThingsAndOnlyTheOneNamedIsCancelled() {
    var calendar = Calendar()
    calendar.schedule(1, at: 10)
    calendar.schedule(1, at: 20)
    calendar.schedule(2, at: 10)
    calendar.cancel(2, at: 20)
    calendar.cancel(3, at: 10)
    let count = calendar.count
    #expect(count == 3)
    calendar.cancel(1, at: 10)
    let isPending = [calendar.isPending(1, at: 10), calendar.isPending(1, at: 20), calendar.isPending(2, at: 10)]
    #expect(isPending == [false, true, true])
    let next = (calendar.nextMoment, calendar.nextOwner)
    #expect(next == (10, 2))
  }

  @Test func momentsAreOrderedByTimeThenRank() {
    #expect(Calendar.moment(4, rank: 15) < Calendar.moment(5, rank: 0))
    #expect(Calendar.moment(5, rank: 1) < Calendar.moment(5, rank: 2))
    for time: Milliseconds in [0, 1, 999, 1 << 47] {
      for rank in UInt8(0)..<16 { #expect(Calendar.time(of: Calendar.moment(time, rank: rank)) == time) }
    }
    #expect(Calendar.moment(1 << 47, rank: 15) < Calendar.never)
  }

  @Test func anEmptyCalendarIsDueNever() throws {
    var pair = Pair()
    try pair.requireAgreement(0)
    pair.cancel(Occurrence(moment: 3, owner: 3))
    try pair.requireAgreement(1)
  }
}
