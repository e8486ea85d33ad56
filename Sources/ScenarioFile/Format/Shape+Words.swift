import Reading

extension ObjectFormat {
  /// What it is called in a sentence: its name, in words.
  var words: String { noun ?? name.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) } }

  /// The same, with “a” or “an” before it.
  var one: String { "\(words.first.map { "aeiou".contains($0) } == true ? "an" : "a") \(words)" }
}

extension Shape {
  /// Something an author could write, for remedies.
  var example: String {
    switch self {
    case .text: "\"…\""
    case .choice(let words): "\"\(words.first ?? "")\""
    case .flag: "true"
    case .number(let range): range.example
    case .whole(let range): String(max(1, range.lowerBound))
    case .duration: "\"3m53s\""
    case .instant: "\"2022-07-22T07:00\""
    case .date: "\"2022-07-18\""
    case .clock: "\"07:00\""
    case .list(_, let count): count.lowerBound > 1 ? "[ \(count.lowerBound) values ]" : "[ … ]"
    case .tuple: "[0.5, \"60s\"]"
    case .dictionary, .named, .object: "{ … }"
    case .distribution: "{ exponential: { mean: \"3m53s\" } }"
    case .staff: "{ earlies: 8 }"
    case .orNull(let shape): shape.example
    case .either(let first, _): first.example
    }
  }
}

extension NumberRange {
  /// What to write, in words.
  var words: String {
    if isShare { return "a share from 0 to 1" }
    if excludesLower { return "a number above \(Self.plain(lower)), at most \(Self.plain(upper))" }
    return "a number from \(Self.plain(lower)) to \(Self.plain(upper))"
  }

  var isShare: Bool { lower == 0 && upper == 1 && !excludesLower }

  var example: String { isShare ? "0.9" : "1" }

  /// A number as people write it: without a point where it is whole.
  static func plain(_ value: Double) -> String {
    JSONNumber(text: "", value: value).canonicalText
  }
}
