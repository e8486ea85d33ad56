import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// Holidays are no quiet Mondays, nor a sign that days differ by chance.
@Suite struct HolidayFitTests {
  private let special = SpecialDays()

  /// Poisson counts of so many days from 2 April 2024, at `rate` an hour, and three fifths of it on holidays.
  private func counts(days: Int, holidaysAreKnown: Bool, rate: (CivilTime, Int) -> Double)
    -> HourlyCounts
  {
    var stream = RandomKey(seed: 6).stream(1)
    let first = CivilTime(year: 2_024, month: 4, day: 2)
    let numbers = first.dayNumber..<first.dayNumber + days
    let holidays = Set(numbers.filter { special[$0]?.isHoliday == true })
    var byDay: [Int: [UInt32]] = [:]
    for number in numbers {
      byDay[number] = (0..<24).map { hour in
        let mean = rate(CivilTime(dayNumber: number), hour) * (holidays.contains(number) ? 0.6 : 1)
        return UInt32(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: mean))
      }
    }
    let last = CivilTime(dayNumber: numbers.upperBound - 1, timeOfDay: 23 * .hour)
    return HourlyCounts(byDay, from: first, to: last, holidays: holidaysAreKnown ? holidays : [])
  }

  @Test func holidaysAreLearnedApart() throws {
    func rate(_: CivilTime, _ hour: Int) -> Double { hour < 12 ? 20 : 60 }
    let fit = ArrivalFit(counts(days: 365, holidaysAreKnown: true, rate: rate))
    #expect((fit.profile.busyness?.day ?? 0) < 0.015)
    for weight in fit.profile.dayOfWeek { expectClose(weight, 1, within: 0.02) }
    expectClose(try #require(fit.holidayRatio), 0.6, within: 0.03)
    expectClose(try #require(fit.profile.holiday), 0.6, within: 0.03)
    expectClose(fit.profile.perYear, 40 * 8_760, within: 0.01)
    // What is learned of the same counts by who knows no holidays.
    let blind = ArrivalFit(counts(days: 365, holidaysAreKnown: false, rate: rate))
    #expect((blind.profile.busyness?.day ?? 0) > 0.03 && blind.profile.holiday == nil)
  }

  @Test func twoHolidaysSayLittle() {
    let fit = ArrivalFit(counts(days: 56, holidaysAreKnown: true) { _, _ in 40 })
    #expect((fit.profile.busyness?.day ?? 0) < 0.02 && fit.holidayRatio == nil && fit.profile.holiday == nil)
    for weight in fit.profile.dayOfWeek { expectClose(weight, 1, within: 0.03) }
  }

  /// Records of a contact every five minutes, and every ten on holidays, or none if it `isClosed` then; of weekends whose
  /// nights are their days, if `isOdd`. Where it is closed on holidays, six answer in turn.
  private func learn(
    to last: CivilTime, isOdd: Bool = false, isClosed: Bool = false, zone: String = "Europe/London"
  ) throws -> (learned: LearnedScenario, report: FitReport, text: String) {
    var text = "arrival,channel,wait,outcome,handling" + (isClosed ? ",agent\n" : "\n")
    for number in CivilTime(year: 2_024, month: 4, day: 2).dayNumber...last.dayNumber {
      let civil = CivilTime(dayNumber: number)
      let isHoliday = special[number]?.isHoliday == true
      if isHoliday, isClosed { continue }
      for minute in stride(from: 0, to: 1_440, by: isHoliday ? 10 : 5) {
        if isOdd, (minute < 720) == (civil.weekday > 4), minute % 20 != 0 { continue }
        text +=
          "\(civil.dateText)T\(CivilTime.clock(Milliseconds(minute) * .minute)),101,1,answered,60"
        text += isClosed ? ",A\(minute / 5 % 6)\n" : "\n"
      }
    }
    let records = try ContactRecords.read(
      "r.csv", timeZone: zone, files: MemoryFiles(["r.csv": text]))
    let learned = LearnedScenario(records, special: special)
    return (
      learned, FitReport(learned, from: records),
      learned.files(path: "l.json5", source: "r.csv").last?.text ?? ""
    )
  }

  @Test(arguments: [false, true])
  func aScenarioSaysWhatItsHolidaysAre(isOdd: Bool) throws {
    let found = try learn(to: CivilTime(year: 2_024, month: 9, day: 10), isOdd: isOdd)
    let dates = ["2024-05-06", "2024-05-27", "2024-08-26"]
    #expect(found.learned.holidays.map(\.dateText) == dates)
    #expect(found.report.text().contains("Holidays         3  learned apart from other days\n"))
    #expect(
      found.report.json.contains("\"holidays\": [\"2024-05-06\", \"2024-05-27\", \"2024-08-26\"]"))
    let files = MemoryFiles([
      "l.json5": found.text,
      "l-101-heads.csv": found.learned.files(path: "l.json5", source: "r.csv")[0].text,
    ])
    let read = try ScenarioReader.read(path: "l.json5", files: files)
    #expect(read.scenario.calendar.holidays == found.learned.holidays.map(\.dayNumber))
    guard case .profile(let profile)? = read.scenario.channels.first?.arrivals else {
      Issue.record("the channel has a profile")
      return
    }
    if isOdd {
      #expect(profile.byHourOfWeek != nil && profile.factors.count == 3)
      let ratio = try #require(found.learned.channels[0].arrivals.holidayRatio)
      for factor in profile.factors { expectClose(factor.times, ratio, within: 1e-3) }
    } else {
      expectClose(try #require(profile.holiday), 0.5, within: 0.01)
      for weight in profile.dayOfWeek { expectClose(weight, 1, within: 0.01) }
    }
  }

  @Test func aServiceMayBeClosedOnHolidays() throws {
    let found = try learn(to: CivilTime(year: 2_024, month: 9, day: 10), isClosed: true)
    #expect(!found.learned.warnings.contains { $0.message.hasPrefix("there is nothing at all") })
    #expect(found.learned.holidays.count == 3)
    let arrivals = found.learned.channels[0].arrivals
    #expect(arrivals.holidayRatio == 0 && arrivals.profile.holiday == 0)
    #expect(found.text.contains(", holiday: 0 },"))
    expectClose(arrivals.profile.perYear, 288 * 365, within: 0.01)
    // And no fewer are there on other Mondays.
    let heads = found.learned.teams[0].heads
    #expect(heads[0] == heads[2], "\(heads)")
  }

  /// A week and a half with three holidays says nothing of weekdays, and so nothing of holidays beside them.
  @Test func holidaysWithoutWeekdaysSayNothing() {
    let first = CivilTime(year: 2_024, month: 4, day: 2)
    func fit(_ days: Int) -> ArrivalFit {
      let numbers = first.dayNumber..<first.dayNumber + days
      let byDay = Dictionary(uniqueKeysWithValues: numbers.map { ($0, [UInt32](repeating: 20, count: 24)) })
      let last = CivilTime(dayNumber: numbers.upperBound - 1, timeOfDay: 23 * .hour)
      return ArrivalFit(HourlyCounts(byDay, from: first, to: last, holidays: Set(numbers.prefix(3))))
    }
    #expect(fit(13).holidayRatio == nil && fit(13).profile.holiday == nil)
    #expect(fit(14).holidayRatio != nil && fit(14).profile.holiday != nil)
  }

  @Test func fewHolidaysAreSaid() throws {
    let found = try learn(to: CivilTime(year: 2_024, month: 6, day: 10), isOdd: false)
    #expect(
      found.learned.warnings.contains {
        $0.message == "there are few holidays: 2024-05-06, 2024-05-27"
      })
    // The report does not say otherwise.
    #expect(found.report.text().contains("Holidays         2  too few to learn: left out\n"))
    #expect(!found.text.contains("holiday") && found.report.json.contains("\"holiday\": null"))
  }
}
