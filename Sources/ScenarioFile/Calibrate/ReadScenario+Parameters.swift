import DiscreteEvents
import Reading

extension ReadScenario {
  /// The scenario's free parameters, each with what stands at its places, in their order.
  ///
  /// - Throws: a ``ScenarioError`` where a path leads to nothing or to something else than a number, where two parameters
  ///   move one number, where several numbers stand at the places of a value that does not say its start, and where a number
  ///   has no power that an exponent asks for.
  public func placedParameters() throws(ScenarioError) -> [PlacedParameter] {
    let log = ProblemLog()
    let place = Place(origin: .file(scenario.name))
    guard let tree = try? JSONTree(json5: Array(resolvedText.utf8), origin: place.origin) else {
      preconditionFailure("a scenario's own text reads back")
    }
    var owners: [ScenarioPath: String] = [:]
    let placed = parameters.map { parameter in
      let spots = parameter.paths.flatMap { tree.spots($0, of: parameter, log: log) }
      for spot in spots {
        if let owner = owners[spot.path] {
          log.error(
            parameter.place, parameter.path,
            owner == parameter.name
              ? "two of its paths lead to \(spot.path)" : "“\(owner)” moves \(spot.path) as well",
            "let one parameter alone move a number")
        }
        owners[spot.path] = parameter.name
      }
      parameter.checkPowers(of: spots, log: log)
      return PlacedParameter(parameter: parameter, start: parameter.start(among: spots, log: log), spots: spots)
    }
    try log.throwIfErrors()
    return placed
  }
}

extension FreeParameter {
  /// Notes that a number at its places has no power, or none that is finite: a setting would take it out.
  fileprivate func checkPowers(of spots: [PlacedParameter.Spot], log: ProblemLog) {
    guard role == .exponent else { return }
    let most = range.upperBound
    if let spot = spots.first(where: { $0.value < 0 }) {
      log.error(
        place, path, "what stands at \(spot.path), \(NumberRange.plain(spot.value)), is negative, and has no power",
        "leave that out, or make it a factor")
    } else if let spot = spots.first(where: { !PortableMath.pow($0.value, most).isFinite }) {
      log.error(
        place, path,
        "what stands at \(spot.path), \(NumberRange.plain(spot.value)), is too large to the power of "
          + "\(NumberRange.plain(most))", "let its range end lower")
    }
  }

  /// What it is at first, where these numbers stand at its places.
  fileprivate func start(among spots: [PlacedParameter.Spot], log: ProblemLog) -> Double {
    if let start { return start }
    guard role == .value else {
      if !range.contains(1) {
        log.error(place, path, "1, where it would begin, is not in its range", "say its start, or move the range")
      }
      return 1
    }
    guard let first = spots.first?.value else { return range.lowerBound }
    if let other = spots.first(where: { $0.value != first }) {
      log.error(
        place, path, "what stands at \(spots[0].path) and \(other.path) differs", "say its start, or make it a factor")
    } else if !range.contains(first) {
      log.error(
        place, path, "what stands at \(spots[0].path), \(NumberRange.plain(first)), is not between “from” and “to”",
        "say its start, or move the range")
    }
    return first
  }
}

extension JSONTree {
  /// The numbers that `path` leads to, of which there is one at least, or else an error.
  fileprivate func spots(_ path: ScenarioPath, of parameter: FreeParameter, log: ProblemLog) -> [PlacedParameter.Spot] {
    var found: [(path: ScenarioPath, tree: JSONTree)] = [(ScenarioPath(), self)]
    for segment in path.segments {
      let next = found.flatMap { $0.tree.children(segment, at: $0.path) }
      if next.isEmpty {
        let names = found.first?.tree.childNames ?? []
        log.error(
          parameter.place, parameter.path, "there is no “\(segment.prefix(60))” where \(path) leads",
          names.isEmpty
            ? "nothing is inside of what stands there" : suggestion(for: segment, among: names, noun: "names"))
        return []
      }
      found = next
    }
    let spots: [PlacedParameter.Spot] = found.compactMap { place, tree in
      switch tree.value {
      case .number(let number): return PlacedParameter.Spot(path: place, value: number.value, isText: false)
      case .string(let text):
        if case .success(let seconds) = DurationText.seconds(Array(text.utf8)) {
          return PlacedParameter.Spot(path: place, value: seconds, isText: true)
        }
      default: break
      }
      return nil
    }
    // Of everything that a * stands for, only numbers are meant.
    if spots.isEmpty || spots.count < found.count && !path.segments.contains("*") {
      log.error(
        parameter.place, parameter.path, "at \(path) stands \(found[0].tree.kindName)",
        "name the path of a number or a length of time")
    }
    return spots
  }

  /// What a segment of a path leads to: a member, an element, or all of them.
  private func children(_ segment: String, at path: ScenarioPath) -> [(path: ScenarioPath, tree: JSONTree)] {
    switch value {
    case .object(let members):
      return members.filter { segment == "*" || $0.name == segment }.map { (path.appending($0.name), $0.value) }
    case .array(let elements):
      return elements.indices.filter { segment == "*" || segment == String($0) }.map {
        (path.appending(String($0)), elements[$0])
      }
    default: return []
    }
  }

  private var childNames: [String] {
    switch value {
    case .object(let members): members.map(\.name)
    case .array(let elements): elements.indices.map(String.init)
    default: []
    }
  }
}
