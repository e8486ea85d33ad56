import DiscreteEvents
import Testing

@Suite struct CivilTimeTests {
  /// 400 years are one whole cycle of the Gregorian calendar, so what holds for them holds for all.
  @Test func everyDayOfFourCenturiesComesRoundAgain() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var dayNumber = CivilTime(year: 1800, month: 1, day: 1).dayNumber
    var mismatches = 0
    // A calendar counted by hand walks along.
    for year in 1800..<2200 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
          let expected = CivilTime(year: year, month: month, day: day, timeOfDay: 12_345)
          if CivilTime(dayNumber: dayNumber, timeOfDay: 12_345) != expected { mismatches += 1 }
          if expected.dayNumber != dayNumber { mismatches += 1 }
          dayNumber += 1
        }
      }
    }
    #expect(mismatches == 0)
    #expect(dayNumber - CivilTime(year: 1800, month: 1, day: 1).dayNumber == 146_097)
  }

  @Test func theEpochIsDayZero() {
    #expect(CivilTime(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(CivilTime(dayNumber: -1) == CivilTime(year: 1969, month: 12, day: 31))
    #expect(CivilTime(year: 2000, month: 3, day: 1).dayNumber == 11_017)
  }

  @Test func yearsBeforeTheCommonEraComeRoundAgain() {
    for dayNumber in stride(from: -1_000_000, through: -700_000, by: 997) {
      #expect(CivilTime(dayNumber: dayNumber).dayNumber == dayNumber)
    }
  }

  @Test func weekdaysAreThoseOfTheCalendar() {
    #expect(CivilTime(year: 1970, month: 1, day: 1).weekday == 3)
    #expect(CivilTime(year: 2022, month: 7, day: 22).weekday == 4)
    #expect(CivilTime(year: 2022, month: 3, day: 27).weekday == 6)
    #expect(CivilTime(year: 1815, month: 6, day: 18).weekday == 6)
    #expect(CivilTime(year: 2024, month: 2, day: 29).weekday == 3)
    for dayNumber in -800_000 ... -799_990 {
      let next = CivilTime(dayNumber: dayNumber + 1).weekday
      #expect(next == (CivilTime(dayNumber: dayNumber).weekday + 1) % 7)
    }
  }

  @Test func daysAndMonthsHaveTheirNamesInTheOrderOfTheirNumbers() {
    let date = CivilTime(year: 2022, month: 7, day: 22)
    #expect(CivilTime.weekdays[date.weekday] == "Friday" && CivilTime.months[date.month - 1] == "July")
    #expect(CivilTime.shortWeekdays == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect(CivilTime.weekdayKeys == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    #expect(
      CivilTime.monthKeys == ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
  }

  @Test func itIsWrittenAsFilesHaveIt() {
    let time = CivilTime(
      dayNumber: CivilTime(year: 2022, month: 7, day: 2).dayNumber, timeOfDay: 9 * .hour + 5 * .minute + 7 * .second)
    #expect(time.dateText == "2022-07-02" && time.minuteText == "2022-07-02T09:05")
    #expect(CivilTime(year: 815, month: 12, day: 31).dateText == "0815-12-31")
    #expect([0, 7, 23].map(CivilTime.clock(hour:)) == ["00:00", "07:00", "23:00"])
    #expect(CivilTime.clock(time.timeOfDay) == "09:05" && CivilTime.clockToTheSecond(time.timeOfDay) == "09:05:07")
    // An interval of the day may end with it.
    #expect(CivilTime.clock(.day) == "24:00")
  }
}
