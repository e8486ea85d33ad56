import ContactCentre
import DiscreteEvents

/// Days and times of day where they stand. Nil, and a problem noted, where they are wrong.
extension ScenarioDecoder {
  /// Days since 1 January 1970 of a date.
  func day(_ cursor: Cursor) -> Int? {
    guard let text = text(cursor) else { return nil }
    guard let day = InstantText.day(Array(text.utf8)) else {
      log.error(
        cursor.place, cursor.path,
        "“\(text.prefix(40))” is not a day between \(Limits.years.lowerBound) and \(Limits.years.upperBound)",
        InstantText.dateRemedy(for: Array(text.utf8)[...]) ?? "write year, month and day, for example \"2022-07-18\"")
      return nil
    }
    return day
  }

  /// Milliseconds after midnight of a time of day.
  func clock(_ cursor: Cursor) -> Milliseconds? {
    guard let text = text(cursor) else { return nil }
    guard let time = InstantText.timeOfDay(Array(text.utf8)) else {
      log.error(
        cursor.place, cursor.path, "“\(text.prefix(40))” is not a time of day",
        "write hours and minutes from \"00:00\" to \"23:59\", for example \"07:00\"")
      return nil
    }
    return time
  }
}
