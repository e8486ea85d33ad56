import Reading

/// The names of the things of one kind in a scenario, by which its other parts refer to them.
struct ScenarioNames {
  /// In the order written, and no more of them than there may be: what is found by going through them takes no longer for a
  /// scenario that has far too many.
  let listed: [String]
  /// All of them: nothing is said not to be there because there are too many.
  private let all: Set<String>

  /// The names in an object, of which there may be so many; none of anything else.
  init(in tree: JSONTree?, limit: Int) {
    guard case .object(let members)? = tree?.value else {
      self.init([])
      return
    }
    self.init(listed: members.prefix(limit).map(\.name), all: Set(members.map(\.name)))
  }

  /// These names.
  init(_ names: [String]) { self.init(listed: names, all: Set(names)) }

  private init(listed: [String], all: Set<String>) {
    self.listed = listed
    self.all = all
  }

  /// O(1).
  func contains(_ name: String) -> Bool { all.contains(name) }

  /// Those of two kinds, one after the other.
  static func + (first: ScenarioNames, second: ScenarioNames) -> ScenarioNames {
    ScenarioNames(listed: first.listed + second.listed, all: first.all.union(second.all))
  }
}
