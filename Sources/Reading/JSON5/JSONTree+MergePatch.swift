extension JSONTree {
  /// This value changed by a merge patch (RFC 7396): members of objects are replaced one by one, null removes a member,
  /// and anything that is not an object replaces the whole.
  ///
  /// Every part keeps the place it was written at, so what is wrong in the result can be shown where it came from.
  /// O(size of both).
  package func merging(patch: JSONTree) -> JSONTree {
    guard case .object(let changes) = patch.value else { return patch }
    var result = self
    var members: [Member] = []
    if case .object(let existing) = value { members = existing } else { result.place = patch.place }
    var positions: [String: Int] = [:]
    for (index, member) in members.enumerated() { positions[member.name] = index }
    var removed: Set<Int> = []
    for change in changes {
      let position = positions[change.name]
      if case .null = change.value.value {
        if let position { removed.insert(position) }
      } else if let position {
        let old = members[position].value
        members[position].value = old.merging(patch: change.value)
        // A value replaced whole was said by the patch, its name included.
        if case .object = change.value.value, case .object = old.value { continue }
        members[position].namePlace = change.namePlace
      } else {
        // Nulls inside a new object say that something is absent which is.
        let empty = JSONTree(.object([]), at: change.value.place)
        members.append(
          Member(name: change.name, namePlace: change.namePlace, value: empty.merging(patch: change.value)))
      }
    }
    if !removed.isEmpty {
      members = members.indices.filter { !removed.contains($0) }.map { members[$0] }
    }
    result.value = .object(members)
    return result
  }
}
