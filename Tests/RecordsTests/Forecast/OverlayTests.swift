import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import ContactCentre

@testable import Records

/// A forecast as changes to a scenario.
@Suite struct OverlayTests {
  private static let scenario = """
    {
      name: "x", calendar: { start: "2024-03-04T00:00", days: 1 },
      channels: {
        busy: { arrivals: { perYear: 1000 }, handling: { constant: 60 } },
        quiet: {
          arrivals: { perYear: 500, dayOfWeek: { mon: 2, holiday: 0.5 }, month: { jan: 2 } }, handling: { constant: 60 },
        },
      },
      teams: { t: { answers: ["busy", "quiet"], staff: { byHour: [\(Array(repeating: "1", count: 24).joined(separator: ","))] } } },
    }
    """

  /// Of one day, and of one week, there is one.
  @Test func oneDayIsSaidAsOne() throws {
    let history = ContactHistory(
      channels: [.init(name: "busy", intervals: Array(repeating: [96], count: 70))],
      firstDay: CivilTime(year: 2_024, month: 1, day: 1).dayNumber, perDay: 1, warnings: [])
    let overlay = VolumeForecast(history, days: 1).overlay(source: "h.csv")
    #expect(overlay.hasPrefix("// The 1 day from 2024-03-11, forecast from \"h.csv\""))
    let backtest = try #require(Backtest(history, weeks: 1))
    #expect(
      BacktestReport(backtest, source: "h.csv").text().contains(
        "\nThe last week, forecast from what came before it. The error is "))
  }

  /// A channel that nobody used is one of the scenario all the same: what is written of it must be a scenario's.
  @Test(arguments: [1, 4, 24, 48])
  func nobodyAtAllIsAVolume(perDay: Int) throws {
    let first = CivilTime(year: 2_024, month: 1, day: 1).dayNumber
    func channel(_ name: String, _ count: Double) -> ContactHistory.Channel {
      .init(name: name, intervals: Array(repeating: Array(repeating: count, count: perDay), count: 120))
    }
    let history = ContactHistory(
      channels: [channel("busy", 96 / Double(perDay)), channel("quiet", 0)], firstDay: first, perDay: perDay,
      warnings: [])
    for days in [3, 14] {
      let overlay = VolumeForecast(history, days: days).overlay(source: "h.csv")
      let read = try ScenarioReader.read(
        path: "s.json5", overlays: ["o.json5"], files: MemoryFiles(["s.json5": Self.scenario, "o.json5": overlay]))
      #expect(read.warnings.isEmpty, "\(read.warnings)")
      let busy = try #require(profile(of: "busy", in: read.scenario))
      let quiet = try #require(profile(of: "quiet", in: read.scenario))
      expectClose(busy.perYear, 96 * 365, within: 0.05)
      #expect(quiet.perYear == 0 && quiet.byHourOfWeek == nil)
      #expect(quiet.dayOfWeek == Array(repeating: 1, count: 7))
    }
  }

  // MARK: Day by day

  /// A history whose volume grows by a fifth a year, with bank holidays of their own volume and shape, by the clocks of London.
  private func history(to last: CivilTime, days: Int, perDay: Int) throws -> ContactHistory {
    let first = last.dayNumber - days + 1
    let zone = try #require(
      ZoneRules.named(
        "Europe/London", from: Milliseconds(first) * .day,
        to: Milliseconds(first + days + 366) * .day))
    let special = SpecialDays()
    let weekdays = [1.2, 1.1, 1, 1, 1.1, 0.9, 0.7]
    func day(_ number: Int, _ volume: Double) -> [Double] {
      let isSpecial = special[number] != nil
      let total =
        volume * (1 + 0.2 * Double(number - first) / 365) * weekdays[DailySeries.weekday(number)]
      let hours = (0..<perDay).map { 1 + Double($0 * 24 / perDay) / (isSpecial ? 30 : 8) }
      let sum = hours.reduce(0, +)
      let showings = zone.showings(dayNumber: number, perDay: perDay)
      return zip(hours, showings).map {
        (total * (isSpecial ? 0.6 : 1) * $0 * $1 / sum * 8).rounded() / 8
      }
    }
    let channels = [("busy", 1_500.0), ("quiet", 300)].map { name, volume in
      ContactHistory.Channel(name: name, intervals: (first..<first + days).map { day($0, volume) })
    }
    return ContactHistory(
      channels: channels, firstDay: first, perDay: perDay, warnings: [], zone: zone)
  }

  /// What the plan's rates come to on each civil day.
  private func folded(_ profile: ArrivalProfile, _ calendar: ScenarioCalendar) -> [Int: Double] {
    var rates = ArrivalRates(profile, calendar: calendar, key: RandomKey(seed: 1))
    var sums: [Int: Double] = [:]
    let end = calendar.start + Milliseconds(calendar.days + 1) * .day
    for instant in stride(from: calendar.start, to: end, by: 300_000) {
      let civil = calendar.zone.civilTime(at: instant)
      sums[civil.dayNumber, default: 0] += rates.rate(at: instant, civil) * 300_000
    }
    return sums
  }

  /// Holidays and growth, and where there are hours both changes of the clocks.
  @Test(
    arguments: [
      (CivilTime(year: 2_025, month: 3, day: 20), 24, 50),
      (CivilTime(year: 2_024, month: 10, day: 13), 48, 20),
      (CivilTime(year: 2_025, month: 3, day: 31), 1, 30),
      (CivilTime(year: 2_024, month: 12, day: 19), 12, 10),
    ])
  func everyDayThatIsSimulatedIsAsForecast(last: CivilTime, perDay: Int, days: Int) throws {
    let forecast = VolumeForecast(try history(to: last, days: 300, perDay: perDay), days: days)
    let overlay = forecast.overlay(source: "h.csv")
    let read = try ScenarioReader.read(
      path: "s.json5", overlays: ["o.json5"],
      files: MemoryFiles([
        "s.json5": Self.scenario.replacing(
          "perYear: 1000",
          with:
            "perYear: 1000, factors: { own: { from: \"2024-01-01\", to: \"2026-01-01\", times: 3 } }"
        ),
        "o.json5": overlay,
      ]))
    #expect(read.warnings.isEmpty, "\(read.warnings)")
    for channel in forecast.channels {
      let sums = folded(
        try #require(profile(of: channel.name, in: read.scenario)), read.scenario.calendar)
      for day in channel.days {
        expectClose(sums[day.start.dayNumber] ?? 0, day.expected, within: 1e-4)
      }
      #expect(channel.days.contains { !$0.occasion.isEmpty } || perDay == 48)
    }
  }

  /// More stretches than a scenario takes are told by whole days.
  @Test func manySpecialDaysHaveAFactorEach() throws {
    let first = CivilTime(year: 2_024, month: 6, day: 3).dayNumber
    var history = try history(to: CivilTime(dayNumber: first + 299), days: 300, perDay: 24)
    history.channels.removeLast()
    let special = SpecialDays(
      holidays: nil,
      others: stride(from: first, to: first + 460, by: 3).map { ($0, "market \($0 % 2)") })
    let forecast = VolumeForecast(history, days: 150, special: special)
    let week = OverlayWeek(forecast.channels[0], perDay: 24, zone: forecast.zone)
    #expect(week.factors.count <= 150 && week.factors.allSatisfy { $0.from.timeOfDay == 0 })
    let read = try ScenarioReader.read(
      path: "s.json5", overlays: ["o.json5"],
      files: MemoryFiles(["s.json5": Self.scenario, "o.json5": forecast.overlay(source: "h.csv")]))
    let sums = folded(try #require(profile(of: "busy", in: read.scenario)), read.scenario.calendar)
    for day in forecast.channels[0].days {
      expectClose(sums[day.start.dayNumber] ?? 0, day.expected, within: 1e-4)
    }
  }

  private func profile(of channel: String, in scenario: Scenario) -> ArrivalProfile? {
    guard case .profile(let profile)? = scenario.channels.first(where: { $0.id == channel })?.arrivals else {
      return nil
    }
    return profile
  }
}
