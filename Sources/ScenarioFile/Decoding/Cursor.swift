import Reading
import Spelling

/// A value and the way to it.
struct Cursor {
  var tree: JSONTree
  var path: ScenarioPath
  /// The object that the value is a member of, where the author chooses the names in it; nil elsewhere.
  var family: JSONTree?

  var place: Place { tree.place }

  /// The name beside its own that was probably meant by it: one that is near, and from another of the texts that were merged,
  /// because in one text both are meant. Nil if there is none. O(names).
  var meantName: String? {
    guard case .object(let members)? = family?.value, let name = path.segments.last,
      let own = members.first(where: { $0.name == name })
    else { return nil }
    let others = members.filter { $0.namePlace.origin != own.namePlace.origin }
    return nearestName(to: name, among: others.map(\.name))
  }

  /// The value that some keys lead to, if it is there.
  func descendant(_ keys: [String]) -> Cursor? {
    var cursor = self
    for key in keys {
      guard let tree = cursor.tree[key] else { return nil }
      cursor = Cursor(tree: tree, path: cursor.path.appending(key))
    }
    return cursor
  }
}

/// A member of an object: its cursor, and where its name was written.
struct NamedCursor {
  var name: String
  var namePlace: Place
  var cursor: Cursor
}

/// The members of an object that its format knows.
struct Fields {
  let format: ObjectFormat
  let cursor: Cursor
  var members: [String: NamedCursor] = [:]
  /// Is told which keys are asked for; see ``KeyReads``.
  var reads: KeyReads?

  /// The value of a key of the format, if it is there.
  subscript(name: String) -> Cursor? {
    assert(format.key(name) != nil, "\(format.name) has no key \(name)")
    reads?.note(name, of: format)
    return members[name]?.cursor
  }

  /// Where a key's name was written, if it is there.
  func namePlace(_ name: String) -> Place? {
    members[name]?.namePlace
  }
}

/// Which keys of which formats a decoder has asked for. Tests compare them with the keys there are: one that nobody asks
/// for would be accepted, and ignored.
final class KeyReads {
  /// By the format's name, those that it was asked for.
  private(set) var keys: [String: Set<String>] = [:]

  func note(_ key: String, of format: ObjectFormat) { keys[format.name, default: []].insert(key) }
}
