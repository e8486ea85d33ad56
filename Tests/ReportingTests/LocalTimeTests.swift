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

  @Test func hoursHaveTwoDigits() {
    #expect([0, 7, 23].map(LocalTime.clock(hour:)) == ["00:00", "07:00", "23:00"])
    #expect(LocalTime.clock(9 * .hour + 5 * .minute) == "09:05")
  }
}
