extension JSONTree {
  /// The merge patch (RFC 7396) that makes `other` of this; nil if they are equal. Lists that differ are in it whole.
  ///
  /// Equal means equal as JSON: how a number was written is no matter. O(size of both × depth).
  package func difference(to other: JSONTree) -> JSONTree? {
    guard case .object(let members) = value, case .object(let others) = other.value else {
      return canonicalText == other.canonicalText ? nil : other
    }
    var changes: [Member] = []
    for member in members where other[member.name] == nil {
      changes.append(Member(name: member.name, namePlace: place, value: JSONTree(.null, at: place)))
    }
    for member in others {
      guard let change = self[member.name].map({ $0.difference(to: member.value) }) ?? member.value else { continue }
      changes.append(Member(name: member.name, namePlace: place, value: change))
    }
    return changes.isEmpty ? nil : JSONTree(.object(changes), at: place)
  }

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
