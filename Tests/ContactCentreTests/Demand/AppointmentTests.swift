import DiscreteEvents
import Testing

@testable import ContactCentre

/// Visits by appointment: at the times of the book, by the wall clock, each known by its day, time and place.
@Suite struct AppointmentTests {
  private func book(_ places: Int = 1) -> AppointmentBook {
    AppointmentBook(from: 9 * .hour, to: 10 * .hour, every: 15 * .minute, places: places)
  }

  @Test func everyPlaceOfEveryTimeComesAtItsHour() {
    let places = tape(comers(.appointments(book(2)), days: 2))
    let minutes: [Milliseconds] = [0, 0, 15, 15, 30, 30, 45, 45]
    let times = minutes.map { (minute: Milliseconds) -> Milliseconds in 9 * .hour + minute * .minute }
    let tomorrow = times.map { (time: Milliseconds) -> Milliseconds in time + .day }
    #expect(places.map(\.time) == times + tomorrow)
    #expect(places.map(\.index).prefix(3) == [540 << 16, 540 << 16 + 1, 555 << 16])
    let first = CivilTime(year: 2024, month: 1, day: 1).dayNumber
    #expect(places.prefix(8).allSatisfy { $0.cell == UInt32(first) })
    #expect(places.dropFirst(8).allSatisfy { $0.cell == UInt32(first + 1) } && places.count == 16)
  }

  @Test func peopleComeEarlierAndLaterThanTheHour() {
    var early = book()
    early.earliness = 5 * .minute
    early.lateness = .constant(90)
    let first: Milliseconds = 9 * .hour - 210 * .second
    let times = [first, first + 15 * .minute, first + 30 * .minute, first + 45 * .minute]
    #expect(tape(comers(.appointments(early))).map(\.time) == times)
  }

  @Test func nobodyComesOnAnotherDay() {
    var wide = AppointmentBook(from: 0, to: .day, every: 12 * .hour)
    wide.earliness = 13 * .hour
    #expect(tape(comers(.appointments(wide), days: 2)).map(\.time) == [0, 0, .day, .day])
    wide.earliness = 0
    wide.lateness = .constant(50_000)
    let late: Milliseconds = 50_000 * .second
    let times: [Milliseconds] = [late, .day - 1, .day + late, 2 * .day - 1]
    #expect(tape(comers(.appointments(wide), days: 2)).map(\.time) == times)
  }

  @Test func daysWithoutAppointmentsHaveNone() {
    var weekdays = book()
    weekdays.days = [true, true, true, true, true, false, false]
    let days = tape(comers(.appointments(weekdays), days: 14)).map { Int($0.time / .day) }
    #expect(Set(days) == [0, 1, 2, 3, 4, 7, 8, 9, 10, 11] && days.count == 40)
  }

  @Test func placesAreBookedAndKeptWithTheirProbabilities() {
    var half = AppointmentBook(from: 0, to: .day, every: 5 * .minute, places: 4)
    half.booked = 0.8
    half.shows = 0.9
    let places = tape(comers(.appointments(half), days: 20))
    expectShare(0.72, places.count, of: 20 * 288 * 4)
  }

  @Test func aFullerOrLargerBookKeepsWhoItHad() {
    var small = AppointmentBook(from: 0, to: .day, every: 15 * .minute, places: 3)
    small.booked = 0.6
    small.lateness = .exponential(mean: 300)
    let base = Set(tape(comers(.appointments(small))))
    var larger = small
    larger.places = 5
    var fuller = small
    fuller.booked = 0.7
    var kept = small
    kept.from = 0
    kept.every = 5 * .minute
    for other in [larger, fuller, kept] {
      #expect(Set(tape(comers(.appointments(other)))).isStrictSuperset(of: base))
    }
  }

  @Test func timesAreThoseOfTheWallWhenClocksChange() {
    let morning = AppointmentBook(from: 30 * .minute, to: 4 * .hour, every: .hour)
    // Since noon of the day before. The wall never shows 01:30 in March: nobody is booked for it. In October it shows 01:30
    // twice, and the first is meant.
    let spring = tape(comers(.appointments(morning), start: noonInMarch, zone: unitedKingdom))
    #expect(spring.map { Double($0.time) / 3_600_000 } == [12.5, 13.5, 14.5])
    let autumn = tape(comers(.appointments(morning), start: noonInOctober, zone: unitedKingdom))
    #expect(autumn.map { Double($0.time) / 3_600_000 } == [12.5, 13.5, 15.5, 16.5])
  }

  /// In Toronto in 1945 and the like, clocks go back over midnight: the day before is shown once more.
  @Test func clocksThatGoBackOverMidnightBringNobodyTwice() {
    let zone = ZoneRules(
      name: "Somewhere", initialOffset: .hour, transitions: [.init(instant: monday - 30 * .minute, offset: 0)])
    let all = AppointmentBook(from: 0, to: .day, every: 5 * .minute)
    let places = tape(comers(.appointments(all), start: monday - 12 * .hour, days: 2, zone: zone))
    #expect(Set(places.map { "\($0.cell) \($0.index)" }).count == places.count && places.count > 500)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.time <= $1.time })
  }

  @Test func aTapeOfAppointmentsIsTurnedToAnyPlace() {
    var late = AppointmentBook(from: 7 * .hour, to: 20 * .hour, every: 30 * .minute, places: 2)
    late.lateness = .uniform(min: 0, max: 40_000)
    var scenario = comers(.appointments(late), days: 4)
    scenario.channels.append(
      Channel(id: "101", arrivals: .profile(ArrivalProfile(perYear: 30 * 365)), handling: .constant(0)))
    expectSeekable(scenario)
  }

  @Test func whoComesDoesNotDependOnWhenTheRunBegins() {
    var late = book(4)
    late.booked = 0.5
    late.lateness = .exponential(mean: 900)
    let short = tape(comers(.appointments(late), start: monday + .day))
    let long = tape(comers(.appointments(late), start: monday + .day, warmUp: 26 * .hour))
    #expect(long.filter { $0.time >= 26 * .hour }.map(\.index) == short.map(\.index) && !short.isEmpty)
  }
}
