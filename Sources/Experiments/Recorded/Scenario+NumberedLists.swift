import ContactCentre

/// Things that events, and with them the world, tell apart by their place in a list of the scenario.
struct NumberedList {
  /// Where the list is in the scenario.
  let path: String
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
    return ForkObstacle(
      path: path,
      message: "a fork cannot change which there are: they were \(list(old.names)), and would be \(list(kept))",
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
      NumberedList(path: "channels", names: channels.map(\.id)), NumberedList(path: "teams", names: teams.map(\.id)),
      NumberedList(path: "shifts", names: shifts.map(\.id), mayGrow: true),
      NumberedList(path: "surges", names: surges.map(\.id), mayGrow: true),
      NumberedList(path: "callers", names: callers.map(\.id)),
    ]
    lists += response?.numberedLists ?? []
    for channel in channels {
      let path = "channels.\(channel.id)"
      lists.append(NumberedList(path: "\(path).front", names: channel.front.map(\.id)))
      lists += channel.front.map {
        NumberedList(path: "\(path).front.\($0.id).options", names: $0.options.map(\.id))
      }
      lists.append(NumberedList(path: "\(path).outcomes", names: channel.outcomes.map(\.name)))
    }
    return lists
  }
}

extension Response {
  fileprivate var numberedLists: [NumberedList] {
    [
      NumberedList(path: "response.grades", names: grades.map(\.id)),
      NumberedList(path: "response.areas", names: areas.map(\.id)),
      NumberedList(path: "response.hubs", names: hubs.map(\.id)),
      NumberedList(path: "response.logs", names: logs.map(\.id)),
      NumberedList(path: "response.custody.suites", names: (custody?.suites ?? []).map(\.id)),
    ]
  }
}
