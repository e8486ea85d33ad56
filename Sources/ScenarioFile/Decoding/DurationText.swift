import DiscreteEvents
import Reading

/// Lengths of time as people write them: `3m53s`, `8h`, `1.5h`, `500ms`, `1d`, `10w`.
package enum DurationText {
  /// What is wrong with a text.
  package struct Fault: Error {
    /// What is wrong, as the end of a sentence that begins with the text.
    package var message: String
    /// What would be right.
    package var remedy: String
  }

  private static let units: [(name: String, seconds: Double)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1), ("ms", 0.001),
  ]

  /// What a text must look like, as a regular expression for the schema.
  static let pattern =
    #"^(?=[0-9])([0-9]+(\.[0-9]+)?w)?([0-9]+(\.[0-9]+)?d)?([0-9]+(\.[0-9]+)?h)?([0-9]+(\.[0-9]+)?m)?"#
    + #"([0-9]+(\.[0-9]+)?s)?([0-9]+(\.[0-9]+)?ms)?$"#

  /// Seconds of a text in UTF-8: numbers with units, the larger unit first, each at most once.
  package static func seconds(_ text: [UInt8]) -> Result<Double, Fault> {
    seconds(text[...])
  }

  /// Seconds of a part of a text in UTF-8.
  package static func seconds(_ text: ArraySlice<UInt8>) -> Result<Double, Fault> {
    let example = "write numbers with the units w, d, h, m, s, ms, the larger first, for example \"3m53s\""
    guard !text.isEmpty else { return .failure(Fault(message: "is empty", remedy: example)) }
    if text.first == UInt8(ascii: "-") {
      return .failure(Fault(message: "is negative", remedy: "write a duration of 0 or more, for example \"5s\""))
    }
    var total = 0.0
    var nextUnit = 0
    var rest = text
    while !rest.isEmpty {
      let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(number.count)
      guard let first = number.first, isDigit(first), number.last != UInt8(ascii: "."),
        number.count <= TextLimits.numberLength,
        let value = Double(String(decoding: number, as: UTF8.self)), value.isFinite
      else { return .failure(Fault(message: "is not a duration", remedy: example)) }
      let letters = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
      rest = rest.dropFirst(letters.count)
      let name = String(decoding: letters, as: UTF8.self)
      if name.isEmpty {
        return .failure(
          Fault(message: "has no unit", remedy: "write the number of seconds without quotation marks, or add a unit: s")
        )
      }
      guard let unit = units.firstIndex(where: { $0.name == name }) else {
        return .failure(Fault(message: "is not a duration: there is no unit “\(name.prefix(20))”", remedy: example))
      }
      guard unit >= nextUnit else {
        return .failure(Fault(message: "is not a duration: “\(name)” is out of order", remedy: example))
      }
      nextUnit = unit + 1
      // Divided, because a thousandth has no exact floating-point value but 1,000 has.
      total += name == "ms" ? value / 1_000 : value * units[unit].seconds
    }
    return .success(total)
  }

  /// A length of time as a scenario may have it, in one unit and exactly: `1d`, `36h`, `90m`.
  static func written(_ time: Milliseconds) -> String {
    let units: [(Milliseconds, String)] = [(.day, "d"), (.hour, "h"), (.minute, "m"), (.second, "s")]
    let unit = units.first { time.isMultiple(of: $0.0) } ?? (1, "ms")
    return "\(time / unit.0)\(unit.1)"
  }

  /// About how long a time is, for messages about limits.
  static func words(_ seconds: Double) -> String {
    let year = 365.25 * 86_400
    if seconds >= year { return "\(Int((seconds / year).rounded())) years" }
    if seconds >= 7_200 { return "\(Int((seconds / 3_600).rounded())) hours" }
    return "\(Int(seconds.rounded())) seconds"
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
