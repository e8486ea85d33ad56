import DiscreteEvents
import Testing

@Suite struct ZoneRulesTests {
  static let springForward = ZoneRules.utc.instant(of: CivilTime(year: 2022, month: 3, day: 27, timeOfDay: .hour))
  static let fallBack = ZoneRules.utc.instant(of: CivilTime(year: 2022, month: 10, day: 30, timeOfDay: .hour))

  /// The United Kingdom's clocks in 2022, by hand.
  static let london = ZoneRules(
    name: "Europe/London", initialOffset: 0,
    transitions: [
      ZoneRules.Transition(instant: springForward, offset: .hour),
      ZoneRules.Transition(instant: fallBack, offset: 0),
    ])

  private func wall(_ month: Int, _ day: Int, _ hour: Int64, _ minute: Int64 = 0) -> CivilTime {
    CivilTime(year: 2022, month: month, day: day, timeOfDay: hour * .hour + minute * .minute)
  }

  @Test func offsetsChangeAtTheInstantItself() {
    #expect(Self.london.offset(at: Self.springForward - 1) == 0)
    #expect(Self.london.offset(at: Self.springForward) == .hour)
    #expect(Self.london.offset(at: Self.fallBack - 1) == .hour)
    #expect(Self.london.offset(at: Self.fallBack) == 0)
    #expect(Self.london.offset(at: .min / 2) == 0)
    #expect(Self.london.offset(at: .max / 2) == 0)
    #expect(ZoneRules.utc.offset(at: 0) == 0)
  }

  @Test func theWallSkipsAnHourInMarch() {
    let last = Self.london.civilTime(at: Self.springForward - 1)
    #expect(last == CivilTime(year: 2022, month: 3, day: 27, timeOfDay: .hour - 1))
    #expect(Self.london.civilTime(at: Self.springForward) == wall(3, 27, 2))
  }

  @Test func aSkippedWallTimeMeansAsLongAfterTheChange() {
    let instant = Self.london.instant(of: wall(3, 27, 1, 30))
    #expect(instant == Self.springForward + 30 * .minute)
    #expect(Self.london.civilTime(at: instant) == wall(3, 27, 2, 30))
    #expect(Self.london.instant(of: wall(3, 27, 1)) == Self.springForward)
    #expect(Self.london.instant(of: wall(3, 27, 2)) == Self.springForward)
    #expect(Self.london.instant(of: wall(3, 27, 0, 59)) == Self.springForward - .minute)
  }

  @Test func aRepeatedWallTimeMeansItsFirstOccurrence() {
    #expect(Self.london.instant(of: wall(10, 30, 1)) == Self.fallBack - .hour)
    #expect(Self.london.instant(of: wall(10, 30, 1, 30)) == Self.fallBack - 30 * .minute)
    #expect(Self.london.instant(of: wall(10, 30, 2)) == Self.fallBack + .hour)
    #expect(Self.london.civilTime(at: Self.fallBack) == wall(10, 30, 1))
    #expect(Self.london.civilTime(at: Self.fallBack - .hour) == wall(10, 30, 1))
  }

  @Test func daysOfTheChangeAreAnHourShorterAndLonger() {
    #expect(Self.london.instant(of: wall(3, 28, 0)) - Self.london.instant(of: wall(3, 27, 0)) == 23 * .hour)
    #expect(Self.london.instant(of: wall(10, 31, 0)) - Self.london.instant(of: wall(10, 30, 0)) == 25 * .hour)
    #expect(Self.london.instant(of: wall(7, 23, 0)) - Self.london.instant(of: wall(7, 22, 0)) == 24 * .hour)
  }

  /// The wall shown at an instant leads back to it, except in the second pass of the repeated hour.
  @Test func everyQuarterHourOfTheYearComesRoundAgain() {
    let start = ZoneRules.utc.instant(of: wall(1, 1, 0))
    for quarter in 0..<(365 * 96) {
      let instant = start + Int64(quarter) * 15 * .minute
      let repeated = instant >= Self.fallBack && instant < Self.fallBack + .hour
      let back = Self.london.instant(of: Self.london.civilTime(at: instant))
      if back != (repeated ? instant - .hour : instant) { Issue.record("quarter \(quarter)") }
    }
  }

  @Test func aZoneWestOfGreenwichBeforeTheEpoch() {
    let newYork = ZoneRules(name: "America/New_York", initialOffset: -5 * .hour)
    let civil = CivilTime(year: 1969, month: 12, day: 31, timeOfDay: 20 * .hour)
    #expect(newYork.instant(of: civil) == .hour)
    #expect(newYork.civilTime(at: .hour) == civil)
    #expect(newYork.civilTime(at: -.day - 1).timeOfDay == 19 * .hour - 1)
  }

  @Test func theNextChangeIsTheFirstOneStillToCome() {
    #expect(Self.london.nextChange(after: .min / 2) == Self.springForward)
    #expect(Self.london.nextChange(after: Self.springForward - 1) == Self.springForward)
    #expect(Self.london.nextChange(after: Self.springForward) == Self.fallBack)
    #expect(Self.london.nextChange(after: Self.fallBack) == nil)
    #expect(ZoneRules.utc.nextChange(after: 0) == nil)
  }

  @Test func theFirstAndTheLastInstantThereIsHaveATimeToo() {
    for zone in [ZoneRules.utc, Self.london, ZoneRules(name: "west", initialOffset: -5 * .hour)] {
      #expect(zone.civilTime(at: .min).year == -292_275_055 && zone.civilTime(at: .max).year == 292_278_994)
      #expect(zone.otherInstant(showing: .min) == nil && zone.otherInstant(showing: .max) == nil)
    }
    #expect(ZoneRules.utc.civilTime(at: .min).timeOfDay == Milliseconds.min % .day + .day)
  }
}
