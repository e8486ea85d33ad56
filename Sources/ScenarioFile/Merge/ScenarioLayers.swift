import Reading

/// The parts of a scenario, each a merge patch (RFC 7396) of those below it, and what they come to.
struct ScenarioLayers {
  /// All parts so far as one value; nil before the first.
  private(set) var whole: JSONTree?
  /// The texts that the parts were read from, lowest first.
  private(set) var origins: [Place.Origin] = []
  /// Heads that were one number for every day until a patch gave them by day, by their path.
  private var evenHeads: [ScenarioPath: JSONNumber] = [:]

  /// Lays a file upon the rest; the first is what the others patch. O(size of both).
  mutating func add(_ file: JSONTree) {
    note(file)
    origins.append(file.place.origin)
    whole = whole?.merging(patch: file) ?? file
  }

  /// Lays a setting upon the rest.
  mutating func add(_ setting: Setting, log: ProblemLog) {
    note(setting.patch)
    origins.append(setting.value.place.origin)
    whole = whole.map { setting.applied(to: $0, log: log) }
  }

  // MARK: Heads by day

  /// The ways to heads by shift; nil stands for any name.
  private static let staff: [[String?]] = [
    ["teams", nil, "staff", nil], ["response", "hubs", nil, "officers", nil], ["response", "hubs", nil, "diary", nil],
    ["response", "dispatchers", "staff", nil],
  ]

  private mutating func note(_ patch: JSONTree) {
    guard let whole else { return }
    var replaced: Set<[String]> = []
    for keys in Self.staff { note(patch, upon: whole, keys[...], ScenarioPath(), &replaced) }
    if replaced.isEmpty { return }
    evenHeads = evenHeads.filter { head in
      let segments = head.key.segments
      return !segments.indices.contains { replaced.contains(Array(segments[...$0])) }
    }
  }

  /// Follows `keys` down a patch and what is below it, to where heads are said. The ways to what is replaced whole, or
  /// removed, are added to `replaced`.
  private mutating func note(
    _ patch: JSONTree, upon below: JSONTree, _ keys: ArraySlice<String?>, _ path: ScenarioPath,
    _ replaced: inout Set<[String]>
  ) {
    guard case .object(let changes) = patch.value else {
      replaced.insert(path.segments)
      return
    }
    guard let key = keys.first else {
      if case .number(let heads) = below.value { evenHeads[path] = heads }
      return
    }
    let named = changes.filter { key == nil || key == $0.name }
    let old = below.values(of: named.map(\.name))
    for change in named {
      guard let old = old[change.name] else { continue }
      note(change.value, upon: old, keys.dropFirst(), path.appending(change.name), &replaced)
    }
  }

  /// Warns of heads that were the same on every day and are nobody on some, only because a patch does not name those: a
  /// number is replaced whole, though it looks as if one day of it were changed.
  func warnOfLostDays(_ log: ProblemLog) {
    guard let whole, !evenHeads.isEmpty else { return }
    var now: [ScenarioPath: JSONTree] = [:]
    for keys in Self.staff { find(in: whole, keys[...], ScenarioPath(), &now) }
    for (path, heads) in evenHeads.sorted(by: { $0.key.segments.lexicographicallyPrecedes($1.key.segments) })
    where heads.value > 0 {
      guard let tree = now[path], case .object(let members) = tree.value, let shift = path.segments.last
      else { continue }
      let days = ScenarioFormat.weekdays
      // Of a day that is none an error tells, and a patch that is to be mended is not to be written anew.
      guard members.allSatisfy({ (days + [ScenarioFormat.holiday]).contains($0.name) }) else { continue }
      let named = days.filter { tree[$0] != nil }
      guard named.count < days.count else { continue }
      let left = named.isEmpty ? "no weekday has any" : "only \(named.joined(separator: ", ")) may have any"
      let all =
        days.map { "\($0): \(tree[$0]?.canonicalText ?? heads.text)" }
        + members.filter { !days.contains($0.name) }.map { "\($0.name): \($0.value.canonicalText)" }
      log.warning(
        tree.place, path, "this was \(heads.text) on every day, and now \(left): a day that is not named has nobody",
        "name the other days too, with 0 where nobody shall be: \(shift): { \(all.joined(separator: ", ")) }")
    }
  }

  /// Follows `keys` down what all parts came to, and gathers what stands where heads were one number for every day.
  private func find(
    in tree: JSONTree, _ keys: ArraySlice<String?>, _ path: ScenarioPath, _ found: inout [ScenarioPath: JSONTree]
  ) {
    guard let key = keys.first else {
      if evenHeads[path] != nil { found[path] = tree }
      return
    }
    guard case .object(let members) = tree.value else { return }
    for member in members where key == nil || key == member.name {
      find(in: member.value, keys.dropFirst(), path.appending(member.name), &found)
    }
  }
}

extension JSONTree {
  /// So many names are looked for one by one.
  private static let few = 8

  /// The values of these names, as far as this is an object that has them, perhaps with others. O(names + members).
  fileprivate func values(of names: [String]) -> [String: JSONTree] {
    guard case .object(let members) = value else { return [:] }
    if names.count <= Self.few {
      return names.reduce(into: [:]) { values, name in values[name] = self[name] }
    }
    return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
