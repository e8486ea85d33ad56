/// A time of the wall clock as files and people write it, by ISO 8601.
extension CivilTime {
  /// The calendar date, for example `2022-07-22`.
  package var dateText: String { "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))" }

  /// Date, hours and minutes, for example `2022-07-22T07:00`.
  package var minuteText: String { "\(dateText)T\(Self.clock(timeOfDay))" }

  /// Hours and minutes of a time of day, for example `07:00`.
  package static func clock(_ timeOfDay: Milliseconds) -> String {
    let minutes = Int(timeOfDay / .minute)
    return "\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))"
  }

  /// The beginning of an hour of the day, for example `07:00`.
  package static func clock(hour: Int) -> String { clock(Milliseconds(hour) * .hour) }

  /// Hours, minutes and seconds of a time of day, for example `07:00:00`.
  package static func clockToTheSecond(_ timeOfDay: Milliseconds) -> String {
    "\(clock(timeOfDay)):\(digits(Int(timeOfDay / .second % 60), 2))"
  }

  /// `number`, which is not negative, with at least `count` digits.
  package static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
