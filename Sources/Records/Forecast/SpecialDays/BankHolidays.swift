import DiscreteEvents

/// The bank holidays of England and Wales, by rule.
///
/// Rules: the Banking and Financial Dealings Act 1971 and the proclamations since; early May from 1978, New Year's Day from
/// 1974. Easter by the algorithm of "A New York correspondent", Nature, 1876 (Meeus, "Astronomical Algorithms", ch. 8).
/// Royal proclamations are listed one by one: those to come are not known, and a file of holidays can say them.
enum BankHolidays {
  /// The holidays of a year: the civil day's number since 1 January 1970, and what it is called.
  static func holidays(in year: Int) -> [(day: Int, name: String)] {
    func day(_ month: Int, _ day: Int) -> Int { CivilTime(year: year, month: month, day: day).dayNumber }
    func weekday(_ number: Int) -> Int { CivilTime(dayNumber: number).weekday }
    func firstMonday(from number: Int) -> Int { number + (7 - weekday(number)) % 7 }

    var holidays: [(day: Int, name: String)] = []
    let newYear = day(1, 1)
    holidays.append((newYear, "New Year's Day"))
    if weekday(newYear) > 4 { holidays.append((firstMonday(from: newYear), "New Year's Day (substitute)")) }
    let easter = easterSunday(year)
    holidays.append((easter - 2, "Good Friday"))
    holidays.append((easter + 1, "Easter Monday"))
    // Moved to the anniversaries of the end of the war in Europe.
    let earlyMay = year == 1995 || year == 2020 ? day(5, 8) : firstMonday(from: day(5, 1))
    holidays.append((earlyMay, "Early May bank holiday"))
    // Moved to join the royal jubilees' extra days.
    let spring =
      switch year {
      case 2002, 2012: day(6, 4)
      case 2022: day(6, 2)
      default: firstMonday(from: day(5, 25))
      }
    holidays.append((spring, "Spring bank holiday"))
    holidays.append((firstMonday(from: day(8, 25)), "Summer bank holiday"))
    let christmas = day(12, 25)
    holidays.append((christmas, "Christmas Day"))
    holidays.append((christmas + 1, "Boxing Day"))
    switch weekday(christmas) {
    case 4:  // Boxing Day is a Saturday.
      holidays.append((christmas + 3, "Boxing Day (substitute)"))
    case 5:
      holidays.append((christmas + 2, "Christmas Day (substitute)"))
      holidays.append((christmas + 3, "Boxing Day (substitute)"))
    case 6:
      holidays.append((christmas + 2, "Christmas Day (substitute)"))
    default: break
    }
    for (date, name) in proclaimed where date.year == year { holidays.append((date.dayNumber, name)) }
    return holidays.sorted { $0.day < $1.day }
  }

  private static let proclaimed: [(CivilTime, String)] = [
    (CivilTime(year: 1981, month: 7, day: 29), "Royal wedding"),
    (CivilTime(year: 1999, month: 12, day: 31), "Millennium"),
    (CivilTime(year: 2002, month: 6, day: 3), "Golden Jubilee"),
    (CivilTime(year: 2011, month: 4, day: 29), "Royal wedding"),
    (CivilTime(year: 2012, month: 6, day: 5), "Diamond Jubilee"),
    (CivilTime(year: 2022, month: 6, day: 3), "Platinum Jubilee"),
    (CivilTime(year: 2022, month: 9, day: 19), "State funeral of Queen Elizabeth II"),
    (CivilTime(year: 2023, month: 5, day: 8), "Coronation of King Charles III"),
  ]

  /// The number of Easter Sunday, by the Gregorian calendar.
  static func easterSunday(_ year: Int) -> Int {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilTime(year: year, month: n / 31, day: n % 31 + 1).dayNumber
  }
}
