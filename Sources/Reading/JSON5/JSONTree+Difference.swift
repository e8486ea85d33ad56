extension JSONTree {
  /// The merge patch (RFC 7396) that makes `other` of this; nil if they are equal. Lists that differ are in it whole.
  ///
  /// Equal means equal as JSON: how a number was written is no matter. O(size of both × depth).
  package func difference(to other: JSONTree) -> JSONTree? {
    guard case .object(let members) = value, case .object(let others) = other.value else {
      return canonicalText == other.canonicalText ? nil : other
    }
    let (before, after) = (Self.values(members), Self.values(others))
    var changes: [Member] = []
    for member in members where after[member.name] == nil {
      changes.append(Member(name: member.name, namePlace: place, value: JSONTree(.null, at: place)))
    }
    for member in others {
      guard let change = before[member.name].map({ $0.difference(to: member.value) }) ?? member.value else { continue }
      changes.append(Member(name: member.name, namePlace: place, value: change))
    }
    return changes.isEmpty ? nil : JSONTree(.object(changes), at: place)
  }

  /// The values of an object by their names.
  private static func values(_ members: [Member]) -> [String: JSONTree] {
    Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
