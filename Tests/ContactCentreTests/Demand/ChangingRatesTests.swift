import DiscreteEvents
import Testing

@testable import ContactCentre

/// A scale, factors for stretches of time, and holidays: what changes the rate, and nothing else.
@Suite struct ChangingRatesTests {
  private func profile(_ perDay: Double) -> ArrivalProfile {
    ArrivalProfile(perYear: perDay * 365, hourOfDay: (0..<24).map { Double(1 + $0 % 5) })
  }

  private func factor(_ from: Double, _ to: Double, _ times: Double) -> ArrivalProfile.Factor {
    .init(name: "stretch", from: monday + seconds(from * 3_600), to: monday + seconds(to * 3_600), times: times)
  }

  @Test func aScaleIsAsGoodAsAnotherVolume() {
    var scaled = profile(700)
    scaled.scale = 1.5
    let places = tape(comers(.profile(scaled), days: 3))
    #expect(places == tape(comers(.profile(profile(1_050)), days: 3)))
    expectCount(3 * 1_050, places.count)
  }

  @Test(arguments: [1.01, 1.4, 3])
  func whoCameStillComesWhenAScaleGrows(scale: Double) {
    var grown = profile(700)
    grown.busyness = .init(day: 0.2, interval: 0.3, correlation: 0.5)
    let base = Set(tape(comers(.profile(grown))))
    grown.scale = scale
    let more = Set(tape(comers(.profile(grown))))
    #expect(more.isStrictSuperset(of: base))
  }

  @Test func aFactorHoldsFromItsFirstInstantToItsLastAndNowhereElse() {
    let base = tape(comers(.profile(profile(2_000))))
    var changed = profile(2_000)
    changed.factors = [factor(10, 13.25, 0)]
    let without = tape(comers(.profile(changed)))
    #expect(without == base.filter { $0.time < 10 * .hour || $0.time >= 13 * .hour + 15 * .minute })
    changed.factors = [factor(10, 13.25, 3)]
    let more = tape(comers(.profile(changed)))
    func isInside(_ place: TapePlace) -> Bool { place.time >= 10 * .hour && place.time < 13 * .hour + 15 * .minute }
    #expect(more.filter { !isInside($0) } == base.filter { !isInside($0) })
    #expect(Set(more).isStrictSuperset(of: base))
    // The weights of 10 to 13 o'clock are 1, 2, 3 and a quarter of 4, of 72 in all but for the mean.
    let weights = (0..<24).map { Double(1 + $0 % 5) }
    let expected = 2_000 / weights.reduce(0, +) * (weights[10] + weights[11] + weights[12] + weights[13] / 4)
    expectCount(expected * 3, more.count(where: isInside))
  }

  /// Where clocks go back, the hour that the wall shows again is as busy as it was the first time.
  @Test func theHourThatComesAgainIsAsBusyAsItWas() {
    let day = CivilTime(year: 2_022, month: 10, day: 30).dayNumber
    let change = Milliseconds(day) * .day + .hour
    let zone = ZoneRules(
      name: "Europe/London", initialOffset: .hour, transitions: [.init(instant: change, offset: 0)])
    var flat = ArrivalProfile(perYear: 365 * 2_400)
    flat.busyness = .init(interval: 0.5, correlation: 0.3)
    var calendar = ScenarioCalendar(start: change - 2 * .hour, zone: zone)
    calendar.interval = 30 * .minute
    var rates = ArrivalRates(flat, calendar: calendar, key: RandomKey(seed: 4))
    let found = (0..<6).map { number in
      let instant = change + Milliseconds(number - 4) * 30 * .minute
      return rates.rate(at: instant, zone.civilTime(at: instant))
    }
    // From midnight to one, and then one o'clock and half past twice.
    #expect(found[4] == found[2] && found[5] == found[3])
    #expect(Set(found).count == 4)
  }

  @Test func manyStretchesApartAreNotTakenForOne() {
    var changed = profile(100)
    changed.factors = (0..<300).map { factor(Double($0) * 24, Double($0) * 24 + 24, 1.1) }
    let apart = Arrivals.profile(changed).expected(inDays: 300)
    #expect((apart - 33_000).magnitude < 1e-6, "\(apart)")
    changed.factors = [factor(0, 48, 2), factor(24, 72, 3), factor(72, 96, 0)]
    // A day twice, one six times and one three times as many.
    let overlapping = Arrivals.profile(changed).expected(inDays: 10)
    #expect((overlapping - 1_800).magnitude < 1e-6, "\(overlapping)")
  }

  @Test func endsOfAStretchAreRoundedToFiveMinutes() {
    let base = tape(comers(.profile(profile(20_000))))
    var changed = profile(20_000)
    changed.factors = [
      .init(
        name: "x", from: monday + 10 * .hour + 150 * .second, to: monday + 11 * .hour + 149 * .second, times: 0)
    ]
    let without = tape(comers(.profile(changed)))
    #expect(without == base.filter { $0.time < 10 * .hour + 5 * .minute || $0.time >= 11 * .hour })
  }

  @Test func factorsOfStretchesThatOverlapMultiply() {
    var two = profile(800)
    two.factors = [factor(8, 12, 2), factor(10, 14, 1.5)]
    var three = profile(800)
    three.factors = [factor(8, 10, 2), factor(10, 12, 3), factor(12, 14, 1.5)]
    #expect(tape(comers(.profile(two))) == tape(comers(.profile(three))))
  }

  @Test func aFactorBeginsByTheWallClockOfANightOnWhichClocksChange() {
    // 27 March 2022: clocks go from 01:00 to 02:00, so that 03:00 is 15 hours after noon less one.
    let noon = noonInMarch
    var changed = ArrivalProfile(perYear: 4_000 * 365)
    let three = unitedKingdom.instant(of: CivilTime(year: 2022, month: 3, day: 27, timeOfDay: 3 * .hour))
    changed.factors = [.init(name: "x", from: three, to: three + .hour, times: 0)]
    let base = tape(comers(.profile(ArrivalProfile(perYear: 4_000 * 365)), start: noon, zone: unitedKingdom))
    let without = tape(comers(.profile(changed), start: noon, zone: unitedKingdom))
    #expect(without == base.filter { $0.time < 14 * .hour || $0.time >= 15 * .hour })
    #expect(without.count < base.count)
  }

  @Test func aHolidayHasItsOwnWeightInsteadOfItsWeekdays() {
    let friday = 4 + CivilTime(year: 2024, month: 1, day: 1).dayNumber
    var profile = profile(3_000)
    profile.dayOfWeek = [1, 1, 1, 1, 2, 1, 1]
    let base = tape(comers(.profile(profile), days: 7, holidays: [friday]))
    #expect(base == tape(comers(.profile(profile), days: 7)))
    profile.holiday = 0.5
    let holiday = tape(comers(.profile(profile), days: 7, holidays: [friday]))
    func isFriday(_ place: TapePlace) -> Bool { place.time / .day == 4 }
    // The mean of a week's weights, of which the holiday is none, is 8/7.
    expectCount(3_000 * 0.5 * 7 / 8, holiday.count(where: isFriday))
    #expect(holiday.filter { !isFriday($0) } == base.filter { !isFriday($0) })
    #expect(Set(base).isSuperset(of: holiday))
    #expect(tape(comers(.profile(profile), days: 7)) == base)
  }

  @Test func aTapeIsTurnedToAnyPlaceOfChangingRates() {
    var changed = profile(300)
    changed.factors = [factor(1, 2.5, 4), factor(30, 47, 0.2)]
    changed.messages = [
      .init(
        name: "x", at: [.init(weekday: 0, timeOfDay: 20 * .hour)], sentTo: 100, replies: 0.5,
        after: .exponential(mean: 3_600))
    ]
    expectSeekable(comers(.profile(changed), days: 2))
  }
}
