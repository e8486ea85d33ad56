import DiscreteEvents
import Testing

@testable import Records

/// Shapes of days, learned from counts that were drawn about shapes that are known.
@Suite struct DayShapeTests {
  private static let monday = CivilTime(year: 2_025, month: 3, day: 3).dayNumber
  private static let ordinary = shape { 1 - 0.7 * PortableMath.cos(6.283185307179586 * ($0 - 2) / 48) }
  /// Late, as after a night without work in the morning.
  private static let late = shape { 1 - 0.7 * PortableMath.cos(6.283185307179586 * ($0 - 14) / 48) }

  private static func shape(_ weight: (Double) -> Double) -> [Double] {
    let weights = (0..<48).map { weight(Double($0)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Half-hours of so many days of 350 contacts each, with special ones among them, and what is learned from them.
  private func learned(
    _ days: Int, special: Set<Int>, _ shapeOf: (Int) -> [Double], volume: Double = 350, seed: UInt64 = 1,
    named: (Int) -> String = { _ in "fair" }
  ) -> (shape: DayShape, counts: [[Double]?]) {
    var stream = RandomKey(seed: seed).stream(5)
    let counts: [[Double]?] = (0..<days).map { day in
      shapeOf(day).map { Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: volume * $0)) }
    }
    let others = special.sorted().map { (day: Self.monday + $0, name: named($0)) }
    return (
      DayShape(counts, firstDay: Self.monday, perDay: 48, special: SpecialDays(holidays: [], others: others)), counts
    )
  }

  /// The sum of the distances of shares from `truth`.
  private func error(_ shares: [Double], _ truth: [Double]) -> Double {
    zip(shares, truth).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func oneSpecialDayIsNotTakenForItsShape(seed: UInt64) {
    let (shape, counts) = learned(84, special: [56], { _ in Self.ordinary }, seed: seed)
    let own = (counts[56] ?? []).map { $0 / (counts[56] ?? []).reduce(0, +) }
    let found = error(shape.shares(weekday: 0, kind: "fair"), Self.ordinary)
    #expect(found < 0.08 && found < error(own, Self.ordinary) / 3, "\(found)")
    // Nor is the noise of twelve Mondays.
    #expect(error(shape.shares(weekday: 0, kind: nil), Self.ordinary) < 0.06)
  }

  @Test func manySpecialDaysHaveTheirOwnShape() {
    // Every twentieth day of three years; most are before the half-year that weekdays are learned from.
    let special = Set(stride(from: 3, to: 1_092, by: 20))
    let (shape, _) = learned(1_092, special: special, { special.contains($0) ? Self.late : Self.ordinary })
    #expect(error(shape.shares(weekday: 2, kind: "fair"), Self.late) < 0.06)
    #expect(error(shape.shares(weekday: 2, kind: nil), Self.ordinary) < 0.06)
    #expect(error(Self.late, Self.ordinary) > 0.4)
  }

  @Test func aFewSpecialDaysAreHalfBelieved() {
    let special: Set<Int> = [20, 45, 60, 75, 76, 79]
    let (shape, _) = learned(84, special: special, { special.contains($0) ? Self.late : Self.ordinary })
    let shares = shape.shares(weekday: 0, kind: "fair")
    #expect(error(shares, Self.late) < error(shares, Self.ordinary))
  }

  /// Of two years with eleven fairs a year, which are days like any other.
  private func learnedAmongFairs(
    _ name: String, on days: Set<Int>, volume: Double = 700, seed: UInt64 = 1, unlike shares: [Double]
  ) -> DayShape {
    let fairs = Set(stride(from: 30, to: 728, by: 33))
    return learned(
      728, special: fairs.union(days), { days.contains($0) ? shares : Self.ordinary }, volume: volume, seed: seed
    ) { days.contains($0) ? name : "fair" }.shape
  }

  /// One night that is plainly unlike the others is believed for the most part; the fairs stay what they are.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func specialDaysOfOneNameHaveAShapeOfTheirOwn(seed: UInt64) {
    for days in [[400], [36, 400]] as [Set<Int>] {
      let shape = learnedAmongFairs("eve", on: days, seed: seed, unlike: Self.late)
      let found = error(shape.shares(weekday: 0, kind: "eve"), Self.late)
      #expect(found < error(Self.ordinary, Self.late) * (days.count == 1 ? 0.4 : 0.3), "\(found)")
      #expect(error(shape.shares(weekday: 0, kind: "fair"), Self.ordinary) < 0.08)
      // Of days never seen more is known than nothing, and less than of these.
      let unseen = shape.shares(weekday: 0, kind: "market")
      #expect(error(unseen, Self.ordinary) < error(shape.shares(weekday: 0, kind: "eve"), Self.ordinary) / 3)
      for interval in 0..<48 {
        #expect(
          shape.deviation(weekday: 0, kind: "market", interval: interval)
            > shape.deviation(weekday: 0, kind: "fair", interval: interval))
      }
    }
  }

  /// Chance is not taken for a character, and where few come nor is a night of four of them.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func fewContactsMakeNoShape(seed: UInt64) {
    let alike = learnedAmongFairs("eve", on: [400], seed: seed, unlike: Self.ordinary)
    #expect(error(alike.shares(weekday: 0, kind: "eve"), Self.ordinary) < 0.1)
    let few = learnedAmongFairs("eve", on: [400], volume: 4, seed: seed, unlike: Self.late)
    let usual = error(few.shares(weekday: 0, kind: nil), Self.ordinary)
    #expect(error(few.shares(weekday: 0, kind: "eve"), Self.ordinary) < usual + 0.1)
  }

  @Test func weekdaysThatDifferAreToldApart() {
    let (shape, _) = learned(182, special: [], { $0 % 7 == 6 ? Self.late : Self.ordinary })
    #expect(error(shape.shares(weekday: 6, kind: nil), Self.late) < 0.07)
    #expect(error(shape.shares(weekday: 1, kind: nil), Self.ordinary) < 0.06)
    #expect(shape.variation < 0.1)
  }

  @Test func whatIsLittleKnownHasWiderIntervals() {
    let (shape, _) = learned(84, special: [56], { $0 % 7 == 6 ? Self.late : Self.ordinary })
    for interval in 0..<48 {
      let usual = shape.deviation(weekday: 0, kind: nil, interval: interval)
      #expect(shape.deviation(weekday: 0, kind: "fair", interval: interval) > usual && usual >= shape.variation)
    }
  }

  @Test func sharesSumToOneWhateverCame() {
    for (volume, special) in [(350.0, Set([1, 2, 3])), (0.3, [5]), (2, []), (0, [4])] {
      let (shape, _) = learned(21, special: special, { _ in Self.ordinary }, volume: volume)
      for weekday in 0..<7 {
        for kind in [nil, "fair", "market"] {
          let shares = shape.shares(weekday: weekday, kind: kind)
          let sum = shares.reduce(0, +)
          #expect(volume > 0 ? (sum - 1).magnitude < 1e-9 : sum == 0, "\(volume): \(sum)")
          #expect(shares.allSatisfy { $0 >= 0 })
          #expect(shape.deviation(weekday: weekday, kind: kind, interval: 0).isFinite)
        }
      }
    }
    // Nobody but on special days.
    let days: [[Double]?] = (0..<21).map { $0 == 4 ? [1, 3] : [0, 0] }
    let special = SpecialDays(holidays: [], others: [(day: Self.monday + 4, name: "fair")])
    let shape = DayShape(days, firstDay: Self.monday, perDay: 2, special: special)
    #expect(shape.shares(weekday: 4, kind: "fair") == [0.25, 0.75])
  }
}
