import ContactCentre
import DiscreteEvents

/// Moments as people write them, a part of ISO 8601: `2022-07-22T07:00`, with seconds, fractions and an offset if wanted.
package enum InstantText {
  /// A moment before any zone is applied.
  package struct Moment {
    /// What the wall shows.
    package var civil: CivilTime
    /// Whose wall it is.
    package var offset: Offset

    /// Milliseconds since the Unix epoch.
    package func instant(in zone: ZoneRules) -> Milliseconds {
      switch offset {
      case .local: zone.instant(of: civil)
      case .fixed(let offset): Milliseconds(civil.dayNumber) * .day + civil.timeOfDay - offset
      }
    }
  }

  /// How far a wall is from UTC.
  package enum Offset {
    /// As far as the scenario's own clocks.
    case local
    /// So many milliseconds, positive east of Greenwich.
    case fixed(Milliseconds)
  }

  /// How to write one, for remedies.
  package static let remedy = "write an ISO 8601 moment such as 2022-07-22T07:00, or 2022-07-22T06:00Z"

  /// How to write the date of a text whose day and month may be meant either way round.
  private static let orderRemedy = "dates are day/month/year or month/day/year here: write 2022-07-22 07:00"

  /// What else mends it in a table.
  private static let columnRemedy = ", or give the spreadsheet's column the format yyyy-mm-dd hh:mm"

  /// What would mend a text in UTF-8 that is not a moment: what is wrong with its date or its hour, if one is, or else how to
  /// write one. `isCell` tells whether it is from a table, which a spreadsheet may have written.
  package static func remedy(for text: ArraySlice<UInt8>, isCell: Bool = true) -> String {
    if let remedy = dateRemedy(for: text) { return remedy }
    if let midnight = midnight(text) { return "write \(midnight.minuteText)" }
    return isByDayAndMonth(text) ? orderRemedy + (isCell ? columnRemedy : "") : remedy
  }

  /// Whether a text in UTF-8 begins with a date such as `22/07/2022`, `7.22.22` or `22-07-2022`.
  package static func isByDayAndMonth(_ text: ArraySlice<UInt8>) -> Bool {
    let date = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || dateSeparators.contains($0) }
    let lengths = date.split(omittingEmptySubsequences: false) { dateSeparators.contains($0) }.map(\.count)
    return lengths.count == 3 && (1...2).contains(lengths[0]) && (1...2).contains(lengths[1])
      && [2, 4].contains(lengths[2])
  }

  private static let dateSeparators = Array("/.-".utf8)

  /// The midnight that a text in UTF-8 means with 24:00 of the day before, such as `2022-07-22T24:00`; nil if it means none.
  private static func midnight(_ text: ArraySlice<UInt8>) -> CivilTime? {
    let hours = ["T24:00", " 24:00", "T24:00:00", " 24:00:00"]
    guard let date = moment(text.prefix(10))?.civil,
      hours.contains(String(decoding: text.dropFirst(10), as: UTF8.self))
    else { return nil }
    let next = CivilTime(dayNumber: date.dayNumber + 1)
    return Limits.years.contains(next.year) ? next : nil
  }

  /// What is wrong with the date that a text in UTF-8 begins with, and what there is instead: of a day that its month does not
  /// have, or in a year out of range. Nil if it begins with no date, or one that there is.
  package static func dateRemedy(for text: ArraySlice<UInt8>) -> String? {
    var reader = Reader(rest: text)
    guard let date = reader.date(), (1...12).contains(date.month), date.day >= 1 else { return nil }
    let (year, month) = (date.year, date.month)
    guard Limits.years.contains(year) else {
      return "years from \(Limits.years.lowerBound) to \(Limits.years.upperBound) may be written"
    }
    let first = CivilTime(year: year, month: month, day: 1)
    let next = CivilTime(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    let days = next.dayNumber - first.dayNumber
    guard date.day > days else { return nil }
    return "there is no such day: \(CivilTime.months[month - 1]) \(year) has \(days) days"
  }

  /// What a text must look like, as a regular expression for the schema.
  static let pattern =
    #"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$"#

  /// The same for a day.
  static let datePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

  /// The same for a time of day.
  static let clockPattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$"

  /// Reads a moment in UTF-8, or nil where it is not one. A date alone is its midnight; between date and time a space
  /// will do, as spreadsheets write it; fractions are rounded to milliseconds.
  package static func moment(_ text: ArraySlice<UInt8>) -> Moment? {
    var reader = Reader(rest: text)
    guard var civil = reader.date(), Limits.years.contains(civil.year), (1...12).contains(civil.month),
      (1...31).contains(civil.day)
    else { return nil }
    // 30 February is a day of March to the arithmetic.
    guard CivilTime(dayNumber: civil.dayNumber).day == civil.day else { return nil }
    if reader.rest.isEmpty { return Moment(civil: civil, offset: .local) }
    guard reader.take("T") || reader.take(" "), let time = reader.time(allowsSeconds: true) else { return nil }
    civil.timeOfDay = time
    guard let offset = reader.offset(), reader.rest.isEmpty else { return nil }
    return Moment(civil: civil, offset: offset)
  }

  /// Reads a moment as spreadsheets write it in UTF-8, or nil where it is not one: the hour may have one digit,
  /// `2022-07-22 7:00`.
  package static func spreadsheetMoment(_ text: ArraySlice<UInt8>) -> Moment? {
    let hour = text.startIndex + 11
    guard text.endIndex > hour + 1, text[hour + 1] == UInt8(ascii: ":") else { return moment(text) }
    return moment(text[..<hour] + [UInt8(ascii: "0")] + text[hour...])
  }

  /// Days since 1 January 1970 of a date in UTF-8, or nil where it is not one.
  static func day(_ text: [UInt8]) -> Int? {
    text.count == 10 ? moment(text[...])?.civil.dayNumber : nil
  }

  /// Milliseconds after midnight of `HH:MM` in UTF-8, or nil where it is not one.
  package static func timeOfDay(_ text: [UInt8]) -> Milliseconds? {
    var reader = Reader(rest: text[...])
    guard let time = reader.time(allowsSeconds: false), reader.rest.isEmpty else { return nil }
    return time
  }

  /// Milliseconds after midnight of a time of day as spreadsheets write it, in UTF-8, or nil where it is not one: `7:00` and
  /// `07:00:00` besides `07:00`.
  package static func spreadsheetTime(_ text: ArraySlice<UInt8>) -> Milliseconds? {
    var digits = Array(text)
    if digits.count > 1, digits[1] == UInt8(ascii: ":") { digits.insert(UInt8(ascii: "0"), at: 0) }
    if digits.count == 8, digits.suffix(3) == Array(":00".utf8)[...] { digits.removeLast(3) }
    return timeOfDay(digits)
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func number(digits: Int) -> Int? {
      guard rest.count >= digits else { return nil }
      var value = 0
      for byte in rest.prefix(digits) {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      rest.removeFirst(digits)
      return value
    }

    /// Year, month and day, of which there may be no such thing.
    mutating func date() -> CivilTime? {
      guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
        let day = number(digits: 2)
      else { return nil }
      return CivilTime(year: year, month: month, day: day)
    }

    mutating func time(allowsSeconds: Bool) -> Milliseconds? {
      guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60 else {
        return nil
      }
      var time = Milliseconds(hour) * .hour + Milliseconds(minute) * .minute
      guard allowsSeconds, take(":") else { return time }
      guard let second = number(digits: 2), second < 60 else { return nil }
      time += Milliseconds(second) * .second
      guard take(".") else { return time }
      var nanoseconds: Milliseconds = 0
      var scale: Milliseconds = 100_000_000
      var count = 0
      while count < 9, let digit = number(digits: 1) {
        nanoseconds += Milliseconds(digit) * scale
        scale /= 10
        count += 1
      }
      // Never rounded up to the next second, which might be the next day.
      return count == 0 ? nil : time + min((nanoseconds + 500_000) / 1_000_000, 999)
    }

    /// The offset at the end, or nil where there is one that is wrong.
    mutating func offset() -> Offset? {
      if rest.isEmpty { return .local }
      if take("Z") { return .fixed(0) }
      let sign: Milliseconds
      if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
      guard let hours = number(digits: 2), hours <= 14 else { return nil }
      _ = take(":")
      guard let minutes = number(digits: 2), minutes < 60 else { return nil }
      return .fixed(sign * (Milliseconds(hours) * .hour + Milliseconds(minutes) * .minute))
    }
  }
}
