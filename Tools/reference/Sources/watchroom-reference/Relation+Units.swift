extension Relation {
  /// Lengths of time in other units, at the level of the file.
  static let otherUnits = Relation(name: "in other units, the same scenario is read and the same happens") { seed in
    let found = UnitChange.check(seed)
    return Finding(events: found.events, problem: found.problem)
  }
}
