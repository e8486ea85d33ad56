import Spelling

/// What an option's value must be.
enum ValueKind: Sendable {
  /// A whole number, written in digits.
  case wholeNumber(ClosedRange<UInt64>)
  /// One of these words.
  case choice([String])
  /// Anything; whoever reads it will check it.
  case text
  /// `path=value`.
  case setting
  /// A file.
  case path
  /// A length of time of at least so many seconds.
  case duration(atLeast: Double)
  /// A share, neither none nor all.
  case share
  /// One of several shares, `K/N`.
  case shard
  /// A number of bytes.
  case memory
  /// How many calls arrive, perhaps with the time they take to.
  case calls

  /// What is wrong with `text` and what would be right; nil if it will do.
  func complaint(about text: String) -> String? {
    switch self {
    case .wholeNumber(let range):
      // `UInt64.init` alone would take a leading plus sign as well.
      let isDigits = text.allSatisfy { $0.isASCII && $0.isNumber }
      if isDigits, let number = UInt64(text), range.contains(number) { return nil }
      return "\(cited(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words):
      if words.contains(text) { return nil }
      let list = words.map { "“\($0)”" }.joined(separator: " or ")
      let suggestion = nearestName(to: text, among: words).map { " — did you mean “\($0)”?" } ?? ""
      return "\(cited(text)) is not \(list)\(suggestion)"
    case .text:
      return text.isEmpty ? "the value is empty" : nil
    case .setting:
      return text.contains("=") && !text.hasPrefix("=")
        ? nil : "\(cited(text)) is not of the form path=value, such as attendance=0.9"
    case .path:
      return text.isEmpty ? "the name of a file is empty" : nil
    case .shard:
      return QuantityText.shard(text) == nil
        ? "\(cited(text)) is not a share of the replications, K/N with K from 1 to N, such as 2/4" : nil
    case .duration(let least):
      return complaint(of: QuantityText.duration(text, atLeast: least), about: text)
    case .share:
      return complaint(of: QuantityText.share(text), about: text)
    case .memory:
      return QuantityText.bytes(text) == nil ? "\(cited(text)) is not an amount of memory, such as 500MB or 4GB" : nil
    case .calls:
      return complaint(of: QuantityText.calls(text), about: text)
    }
  }

  /// What is wrong with `name` for a file that is to be left behind; nil if it will do. Bytes that are no UTF-8 are a mark in
  /// its place by now, and the file would be called by that.
  static func complaint(aboutNewName name: String) -> String? {
    name.unicodeScalars.contains("\u{FFFD}")
      ? "the name \(cited(name)) is not UTF-8, so no file can be called by it — name another file" : nil
  }

  private func complaint(of reading: Result<some Any, QuantityText.Fault>, about text: String) -> String? {
    guard case .failure(let fault) = reading else { return nil }
    return "\(cited(text)) \(fault.message)"
  }
}
