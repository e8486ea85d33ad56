import ScenarioFile

/// Reads numbers and lengths of time from the fields of records.
enum FieldText {
  /// Why a field has no such meaning.
  enum Fault: Error {
    case notATime
    case negative
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
    if let number = number(field) { return .success(number) }
    if field.contains(UInt8(ascii: ":")) { return clock(field).map { .success($0) } ?? .failure(.notATime) }
    guard case .success(let seconds) = DurationText.seconds(field) else { return .failure(.notATime) }
    return .success(seconds)
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

  /// Seconds of hours, minutes and seconds.
  private static func clock(_ field: ArraySlice<UInt8>) -> Double? {
    let parts = field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(number)
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2], minutes < 60,
      seconds < 60
    else { return nil }
    return hours * 3_600 + minutes * 60 + seconds
  }
}
