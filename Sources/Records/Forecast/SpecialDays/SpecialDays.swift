import DiscreteEvents

/// Days that are not like others of their weekday, each of a kind whose past days tell of those to come.
public struct SpecialDays: Sendable {
  /// A day out of the ordinary.
  struct Day: Sendable, Equatable {
    /// What reports call it.
    var name: String
    /// Days of one kind are taken to be alike.
    var kind: String
    /// Whether it is a holiday, of which one tells something of another, whatever their kinds.
    var isHoliday = false
  }

  /// By the civil day's number since 1 January 1970.
  private var days: [Int: Day] = [:]
  /// Whether the bank holidays of England and Wales are among them.
  private let hasBankHolidays: Bool

  /// The bank holidays of England and Wales, or those of a file in their place; and other special days from a file.
  init(holidays: [(day: Int, name: String)]?, others: [(day: Int, name: String)]) {
    hasBankHolidays = holidays == nil
    for holiday in holidays ?? [] {
      days[holiday.day] = Day(name: holiday.name, kind: Self.kind(holiday), isHoliday: true)
    }
    for other in others { days[other.day] = Day(name: other.name, kind: other.name) }
    if hasBankHolidays {
      for year in 1_981...2_199 {
        for holiday in BankHolidays.holidays(in: year) where days[holiday.day] == nil {
          days[holiday.day] = Day(name: holiday.name, kind: Self.kind(holiday), isHoliday: true)
        }
      }
    }
  }

  /// The bank holidays of England and Wales alone.
  public init() { self.init(holidays: nil, others: []) }

  subscript(dayNumber: Int) -> Day? {
    if let day = days[dayNumber] { return day }
    guard hasBankHolidays else { return nil }
    // Not holidays, and yet unlike other days.
    let civil = CivilTime(dayNumber: dayNumber)
    switch (civil.month, civil.day) {
    case (12, 24): return Day(name: "Christmas Eve", kind: "Christmas Eve")
    case (12, 27...30): return Day(name: "", kind: "between the years")
    case (12, 31): return Day(name: "New Year's Eve", kind: "New Year's Eve")
    default: return nil
    }
  }

  /// Those with a date have a character of their own; the others are one like another.
  private static func kind(_ holiday: (day: Int, name: String)) -> String {
    let civil = CivilTime(dayNumber: holiday.day)
    switch (civil.month, civil.day) {
    case (12, 25): return "Christmas Day"
    case (12, 26): return "Boxing Day"
    case (1, 1): return "New Year's Day"
    default: return holiday.name == "Good Friday" ? "Good Friday" : "bank holiday"
    }
  }
}
