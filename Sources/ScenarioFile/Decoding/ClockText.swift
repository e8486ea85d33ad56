/// Lengths of time as clocks and spreadsheets show them: `0:03:53`, hours, minutes and seconds.
package enum ClockText {
  /// Why a text with a colon is no length of time.
  package enum Fault: Error {
    /// Two numbers, of which nobody knows whether they are minutes and seconds.
    case ambiguous
    case wrong

    /// What is wrong, as the end of a sentence that begins with the text.
    package var message: String {
      switch self {
      case .ambiguous: "may be minutes and seconds, or hours and minutes"
      case .wrong: "is not a length of time"
      }
    }

    /// What would be right.
    package var remedy: String {
      switch self {
      case .ambiguous: "write hours, minutes and seconds, such as 0:03:53"
      case .wrong: "write seconds, 3m53s or 0:03:53"
      }
    }
  }

  /// Seconds of a text in UTF-8, which may have a fraction; nil if it has no colon.
  package static func seconds(_ text: ArraySlice<UInt8>) -> Result<Double, Fault>? {
    let colon = UInt8(ascii: ":")
    guard text.contains(colon) else { return nil }
    let parts = text.split(separator: colon, omittingEmptySubsequences: false)
    let numbers = parts.enumerated().map { number($0.element, mayHaveFraction: $0.offset == 2) }
    if parts.count == 2, numbers.allSatisfy({ $0 != nil }) { return .failure(.ambiguous) }
    guard parts.count == 3, let hours = numbers[0], let minutes = numbers[1], let seconds = numbers[2], minutes < 60,
      seconds < 60
    else { return .failure(.wrong) }
    return .success(hours * 3_600 + minutes * 60 + seconds)
  }

  private static func number(_ text: ArraySlice<UInt8>, mayHaveFraction: Bool) -> Double? {
    let point = UInt8(ascii: ".")
    let parts = text.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.count <= 9 && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard areDigits, parts.count == 1 || mayHaveFraction else { return nil }
    return Double(String(decoding: text, as: UTF8.self))
  }
}
