import ContactCentre

/// Things that events, and with them the world, tell apart by their place in a list of the scenario.
struct NumberedList {
  /// The keys that lead to the list in the scenario, outermost first.
  let keys: [String]
  /// What is in it, by name, in order.
  let names: [String]
  /// Whether a plan that takes over in the middle of a run may have more of them, behind the others.
  var mayGrow = false

  /// What keeps a plan with this list from taking over from one with the list `old`; nil if nothing does.
  func obstacle(toFollowing old: NumberedList) -> ForkObstacle? {
    let kept = mayGrow ? Array(names.prefix(old.names.count)) : names
    guard kept != old.names else { return nil }
    func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
    let more = mayGrow ? "; more of them may follow" : ""
    // What is gone, else what is new, else the first that has another place.
    let name =
      old.names.first { !names.contains($0) } ?? kept.first { !old.names.contains($0) }
      ?? zip(kept, old.names).first { $0 != $1 }?.1
    return ForkObstacle(
      keys: keys, name: name,
      message: "a fork cannot change which there are: they were \(list(old.names)), and would be \(list(names))",
      remedy: "keep their names and their order\(more)")
  }
}

extension Scenario {
  /// All lists of which an event, or a state of the world, may name something by its number.
  ///
  /// Not among them are lists that are only looked up by name, or that only say how something is reckoned. The breaks of a
  /// shift have no names: a handler has had so many of them, whichever they are by the plan that decides.
  var numberedLists: [NumberedList] {
    var lists = [
      NumberedList(keys: ["channels"], names: channels.map(\.id)),
      NumberedList(keys: ["teams"], names: teams.map(\.id)),
      NumberedList(keys: ["shifts"], names: shifts.map(\.id), mayGrow: true),
      NumberedList(keys: ["surges"], names: surges.map(\.id), mayGrow: true),
      NumberedList(keys: ["callers"], names: callers.map(\.id)),
    ]
    lists += response?.numberedLists ?? []
    for channel in channels {
      let keys = ["channels", channel.id]
      lists.append(NumberedList(keys: keys + ["front"], names: channel.front.map(\.id)))
      lists += channel.front.map {
        NumberedList(keys: keys + ["front", $0.id, "options"], names: $0.options.map(\.id))
      }
      lists.append(NumberedList(keys: keys + ["outcomes"], names: channel.outcomes.map(\.name)))
    }
    return lists
  }
}

extension Response {
  fileprivate var numberedLists: [NumberedList] {
    [
      NumberedList(keys: ["response", "grades"], names: grades.map(\.id)),
      NumberedList(keys: ["response", "areas"], names: areas.map(\.id)),
      NumberedList(keys: ["response", "hubs"], names: hubs.map(\.id)),
      NumberedList(keys: ["response", "logs"], names: logs.map(\.id)),
      NumberedList(keys: ["response", "custody", "suites"], names: (custody?.suites ?? []).map(\.id)),
    ]
  }
}
