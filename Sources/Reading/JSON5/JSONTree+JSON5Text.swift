extension JSONTree {
  /// The value as people would write it in JSON5: names without quotation marks where they need none, and objects and
  /// lists on one line where they fit on one of `width` columns.
  package func json5Text(width: Int = 110, level: Int = 0, used: Int = 0) -> String {
    let line = json5Line
    if level > 0, used + line.count <= width { return line }
    let margin = String(repeating: "  ", count: level + 1)
    let (open, close, parts): (String, String, [String])
    switch value {
    case .object(let members):
      (open, close) = ("{", "}")
      parts = members.map { member in
        let start = "\(margin)\(Self.json5Name(member.name)): "
        return start + member.value.json5Text(width: width, level: level + 1, used: start.count + 1)
      }
    case .array(let elements):
      (open, close) = ("[", "]")
      parts = elements.map { margin + $0.json5Text(width: width, level: level + 1, used: margin.count + 1) }
    default: return line
    }
    let inside = parts.map { "\($0),\n" }.joined()
    return "\(open)\n\(inside)\(margin.dropLast(2))\(close)"
  }

  private var json5Line: String {
    switch value {
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ \(members.map { "\(Self.json5Name($0.name)): \($0.value.json5Line)" }.joined(separator: ", ")) }"
    case .array(let elements): "[\(elements.map(\.json5Line).joined(separator: ", "))]"
    default: canonicalText
    }
  }

  private static func json5Name(_ name: String) -> String {
    let isPlain =
      name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && name.first?.isLetter == true
    return isPlain ? name : JSONTree(.string(name), at: Place(origin: .file(""))).canonicalText
  }
}
