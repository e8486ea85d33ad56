import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Forecasts of the days on which the clocks change.
@Suite struct ForecastClockTests {
  /// Sixteen weeks up to the day before `next`, twelve contacts every half-hour.
  private func forecast(_ next: CivilTime, _ zone: String = "Europe/London") throws
    -> VolumeForecast.Channel
  {
    var text = "start,channel,count\n"
    for number in next.dayNumber - 112..<next.dayNumber {
      for half in 0..<48 {
        let clock = CivilTime.clock(Milliseconds(half) * 30 * .minute)
        text += "\(CivilTime(dayNumber: number).dateText)T\(clock),999,12\n"
      }
    }
    let history = try ContactHistory.read(
      "h.csv", timeZone: zone, files: MemoryFiles(["h.csv": text]))
    return try #require(VolumeForecast(history, days: 7).channels.first)
  }

  @Test func anHourThatClocksPassOverIsNotForecast() throws {
    let channel = try forecast(CivilTime(year: 2_025, month: 3, day: 28))
    let spring = channel.intervals.filter {
      $0.start.dayNumber == CivilTime(year: 2_025, month: 3, day: 30).dayNumber
    }
    #expect(
      spring.map(\.start.minuteText).filter { $0.contains("T01:") } == [] && spring.count == 46)
    expectClose(channel.days[2].expected, channel.days[1].expected * 46 / 48, within: 0.01)
    expectClose(spring.reduce(0) { $0 + $1.expected }, channel.days[2].expected, within: 1e-9)
    let elsewhere = try forecast(CivilTime(year: 2_025, month: 3, day: 28), "UTC")
    #expect(elsewhere.intervals.count == 7 * 48)
  }

  @Test func anHourThatComesTwiceHasBoth() throws {
    let channel = try forecast(CivilTime(year: 2_025, month: 10, day: 24))
    let autumn = channel.intervals.filter {
      $0.start.dayNumber == CivilTime(year: 2_025, month: 10, day: 26).dayNumber
    }
    #expect(autumn.count == 48)
    for half in 2...3 {
      expectClose(autumn[half].expected, 24, within: 0.02)
      #expect(autumn[half].possible.upperBound > autumn[half + 2].possible.upperBound)
    }
    expectClose(autumn[4].expected, 12, within: 0.02)
    expectClose(channel.days[2].expected, channel.days[1].expected * 50 / 48, within: 0.01)
  }

  @Test func whatTheWallShowsIsMeasured() throws {
    let zone = try #require(
      ZoneRules.named("Europe/London", from: 1_700_000_000_000, to: 1_800_000_000_000))
    let spring = CivilTime(year: 2_025, month: 3, day: 30).dayNumber
    let autumn = CivilTime(year: 2_025, month: 10, day: 26).dayNumber
    #expect(
      zone.showings(dayNumber: spring, perDay: 24).enumerated().allSatisfy {
        $1 == ($0 == 1 ? 0 : 1)
      })
    #expect(
      zone.showings(dayNumber: autumn, perDay: 48).enumerated().allSatisfy {
        $1 == ([2, 3].contains($0) ? 2 : 1)
      })
    // Two hours, and forty minutes, do not divide an hour.
    for perDay in [12, 36] {
      #expect(zone.showings(dayNumber: spring, perDay: perDay) == Array(repeating: 1, count: perDay))
    }
    #expect(zone.showings(dayNumber: spring + 1, perDay: 24) == Array(repeating: 1, count: 24))
  }
}
