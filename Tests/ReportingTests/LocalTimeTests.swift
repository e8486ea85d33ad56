import DiscreteEvents
import Testing

@testable import Writing

@Suite struct LocalTimeTests {
  @Test func writesTheOffset() {
    let east = ZoneRules(name: "Asia/Kolkata", initialOffset: 19_800_000)
    #expect(LocalTime(1_658_469_600_000, in: east).iso8601 == "2022-07-22T11:30:00+05:30")
    let west = ZoneRules(name: "America/St_Johns", initialOffset: -12_600_000)
    #expect(LocalTime(1_658_469_600_250, in: west).iso8601 == "2022-07-22T02:30:00.250-03:30")
    #expect(LocalTime(0, in: .utc).iso8601 == "1970-01-01T00:00:00+00:00")
    #expect(LocalTime(1_658_469_600_000, in: .utc).spelledOut == "Friday 22 July 2022, 06:00")
  }

  @Test func tellsApartWhatTheWallShowsTwice() {
    // The clocks go back from 02:00 to 01:00 at 01:00 UTC on 30 October 2022.
    let back: Milliseconds = 1_667_091_600_000
    let zone = ZoneRules(
      name: "Europe/London", initialOffset: .hour, transitions: [.init(instant: back, offset: 0)])
    func text(_ minutes: Milliseconds) -> String { LocalTime(back + minutes * .minute, in: zone).spelledOut }
    #expect(text(-61) == "Sunday 30 October 2022, 00:59")
    #expect(text(-60) == "Sunday 30 October 2022, 01:00 (UTC+01:00)")
    #expect(text(-1) == "Sunday 30 October 2022, 01:59 (UTC+01:00)")
    #expect(text(0) == "Sunday 30 October 2022, 01:00 (UTC+00:00)")
    #expect(text(59) == "Sunday 30 October 2022, 01:59 (UTC+00:00)")
    #expect(text(60) == "Sunday 30 October 2022, 02:00")
    #expect(LocalTime(back, in: zone).toTheMillisecond == "Sunday 30 October 2022, 01:00:00.000 (UTC+00:00)")
    #expect(zone.otherInstant(showing: back) == back - .hour)
    #expect(zone.otherInstant(showing: back - .hour) == back)
    #expect(zone.otherInstant(showing: back + .hour) == nil)
  }
}
