import DiscreteEvents
import Testing
import Writing

@testable import Records

@Suite struct BankHolidaysTests {
  private func dates(_ year: Int) -> [String] {
    BankHolidays.holidays(in: year).map { CivilTime(dayNumber: $0.day).dateText.dropFirst(5) + "" }
  }

  /// As published on gov.uk; dates that are no bank holidays themselves but have a substitute are listed as well.
  @Test(
    arguments: [
      (2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-26", "12-28"]),
      (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-25", "12-26", "12-27", "12-28"]),
      (
        2022,
        [
          "01-01", "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-25", "12-26", "12-27",
        ]
      ),
      (2023, ["01-01", "01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
      (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
      (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
      (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28"]),
      (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-25", "12-26", "12-27", "12-28"]),
    ])
  func areAsPublished(year: Int, expected: [String]) {
    #expect(dates(year) == expected)
  }

  @Test func jubileesMoveTheSpringHoliday() {
    #expect(dates(2002).contains("06-03") && dates(2002).contains("06-04") && !dates(2002).contains("05-27"))
    #expect(dates(2012).contains("06-04") && dates(2012).contains("06-05"))
    #expect(dates(2011).contains("04-29"))
  }

  /// Easter Sundays as astronomical tables have them, early and late ones among them.
  @Test(arguments: [
    (1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2038, 4, 25), (2285, 3, 22),
  ])
  func easterIsWhereItShouldBe(year: Int, month: Int, day: Int) {
    #expect(BankHolidays.easterSunday(year) == CivilTime(year: year, month: month, day: day).dayNumber)
  }

  @Test func daysAboutChristmasAreSpecialToo() {
    let special = SpecialDays()
    func kind(_ month: Int, _ day: Int) -> String? {
      special[CivilTime(year: 2025, month: month, day: day).dayNumber]?.kind
    }
    #expect(kind(12, 24) == "Christmas Eve" && kind(12, 28) == "between the years" && kind(12, 31) == "New Year's Eve")
    #expect(kind(12, 25) == "Christmas Day" && kind(5, 5) == "bank holiday" && kind(4, 18) == "Good Friday")
    #expect(kind(7, 1) == nil)
  }
}
