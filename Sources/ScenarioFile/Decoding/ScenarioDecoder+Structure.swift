import ContactCentre
import Reading
import Spelling

/// Objects and lists, checked against what the format says of them.
extension ScenarioDecoder {
  /// The members of an object, checked against its format: keys it does not know, keys it needs, keys that exclude one
  /// another. What is not an object has no members.
  func fields(_ cursor: Cursor, _ format: ObjectFormat) -> Fields {
    var fields = Fields(format: format, cursor: cursor, reads: reads)
    guard let members = members(cursor, noun: "an object of \(format.words) keys") else { return fields }
    var meant: Set<String> = []
    for member in members {
      if let key = format.key(member.name) {
        fields.members[member.name] = key.isRequired ? member.placed(in: cursor) : member
      } else {
        let known = format.keys.map(\.name)
        // Past what is listed nobody reads what was meant, and looking for it would take longer than all the rest.
        if log.hasRoom, let near = nearestName(to: member.name, among: known) { meant.insert(near) }
        log.error(
          member.namePlace, member.cursor.path,
          "there is no key “\(member.name.prefix(60))” in \(format.one)",
          format.synonyms[member.name] ?? suggestion(for: member.name, among: known, noun: "keys"))
      }
    }
    let chosen = checkAlternatives(&fields, meant: meant)
    for key in format.keys where key.isRequired && fields.members[key.name] == nil && !meant.contains(key.name) {
      let owners = format.alternatives.indices.filter { format.alternatives[$0].contains(key.name) }
      guard owners.isEmpty || owners.contains(where: { $0 == chosen }) else { continue }
      if let other = key.unless, fields.members[other] != nil { continue }
      log.error(
        cursor.place, cursor.path.appending(key.name), "\(format.one) needs “\(key.name)”",
        "add \(key.name): \(key.example ?? key.shape().example)\(alternative(to: cursor))")
    }
    return fields
  }

  /// What else may mend a part that lacks something, to be said last; nothing where its name is like no other there.
  ///
  /// A slip in a name makes a part anew, and what that lacks is not what is wrong.
  private func alternative(to cursor: Cursor) -> String {
    cursor.meantName.map { ", or, if “\($0.prefix(60))” was meant, write that" } ?? ""
  }

  /// The alternative in use. Keys of the others are reported and forgotten.
  private func checkAlternatives(_ fields: inout Fields, meant: Set<String>) -> Int? {
    let format = fields.format
    guard !format.alternatives.isEmpty else { return nil }
    let used = format.alternatives.indices.filter { index in
      format.alternatives[index].contains { fields.members[$0] != nil }
    }
    guard let first = used.first else {
      let choices = format.alternatives.map { alternative in
        alternative.filter { format.key($0)?.isRequired == true }.joined(separator: " and ")
      }
      if meant.isEmpty {
        let areKeys = choices.count > 2 && format.alternatives.allSatisfy { $0.count == 1 }
        log.error(
          fields.cursor.place, fields.cursor.path,
          "\(format.one) needs "
            + (areKeys ? "exactly one key" : "one of \(choices.count == 2 ? "two" : "\(choices.count)") things"),
          "give \(choices.joined(separator: areKeys ? ", " : ", or "))\(alternative(to: fields.cursor))")
      }
      return nil
    }
    if used.count == 1 { return first }
    for other in used.dropFirst() {
      let members = [first, other].map { format.alternatives[$0].compactMap { fields.members[$0] } }
      reportExclusion(members[0], members[1])
      for name in format.alternatives[other] { fields.members[name] = nil }
    }
    // Which was meant is not known, nor what it needs.
    return nil
  }

  /// Reports keys of two alternatives, all at once: each of them is one too many.
  ///
  /// In a merged scenario the cause is a patch that adds one where it meant to replace the others, below it.
  private func reportExclusion(_ some: [NamedCursor], _ others: [NamedCursor]) {
    func topmost(_ members: [NamedCursor]) -> NamedCursor? {
      members.dropFirst().reduce(members.first) { top, member in
        top.map { isAbove(member.namePlace, $0.namePlace) } == true ? member : top
      }
    }
    guard let top = topmost(some), let otherTop = topmost(others) else { return }
    let isOfSome = isAbove(top.namePlace, otherTop.namePlace)
    let (upper, lower) = isOfSome ? (top, others) : (otherTop, some)
    let names = lower.map { "“\($0.name)”" }
    let isPatched = lower.contains { $0.namePlace.origin != upper.namePlace.origin }
    let nulls = lower.map { "\($0.name): null" }.joined(separator: ", ")
    if lower.count == 1 {
      log.error(
        upper.namePlace, upper.cursor.path, "“\(upper.name)” and \(names[0]) exclude each other",
        isPatched
          ? "keep one: a patch removes a key by setting it to null, for example \(nulls)" : "keep one of the two")
    } else {
      log.error(
        upper.namePlace, upper.cursor.path,
        "“\(upper.name)” excludes \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])",
        isPatched
          ? "keep it or them: a patch removes keys by setting them to null, here \(nulls)" : "keep it or them")
    }
  }

  /// The members of an object, or nil, and a problem noted, where it is none.
  func members(_ cursor: Cursor, noun: String) -> [NamedCursor]? {
    guard case .object(let members) = cursor.tree.value else {
      mismatch(cursor, wanted: noun, example: "{ … }")
      return nil
    }
    return members.map { member in
      NamedCursor(
        name: member.name, namePlace: member.namePlace,
        cursor: Cursor(tree: member.value, path: cursor.path.appending(member.name)))
    }
  }

  /// The members of an object whose names the author chooses; names and their number are checked.
  func dictionary(_ cursor: Cursor, noun: String, limit: Int) -> [NamedCursor] {
    guard let members = members(cursor, noun: "an object of \(noun) by name") else { return [] }
    if members.count > limit {
      log.error(cursor.place, cursor.path, "these are \(members.count) \(noun)", "there may be at most \(limit)")
      return []
    }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.name.withoutInvisibles).inserted {
      log.error(
        member.namePlace, member.cursor.path, "this name looks like another one here",
        "give it a name that people can tell apart")
    }
    return members.compactMap { member in
      guard Limits.isName(member.name) else {
        log.error(
          member.namePlace, member.cursor.path, "this name is \(member.name.isEmpty ? "empty" : "not usable")",
          "give it 1 to \(Limits.nameLength) printable characters")
        return nil
      }
      var named = member
      named.cursor.family = cursor.tree
      return named
    }
  }

  /// The elements of a list, or nil, and a problem noted, where it is none or has a wrong number of them.
  ///
  /// - Parameters:
  ///   - noun: what several are called.
  ///   - singular: what one is called; nil where that is `noun` without its last letter.
  func elements(
    _ cursor: Cursor, count: ClosedRange<Int>, noun: String, singular: String? = nil
  ) -> [Cursor]? {
    let wanted =
      count.lowerBound == count.upperBound
      ? "a list of \(count.lowerBound) \(noun)" : "a list of \(noun)"
    guard case .array(let elements) = cursor.tree.value else {
      mismatch(cursor, wanted: wanted, example: "[ … ]")
      return nil
    }
    guard count.contains(elements.count) else {
      let remedy =
        count.lowerBound == count.upperBound
        ? "give exactly \(count.lowerBound)" : "give \(count.lowerBound) to \(count.upperBound)"
      let own = elements.count == 1 ? singular ?? String(noun.dropLast()) : noun
      log.error(
        cursor.place, cursor.path,
        elements.isEmpty ? "this list is empty" : "this list has \(elements.count) \(own)", remedy)
      return nil
    }
    return elements.enumerated().map { index, element in
      Cursor(tree: element, path: cursor.path.appending(String(index)))
    }
  }

  /// Notes that a value is of a wrong kind.
  func mismatch(_ cursor: Cursor, wanted: String, example: String) {
    let remedy: String
    if case .null = cursor.tree.value {
      remedy = "leave the key out, or write \(wanted), for example \(example)"
    } else {
      remedy = "write \(wanted), for example \(example)"
    }
    log.error(cursor.place, cursor.path, "this is \(cursor.tree.kindName)", remedy)
  }
}

extension NamedCursor {
  /// The same object, which `owner` must have. If only a setting speaks of it, what it lacks is lacking where its owner is:
  /// `--days 1` does not make a calendar of nothing.
  fileprivate func placed(in owner: Cursor) -> NamedCursor {
    guard case .object = cursor.tree.value, case .setting = cursor.place.origin else { return self }
    return NamedCursor(
      name: name, namePlace: namePlace,
      cursor: Cursor(tree: JSONTree(cursor.tree.value, at: owner.place), path: cursor.path))
  }
}
