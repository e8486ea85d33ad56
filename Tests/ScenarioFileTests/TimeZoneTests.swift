import ContactCentre
import DiscreteEvents
import Foundation
import ScenarioFile
import Testing

@Suite("Time zones")
struct TimeZoneTests {
  private func calendar(_ start: String, zone: String = "Europe/London", days: Int = 1, more: String = "") throws
    -> ScenarioCalendar
  {
    try read(
      Fixture.least(calendar: "timeZone: '\(zone)', days: \(days), \(more)"), settings: ["calendar.start=\(start)"]
    ).scenario.calendar
  }

  @Test func theNightClocksGoBackHas25Hours() throws {
    let calendar = try calendar("2021-10-31T00:00")
    #expect(calendar.end - calendar.start == 25 * .hour)
  }

  @Test func theNightClocksGoForwardHas23Hours() throws {
    let calendar = try calendar("2022-03-27T00:00")
    #expect(calendar.end - calendar.start == 23 * .hour)
  }

  /// How often the wall shows a time is how many instants show it, near a change and far from one.
  @Test(arguments: [
    ("Europe/London", 2022, 3, 27), ("Europe/London", 2021, 10, 31), ("Africa/Cairo", 2024, 4, 26),
    ("Australia/Lord_Howe", 2024, 4, 7), ("Antarctica/Troll", 2024, 10, 27), ("Pacific/Apia", 2011, 12, 30),
    ("America/Phoenix", 2024, 3, 10),
  ])
  func aTimeIsShownAsOftenAsInstantsShowIt(name: String, year: Int, month: Int, day: Int) throws {
    let middle = ZoneRules.utc.instant(of: CivilTime(year: year, month: month, day: day))
    let zone = try #require(ZoneRules.named(name, from: middle, to: middle))
    var shown: [CivilTime: Int] = [:]
    for instant in stride(from: middle - 6 * .day, to: middle + 6 * .day, by: 15 * 60_000) {
      shown[zone.civilTime(at: instant), default: 0] += 1
    }
    for local in stride(from: middle - 4 * .day, to: middle + 4 * .day, by: 15 * 60_000) {
      let civil = ZoneRules.utc.civilTime(at: local)
      #expect(zone.occurrences(of: civil) == shown[civil, default: 0], "\(name) \(civil)")
    }
  }

  /// The clocks pass over midnight, and over the time at which the night before last began.
  @Test(arguments: [
    ("2024-04-26", "Africa/Cairo"), ("2024-09-08", "America/Santiago"), ("2024-03-31", "Asia/Beirut"),
  ])
  func aDayThatBeginsAtOneEndsAtMidnight(day: String, zone: String) throws {
    let calendar = try calendar("\(day)T00:00", zone: zone)
    let (first, last) = (calendar.zone.civilTime(at: calendar.start), calendar.zone.civilTime(at: calendar.end))
    #expect(first.timeOfDay == .hour && last.timeOfDay == 0 && last.dayNumber == first.dayNumber + 1)
    #expect(calendar.end - calendar.start == 23 * .hour)
    // Who writes 01:00 means 01:00.
    let late = try self.calendar("\(day)T01:00", zone: zone)
    #expect(late.start == calendar.start && late.end == late.start + .day)
    #expect(
      try read(Fixture.least(calendar: "timeZone: '\(zone)'"), settings: ["calendar.start=\(day)T00:00"])
        .warnings.first?.remedy.hasSuffix("; its days end at 00:00 all the same") == true)
  }

  /// 23:30 on a day that ends half an hour early is half an hour after midnight.
  @Test func aTimePassedOverBeforeMidnightIsOfItsOwnDay() {
    let midnight = Milliseconds(CivilTime(year: 2024, month: 3, day: 31).dayNumber) * .day
    let zone = ZoneRules(
      name: "half past eleven", initialOffset: 0,
      transitions: [.init(instant: midnight - 30 * .minute, offset: .hour)])
    let meant = CivilTime(year: 2024, month: 3, day: 30, timeOfDay: 1_410 * .minute)
    var calendar = ScenarioCalendar(start: zone.instant(of: meant), zone: zone)
    #expect(zone.civilTime(at: calendar.start).timeOfDay == 30 * .minute)
    #expect(calendar.end - calendar.start == .day)
    calendar.skippedStart = meant.timeOfDay
    #expect(calendar.end - calendar.start == 23 * .hour)
    // Another beginning is one that comes.
    calendar.start += .day
    #expect(calendar.skippedStart == nil && calendar.end - calendar.start == .day)
  }

  /// Some countries have a name of their own in the data base; abbreviations are nobody's place.
  @Test func zonesOfCountriesAreKnown() {
    let names = ["Singapore", "Eire", "Japan", "NZ", "GB", "Cuba", "Egypt", "Turkey", "Hongkong", "Poland", "Portugal"]
    for name in names {
      #expect(ZoneRules.isKnown(name), "\(name)")
    }
    for name in ["EST", "BST", "Eir", "singapore"] {
      #expect(!ZoneRules.isKnown(name), "\(name)")
    }
  }

  @Test func otherDaysHave24Hours() throws {
    for start in ["2021-10-30T00:00", "2021-11-01T00:00", "2022-03-26T00:00", "2022-03-28T00:00", "2022-07-22T07:00"] {
      let calendar = try calendar(start)
      #expect(calendar.end - calendar.start == .day)
    }
    #expect(try calendar("2021-10-31T00:00", zone: "UTC").end - calendar("2021-10-31T00:00", zone: "UTC").start == .day)
  }

  @Test func skippedAndRepeatedTimesOfATraceAreRead() throws {
    func times(_ start: String, _ rows: [String]) throws -> [Milliseconds] {
      let text = Fixture.least(channel: "").replacing("perYear: 1", with: "trace: 't.csv'")
      let result = try read(
        ["s.json5": text, "t.csv": "time\n" + rows.joined(separator: "\n")], settings: ["calendar.start=\(start)"])
      guard case .trace(let trace) = result.scenario.channels[0].arrivals else { return [] }
      return trace.map { $0.time - result.scenario.calendar.start }
    }
    #expect(
      try times("2021-10-31T00:00", ["2021-10-31T00:30", "2021-10-31T01:30", "2021-10-31T01:30Z", "2021-10-31T02:30"])
        == [30 * .minute, 90 * .minute, 150 * .minute, 210 * .minute])
    #expect(try times("2022-03-27T00:00", ["2022-03-27T00:30", "2022-03-27T02:30"]) == [30 * .minute, 90 * .minute])
  }

  /// What the rules say against what Foundation says, hour by hour around every change of a few years.
  @Test(arguments: [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "Europe/Istanbul",
    "Pacific/Apia", "UTC", "GMT", "Etc/GMT+5", "Europe/Kyiv",
  ])
  func rulesAgreeWithFoundation(_ name: String) throws {
    let calendar = try calendar("2010-06-01T00:00", zone: name, days: 365 * 7, more: "warmUp: '300d', drain: '30d'")
    let zone = try #require(TimeZone(identifier: name))
    var instant = calendar.start - calendar.warmUp
    while instant < calendar.end + calendar.drain {
      let expected =
        Milliseconds(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant / 1_000)))) * 1_000
      if calendar.zone.offset(at: instant) != expected {
        Issue.record("\(name) at \(instant)")
        return
      }
      instant += 5 * .hour
    }
  }

  @Test(arguments: ["../../etc/passwd", "/etc/localtime", "Europe/", "/", "GMT+3", "EST5EDT/", "Etc/GMT+99"])
  func namesOfNoZoneAreReported(_ name: String) {
    let all = problems(["s.json5": Fixture.least(calendar: "timeZone: '\(name)'")])
    #expect(all.map(\.path) == ["calendar.timeZone"])
  }

  @Test func changesAreKnownToTheSecond() throws {
    let zone = try calendar("2022-07-22T07:00").zone
    #expect(zone.transitions.contains(ZoneRules.Transition(instant: 1_648_342_800_000, offset: .hour)))
    #expect(zone.transitions.contains(ZoneRules.Transition(instant: 1_667_091_600_000, offset: 0)))
  }

  @Test func centuriesAreCovered() throws {
    let calendar = try calendar("2090-01-01T00:00", days: 36_600)
    #expect(calendar.zone.transitions.count > 190)
    #expect(calendar.zone.civilTime(at: calendar.end).timeOfDay == 0)
  }
}
