import ContactCentre
import DiscreteEvents
import Reading

/// Values of one key each. A key that is not there gives the default; so does one whose value is wrong, once that is noted.
extension ScenarioDecoder {
  func text(_ fields: Fields, _ name: String, default standard: String) -> String {
    guard let cursor = fields[name] else { return standard }
    return text(cursor) ?? standard
  }

  func number(_ fields: Fields, _ name: String, default standard: Double) -> Double {
    guard let cursor = fields[name], case .number(let range)? = fields.format.key(name)?.shape() else {
      return standard
    }
    return number(cursor, range) ?? standard
  }

  func whole(_ fields: Fields, _ name: String, default standard: Int) -> Int {
    guard let cursor = fields[name], case .whole(let range)? = fields.format.key(name)?.shape() else { return standard }
    return whole(cursor, range) ?? standard
  }

  func flag(_ fields: Fields, _ name: String, default standard: Bool) -> Bool {
    guard let cursor = fields[name] else { return standard }
    if case .bool(let flag) = cursor.tree.value { return flag }
    mismatch(cursor, wanted: "true or false", example: "true")
    return standard
  }

  /// A word that stands for one of several values.
  func choice<Choice: RawRepresentable<String>>(_ fields: Fields, _ name: String, default standard: Choice) -> Choice {
    guard let cursor = fields[name], case .choice(let words)? = fields.format.key(name)?.shape() else {
      return standard
    }
    return choice(cursor, words).flatMap(Choice.init) ?? standard
  }

  /// Seconds.
  func seconds(_ fields: Fields, _ name: String, default standard: Double) -> Double {
    guard let cursor = fields[name], case .duration(let range)? = fields.format.key(name)?.shape() else {
      return standard
    }
    return seconds(cursor, range) ?? standard
  }

  func milliseconds(_ fields: Fields, _ name: String, default standard: Milliseconds) -> Milliseconds {
    guard let cursor = fields[name], case .duration(let range)? = fields.format.key(name)?.shape(),
      let seconds = seconds(cursor, range)
    else { return standard }
    let length = Milliseconds(seconds: seconds, within: 0...Milliseconds(Limits.seconds) * .second)
    if length == 0, range.excludesLower {
      log.error(cursor.place, cursor.path, "this is shorter than a millisecond", "write a longer time")
    }
    return length
  }
}

/// Values where they stand. Nil, and a problem noted, where they are wrong.
extension ScenarioDecoder {
  func text(_ cursor: Cursor) -> String? {
    guard case .string(let text) = cursor.tree.value else {
      mismatch(cursor, wanted: "text in quotation marks", example: "\"…\"")
      return nil
    }
    return text
  }

  /// A text that names something; never empty.
  func name(_ cursor: Cursor) -> String? {
    guard let text = text(cursor) else { return nil }
    if text.isEmpty {
      log.error(cursor.place, cursor.path, "this text is empty", "write a name")
      return nil
    }
    return text
  }

  func number(_ cursor: Cursor, _ range: NumberRange) -> Double? {
    switch cursor.tree.value {
    case .number(let number):
      return checked(number.value, shown: number.text, range, cursor)
    case .string(let text):
      log.error(cursor.place, cursor.path, "this is text", "write \(range.words)\(Self.numberHint(text))")
      return nil
    default:
      mismatch(cursor, wanted: range.words, example: range.example)
      return nil
    }
  }

  /// Whether a text is a number, in quotation marks or written as people write it: `"90%"`, `"240,000"`.
  static func isMeantAsNumber(_ text: String) -> Bool { !numberHint(text).isEmpty }

  private static func numberHint(_ text: String) -> String {
    let trimmed = text.filter { !$0.isWhitespace }
    if let plain = Thousands.plain(trimmed) { return " without commas and quotation marks: \(plain)" }
    if trimmed.hasSuffix("%"), let share = hundredth(of: String(trimmed.dropLast())) { return ", for example \(share)" }
    guard let number = Double(trimmed), number.isFinite else { return "" }
    if case .number? = (try? JSON5Parser.parse(Array(trimmed.utf8), origin: .setting("")))?.value {
      return " without quotation marks: \(trimmed)"
    }
    // No number as it stands, such as 01.
    return ", for example \(number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)")"
  }

  /// The hundredth part of a number, in no more digits than it has; nil if `text` is none, or has an exponent.
  private static func hundredth(of text: String) -> Double? { Double(text + "e-2") }

  private func checked(_ value: Double, shown: String, _ range: NumberRange, _ cursor: Cursor) -> Double? {
    if range.contains(value) { return value }
    let message: String
    if !value.isFinite {
      message = "\(shown.prefix(40)) is not a finite number"
    } else if value < range.lower {
      message = range.lower == 0 ? "\(shown.prefix(40)) is negative" : "\(shown.prefix(40)) is too small"
    } else if value > range.upper {
      message = "\(shown.prefix(40)) is too large"
    } else {
      message = "\(shown.prefix(40)) is not allowed here"
    }
    var remedy = "write \(range.words)"
    // Just above 1 it is a share that was meant, and no percentage.
    if range.isShare, (2...100).contains(value), let share = Self.hundredth(of: shown) {
      remedy += ", for example \(share) for \(shown) %"
    }
    log.error(cursor.place, cursor.path, message, remedy)
    return nil
  }

  func whole(_ cursor: Cursor, _ range: ClosedRange<Int>) -> Int? {
    let words = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let number) = cursor.tree.value else {
      if case .string(let text) = cursor.tree.value {
        log.error(cursor.place, cursor.path, "this is text", "write \(words)\(Self.numberHint(text))")
      } else {
        mismatch(cursor, wanted: words, example: String(max(1, range.lowerBound)))
      }
      return nil
    }
    guard number.value.isFinite, number.value == number.value.rounded() else {
      log.error(cursor.place, cursor.path, "\(number.text.prefix(40)) is not a whole number", "write \(words)")
      return nil
    }
    guard number.value >= Double(range.lowerBound), number.value <= Double(range.upperBound) else {
      log.error(
        cursor.place, cursor.path,
        "\(number.text.prefix(40)) is too \(number.value < Double(range.lowerBound) ? "small" : "large")",
        "write \(words)")
      return nil
    }
    return Int(number.value)
  }

  /// A duration in seconds.
  func seconds(_ cursor: Cursor, _ range: NumberRange) -> Double? {
    switch cursor.tree.value {
    case .number(let number):
      return checkedDuration(number.value, shown: number.text, range, cursor)
    case .string(let text):
      switch DurationText.seconds(Array(text.utf8)) {
      case .success(let seconds): return checkedDuration(seconds, shown: "“\(text.prefix(40))”", range, cursor)
      case .failure(let fault):
        log.error(cursor.place, cursor.path, "“\(text.prefix(40))” \(fault.message)", fault.remedy)
        return nil
      }
    default:
      mismatch(cursor, wanted: "a duration or a number of seconds", example: "\"3m53s\"")
      return nil
    }
  }

  private func checkedDuration(_ value: Double, shown: String, _ range: NumberRange, _ cursor: Cursor) -> Double? {
    if range.contains(value) { return value }
    let message: String
    if !value.isFinite {
      message = "\(shown.prefix(40)) is not a finite number"
    } else if value < 0 {
      message = "\(shown.prefix(40)) is negative"
    } else if value > range.upper {
      message = "\(shown.prefix(40)) is too long"
    } else {
      message = "a time of zero is not allowed here"
    }
    let least = range.excludesLower ? "more than 0" : "0 or more"
    log.error(
      cursor.place, cursor.path, message,
      "write a duration of \(least), at most \(DurationText.words(range.upper)), for example \"3m53s\"")
    return nil
  }

  func choice(_ cursor: Cursor, _ words: [String]) -> String? {
    guard let text = text(cursor) else { return nil }
    guard words.contains(text) else {
      log.error(
        cursor.place, cursor.path, "“\(text.prefix(40))” is not one of its values",
        suggestion(for: text, among: words, noun: "values"))
      return nil
    }
    return text
  }
}
