import ContactCentre
import DiscreteEvents
import Testing

/// When a tour begins and ends.
@Suite struct ShiftTourTests {
  private static let unitedKingdom = ZoneRules(
    name: "Europe/London", initialOffset: 0,
    transitions: [
      .init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0),
    ])
  private static let nights = Shift(id: "nights", start: 22 * .hour, length: 8 * .hour)

  @Test(arguments: [(10, 29, 9), (3, 26, 7), (7, 22, 8)])
  func aNightIsAsLongAsTheClocksMakeIt(month: Int, day: Int, hours: Int) {
    let day = CivilTime(year: 2022, month: month, day: day).dayNumber
    let tour = Self.nights.tour(startingOn: day, in: Self.unitedKingdom)
    #expect(tour.end - tour.start == Milliseconds(hours) * .hour)
    let first = Self.unitedKingdom.civilTime(at: tour.start)
    let last = Self.unitedKingdom.civilTime(at: tour.end)
    #expect(first == CivilTime(dayNumber: day, timeOfDay: 22 * .hour))
    #expect(last == CivilTime(dayNumber: day + 1, timeOfDay: 6 * .hour))
  }

  @Test func theWallShowsTheEndOfTheDayAsTheNextMidnight() {
    let shift = Shift(id: "lates", start: 16 * .hour, length: 8 * .hour)
    let hours = shift.hours(startingOn: 5)
    #expect(hours.start == CivilTime(dayNumber: 5, timeOfDay: 16 * .hour))
    #expect(hours.end == CivilTime(dayNumber: 6))
  }

  @Test func aShiftThatIsNotThereHasNoTour() {
    let calendar = ScenarioCalendar(start: 0)
    let plan = Plan(Scenario(name: "tours", calendar: calendar, channels: [], shifts: [Self.nights]))
    #expect(plan.tourStart(shift: 0, end: 6 * .hour) == -2 * .hour)
    #expect(plan.tourStart(shift: 1, end: 6 * .hour) == nil)
  }
}
