extension ValueMap {
  /// The days of the week in short, Monday first.
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The day of an hour of the week, for spreadsheets and programs: `mon`.
  static func weekday(ofHour hour: Int) -> String { weekdays[hour / 24].lowercased() }
}
