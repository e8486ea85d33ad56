import DiscreteEvents
import Testing

@Suite struct CalendarTests {
  /// What a calendar should hold, kept the slow way: sorted by moment, then by owner.
  private struct Oracle {
    var entries: [(moment: Calendar.Moment, owner: UInt32)] = []

    mutating func schedule(_ owner: UInt32, at moment: Calendar.Moment) {
      cancel(owner)
      entries.append((moment, owner))
      entries.sort { $0 < $1 }
    }

    mutating func cancel(_ owner: UInt32) { entries.removeAll { $0.owner == owner } }

    func moment(of owner: UInt32) -> Calendar.Moment? { entries.first { $0.owner == owner }?.moment }
  }

  private struct Dice {
    var stream = RandomKey(seed: 1).stream(0)
    init(_ seed: UInt64) { stream = RandomKey(seed: seed).stream(0) }
    mutating func below(_ bound: Int) -> Int { Int(stream.next(below: UInt64(bound))) }
  }

  /// Any order of scheduling, moving, cancelling and firing, with few different moments so that many are equal.
  @Test(arguments: [(1, 8, 4), (2, 60, 5), (3, 300, 1_000), (4, 300, 3)])
  func holdsWhatASortedListHolds(seed: UInt64, owners: Int, moments: Int) throws {
    var dice = Dice(seed)
    var calendar = Calendar()
    var oracle = Oracle()
    for step in 0..<1_500 {
      let owner = UInt32(dice.below(owners))
      switch dice.below(8) {
      case 0..<5:
        let moment = Calendar.moment(Milliseconds(dice.below(moments)), rank: UInt8(dice.below(3)))
        calendar.schedule(owner, at: moment)
        oracle.schedule(owner, at: moment)
      case 5:
        calendar.cancel(owner)
        oracle.cancel(owner)
      default:
        guard let first = oracle.entries.first else { continue }
        calendar.cancel(calendar.nextOwner)
        oracle.cancel(first.owner)
      }
      try #require(calendar.isConsistent == true, "step \(step)")
      try #require(calendar.count == oracle.entries.count, "step \(step)")
      try #require(calendar.nextMoment == oracle.entries.first?.moment ?? Calendar.never, "step \(step)")
      if let first = oracle.entries.first { try #require(calendar.nextOwner == first.owner, "step \(step)") }
      try #require(calendar.moment(of: owner) == oracle.moment(of: owner), "step \(step)")
      try #require(calendar.isPending(owner) == (oracle.moment(of: owner) != nil), "step \(step)")
    }
    for expected in oracle.entries {
      try #require(calendar.nextMoment == expected.moment && calendar.nextOwner == expected.owner)
      calendar.cancel(calendar.nextOwner)
    }
    #expect(calendar.count == 0 && calendar.nextMoment == Calendar.never && calendar.isConsistent == true)
  }

  /// Owners are numbered on and on, as contacts are, and some stay while thousands pass.
  @Test func ownersNumberedWithoutEndLeaveNothingBehind() throws {
    var dice = Dice(9)
    var calendar = Calendar()
    var oracle = Oracle()
    for newcomer in 0..<UInt32(4_000) {
      let number = newcomer &* 7 &+ (.max - 14_000)  // Past the largest number and round to zero.
      let moment = Calendar.moment(Milliseconds(newcomer) + Milliseconds(dice.below(100)), rank: 1)
      calendar.schedule(number, at: moment)
      oracle.schedule(number, at: moment)
      if newcomer % 500 == 0 {
        calendar.schedule(newcomer, at: Calendar.moment(1_000_000, rank: 0))
        oracle.schedule(newcomer, at: Calendar.moment(1_000_000, rank: 0))
      }
      while let first = oracle.entries.first, first.moment <= Calendar.moment(Milliseconds(newcomer), rank: 15) {
        try #require(calendar.nextOwner == first.owner && calendar.nextMoment == first.moment)
        calendar.cancel(first.owner)
        oracle.cancel(first.owner)
      }
      if newcomer % 50 == 0 { try #require(calendar.isConsistent == true) }
      try #require(calendar.count == oracle.entries.count)
    }
    for entry in oracle.entries { calendar.cancel(entry.owner) }
    #expect(calendar.count == 0 && calendar.nextMoment == Calendar.never && calendar.isConsistent == true)
  }

  /// Numbers that agree in their low bits need more places than there are owners.
  @Test func sparseOwnersFindRoom() {
    var calendar = Calendar()
    let owners: [UInt32] = [5, 5 + 64, 5 + 128, 5 + 4_096, 5 + 65_536, 70_000, 6]
    for (index, owner) in owners.enumerated() {
      calendar.schedule(owner, at: Calendar.moment(Milliseconds(100 - index), rank: 0))
      #expect(calendar.isConsistent == true)
    }
    #expect(calendar.count == owners.count)
    for (index, owner) in owners.enumerated() {
      #expect(calendar.moment(of: owner) == Calendar.moment(Milliseconds(100 - index), rank: 0))
    }
    for owner in owners.reversed() {
      #expect(calendar.nextOwner == owner)
      calendar.cancel(owner)
      #expect(calendar.isConsistent == true)
    }
    #expect(calendar.count == 0)
  }

  @Test func aStrangerIsNotMistakenForAnOwnerOfTheSamePlace() {
    var calendar = Calendar()
    calendar.schedule(1, at: 10)
    calendar.cancel(65)
    #expect(calendar.isPending(65) == false && calendar.moment(of: 65) == nil)
    #expect(calendar.isPending(1) == true && calendar.count == 1)
  }

  @Test func momentsAreOrderedByTimeThenRank() {
    #expect(Calendar.moment(4, rank: 15) < Calendar.moment(5, rank: 0))
    #expect(Calendar.moment(5, rank: 1) < Calendar.moment(5, rank: 2))
    for time: Milliseconds in [0, 1, 999, 1 << 47] {
      for rank in UInt8(0)..<16 { #expect(Calendar.time(of: Calendar.moment(time, rank: rank)) == time) }
    }
    #expect(Calendar.moment(1 << 47, rank: 15) < Calendar.never)
  }

  @Test func anEmptyCalendarIsDueNever() {
    var calendar = Calendar()
    #expect(calendar.count == 0 && calendar.nextMoment == Calendar.never && calendar.isConsistent == true)
    calendar.cancel(3)
    #expect(calendar.count == 0 && calendar.isConsistent == true)
  }
}
