import Reading
import ScenarioFile

/// Reads numbers and lengths of time from the fields of records.
enum FieldText {
  /// Why a field has no such meaning.
  enum Fault: Error {
    case notATime
    case negative
    /// Two numbers and a colon, which may be minutes and seconds or hours and minutes.
    case ambiguous
  }

  /// Seconds of a number of seconds, a duration such as `3m53s`, or a clock's `0:03:53`; nil for an empty field.
  static func seconds(_ field: ArraySlice<UInt8>) -> Result<Double, Fault>? {
    guard let first = field.first else { return nil }
    guard first == UInt8(ascii: "-") else { return unsigned(field) }
    guard case .success(let size) = unsigned(field.dropFirst()) else { return .failure(.notATime) }
    return size == 0 ? .success(0) : .failure(.negative)
  }

  /// The same of a field without a sign.
  private static func unsigned(_ field: ArraySlice<UInt8>) -> Result<Double, Fault> {
    if let number = groupedNumber(field) { return .success(number) }
    if let clock = ClockText.seconds(field) {
      return clock.mapError { $0 == .ambiguous ? .ambiguous : .notATime }
    }
    guard case .success(let seconds) = DurationText.seconds(field) else { return .failure(.notATime) }
    return .success(seconds)
  }

  /// Whether a length of time that can be read is a number without a unit.
  static func isBare(_ field: ArraySlice<UInt8>) -> Bool {
    field.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
      && !field.contains(UInt8(ascii: ":"))
  }

  /// A field that need not say anything: empty where it says so, as reports do by `N/A`, `#N/A`, `NULL` or a dash.
  static func optional(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = field.first, field.count <= 4, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return field
    }
    return ["-", "–", "—", "n/a", "#n/a", "null"].contains(field.text.lowercased()) ? [] : field
  }

  /// A number in digits, perhaps with a decimal point; nil if it is anything else.
  ///
  /// Exact: the digits as a whole number below 2⁵³, divided once by a power of ten.
  static func number(_ field: ArraySlice<UInt8>) -> Double? {
    var mantissa = 0
    var scale = 1.0
    var digits = 0
    var hasPoint = false
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 15 else { return nil }
        mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
        if hasPoint { scale *= 10 }
      case UInt8(ascii: "."):
        if hasPoint || digits == 0 { return nil }
        hasPoint = true
      default:
        return nil
      }
    }
    return digits == 0 || hasPoint && scale == 1 ? nil : Double(mantissa) / scale
  }

  /// The same, or a number whose thousands are set apart by commas, `1,234` or `1,234.5`, as spreadsheets write them in
  /// quotation marks; nil if it is anything else, such as `1,23` or `0,980`.
  static func groupedNumber(_ field: ArraySlice<UInt8>) -> Double? {
    guard field.contains(UInt8(ascii: ",")) else { return number(field) }
    return Thousands.plain(field.text).flatMap { number(Array($0.utf8)[...]) }
  }

  /// A count: a number, perhaps with thousands set apart, or a dash, by which spreadsheets show 0; nil if it is anything else.
  static func count(_ field: ArraySlice<UInt8>) -> Double? {
    groupedNumber(field) ?? (["-", "–", "—"].contains(field.text) ? 0 : nil)
  }
}
