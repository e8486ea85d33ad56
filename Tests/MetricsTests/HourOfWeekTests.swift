import ContactCentre
import DiscreteEvents
import Metrics
import Testing

@Suite struct HourOfWeekTests {
  @Test func aContactCountsInItsHourOfTheWeek() {
    // Friday 22 July 2022, 07:00.
    let scenario = Scenario(
      name: "", calendar: ScenarioCalendar(start: 1_658_473_200_000, days: 9), channels: [channel("999")],
      teams: [team("t", "999")])
    let plan = Plan(scenario)
    // On Friday at seven, on Sunday at midnight, and on the Friday after at half past seven.
    let times: [Milliseconds] = [0, 41 * .hour, 7 * .day + 30 * .minute]
    let events = times.enumerated().map { index, time in
      Event.contactArrived(at: time, contact: UInt32(index), channel: 0, cell: 0, index: UInt32(index))
    }
    let week = summary(of: events, plan).channels[0].byHourOfWeek
    #expect(week.count == 168)
    #expect(week[4 * 24 + 7].offered == 2)
    #expect(week[6 * 24].offered == 1)
    #expect(week.reduce(0) { $0 + $1.offered } == 3)
  }

  @Test func mergingAddsThemUp() {
    let plan = Plan(
      Scenario(
        name: "", calendar: ScenarioCalendar(start: 0), channels: [channel("999")], teams: [team("t", "999")]))
    let events = [Event.contactArrived(at: s(1), contact: 0, channel: 0, cell: 0, index: 0)]
    var sum = summary(of: events, plan)
    sum.merge(summary(of: events, plan))
    // 1 January 1970 was a Thursday.
    #expect(sum.channels[0].byHourOfWeek[3 * 24].offered == 2)
  }
}
