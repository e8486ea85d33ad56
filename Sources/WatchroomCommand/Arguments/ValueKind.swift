import DiscreteEvents

/// What an option's value must be.
enum ValueKind: Sendable {
  /// A whole number, written in digits.
  case wholeNumber(ClosedRange<UInt64>)
  /// One of these words.
  case choice([String])
  /// A date, with or without a time of day, by ISO 8601.
  case instant
  /// `path=value`.
  case setting
  /// A file.
  case path

  /// What is wrong with `text` and what would be right; nil if it will do.
  func complaint(about text: String) -> String? {
    switch self {
    case .wholeNumber(let range):
      // `UInt64.init` alone would take a leading plus sign as well.
      let isDigits = text.allSatisfy { $0.isASCII && $0.isNumber }
      if isDigits, let number = UInt64(text), range.contains(number) { return nil }
      return "“\(text)” is not a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words):
      if words.contains(text) { return nil }
      let list = words.map { "“\($0)”" }.joined(separator: " or ")
      let suggestion = nearestName(to: text, among: words).map { " — did you mean “\($0)”?" } ?? ""
      return "“\(text)” is not \(list)\(suggestion)"
    case .instant:
      return Self.isInstant(text)
        ? nil : "“\(text)” is not a local date and time such as 2022-07-22T07:00"
    case .setting:
      return text.contains("=") && !text.hasPrefix("=")
        ? nil : "“\(text)” is not of the form path=value, such as attendance=0.9"
    case .path:
      return text.isEmpty ? "the name of a file is empty" : nil
    }
  }

  /// Whether `text` is a date that exists and, if it says so, a time of day that exists; seconds may have a fraction.
  private static func isInstant(_ text: String) -> Bool {
    let pattern = /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?/.asciiOnlyDigits()
    guard let match = text.wholeMatch(of: pattern)?.output else { return false }
    let numbers = [match.1, match.2, match.3, match.4 ?? "0", match.5 ?? "0", match.6 ?? "0"].compactMap { Int($0) }
    guard numbers.count == 6, (1...12).contains(numbers[1]), numbers[3] < 24, numbers[4] < 60, numbers[5] < 60 else {
      return false
    }
    let written = CivilTime(year: numbers[0], month: numbers[1], day: numbers[2])
    // The 30th of February would come back as a day of March.
    return CivilTime(dayNumber: written.dayNumber) == written
  }
}
