/// The way to a value inside a scenario: names of keys and numbers of list elements, joined by dots.
///
/// A name with a dot, an equals sign or a quotation mark in it is written in quotation marks, so what a problem prints
/// can be given to `--set` as it is. Not so a name with a line break, which is written as a space: a problem has one line.
public struct ScenarioPath: Hashable, Sendable {
  /// The names and numbers, outermost first.
  public var segments: [String]

  /// A path of these segments; of none, the scenario itself.
  public init(_ segments: [String] = []) {
    self.segments = segments
  }

  /// The path of something inside this.
  public func appending(_ segment: String) -> ScenarioPath {
    ScenarioPath(segments + [segment])
  }

  /// Reads a path as ``description`` writes it, or nil where it is not one: empty, or with an empty segment or an
  /// unfinished quotation. Either kind of quotation mark may be used, with a backslash before one that is meant.
  public init?(parsing text: some StringProtocol) {
    var segments: [String] = []
    var rest = text[...]
    while true {
      guard let first = rest.first else { return nil }
      if first == "\"" || first == "'" {
        var segment = ""
        var isEscaped = false
        var end: Substring.Index?
        for index in rest.indices.dropFirst() {
          if isEscaped {
            segment.append(rest[index])
            isEscaped = false
          } else if rest[index] == "\\" {
            isEscaped = true
          } else if rest[index] == first {
            end = rest.index(after: index)
            break
          } else {
            segment.append(rest[index])
          }
        }
        guard let end else { return nil }
        segments.append(segment)
        rest = rest[end...]
      } else {
        let segment = rest.prefix { $0 != "." }
        guard !segment.isEmpty else { return nil }
        segments.append(String(segment))
        rest = rest[segment.endIndex...]
      }
      if rest.isEmpty { break }
      guard rest.first == "." else { return nil }
      rest = rest.dropFirst()
    }
    self.segments = segments
  }
}

extension ScenarioPath: CustomStringConvertible {
  /// The segments joined by dots, quoted where they need to be.
  public var description: String {
    segments.map { segment in
      let isPlain = !segment.isEmpty && !segment.contains { ".=\"'\\".contains($0) || $0.isNewline }
      if isPlain { return segment }
      let escaped = segment.map { character in
        switch character {
        case "\"", "\\": "\\\(character)"
        case _ where character.isNewline: " "
        default: String(character)
        }
      }
      return "\"\(escaped.joined())\""
    }.joined(separator: ".")
  }
}
