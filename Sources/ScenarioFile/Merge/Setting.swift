import Reading

/// One `--set path=value`: a merge patch of a single value, which may also replace an element of a list.
struct Setting {
  let path: ScenarioPath
  let value: JSONTree

  private var place: Place { value.place }

  /// Reads the option's argument, or notes what is wrong with it.
  ///
  /// The value is read as JSON5. Where it is not JSON5, such as `15m` or a name without quotation marks, it is the text
  /// itself; but what begins with a bracket or a quotation mark was meant to be JSON5, so a slip in it is an error.
  init?(parsing argument: String, log: ProblemLog) {
    let place = Place(origin: .setting(argument))
    let remedy =
      "write path=value, for example calendar.days=7; quote a key with a dot in it: expect.\"in 1.5 s\".atLeast=0.9"
    guard let equals = Self.separator(in: argument) else {
      log.error(cause: .malformedSetting, place, "there is no “=” in this", remedy)
      return nil
    }
    guard let path = ScenarioPath(parsing: argument[..<equals]) else {
      log.error(cause: .malformedSetting, place, "what stands before “=” is not a path", remedy)
      return nil
    }
    guard path.segments.count <= FileLimits.settingDepth else {
      log.error(
        cause: .malformedSetting, place, "this path has more than \(FileLimits.settingDepth) segments",
        "nothing in a scenario is that deep")
      return nil
    }
    guard path.segments[0] != "extends" else {
      log.error(
        place, path, "what a scenario extends cannot be set", "give the other file as the scenario or as an overlay")
      return nil
    }
    let text = argument[argument.index(after: equals)...]
    guard !Self.looksLikeAnAddition(text) else {
      log.error(
        place, path, "“\(text.prefix(40))” may mean that number, or so many more",
        "write the number itself, such as 8: nothing is added to what was there")
      return nil
    }
    do {
      value = try JSON5Parser.parse(Array(text.utf8), origin: .setting(argument)).placed(at: place)
    } catch {
      if let first = text.first(where: { !$0.isWhitespace }), "{[\"'".contains(first) {
        var problem = error.problem
        problem.place = place
        problem.path = path.description
        log.note(problem)
        return nil
      }
      value = JSONTree(.string(String(text)), at: place)
    }
    self.path = path
  }

  /// Whether a value begins with a plus and a number: who writes `+2` means two more.
  private static func looksLikeAnAddition(_ value: Substring) -> Bool {
    let trimmed = value.drop(while: \.isWhitespace)
    guard trimmed.first == "+" else { return false }
    let digits = trimmed.dropFirst().drop { $0 == "." }
    return digits.first?.isASCII == true && digits.first?.isNumber == true
  }

  /// The first equals sign outside quotation marks.
  private static func separator(in argument: String) -> String.Index? {
    var quote: Character?
    var isEscaped = false
    for index in argument.indices {
      let character = argument[index]
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if character == "\\" { isEscaped = true }
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" {
        return index
      }
    }
    return nil
  }

  /// The scenario with the value in its place.
  func applied(to tree: JSONTree, log: ProblemLog) -> JSONTree {
    applied(to: tree, depth: 0, log: log)
  }

  private func applied(to tree: JSONTree, depth: Int, log: ProblemLog) -> JSONTree {
    if depth == path.segments.count { return tree.merging(patch: value) }
    let segment = path.segments[depth]
    guard case .array(var elements) = tree.value else {
      // A list somewhere below is replaced in place; everything else is what a merge patch would do.
      if case .object(var members) = tree.value, let index = members.firstIndex(where: { $0.name == segment }),
        depth + 1 < path.segments.count
      {
        members[index].value = applied(to: members[index].value, depth: depth + 1, log: log)
        return JSONTree(.object(members), at: tree.place)
      }
      return tree.merging(patch: patch(from: depth))
    }
    guard let index = Int(segment), elements.indices.contains(index) else {
      let remedy = elements.isEmpty ? "the list is empty" : "its elements are numbered 0 to \(elements.count - 1)"
      log.error(place, path, "“\(segment)” is not an element of the list it is looked for in", remedy)
      return tree
    }
    if depth + 1 == path.segments.count, case .null = value.value {
      log.error(place, path, "an element cannot be taken out of a list", "set the whole list, for example to [1, 2]")
      return tree
    }
    elements[index] = applied(to: elements[index], depth: depth + 1, log: log)
    return JSONTree(.array(elements), at: tree.place)
  }

  /// The setting as a merge patch of a whole scenario, which is all it is where no list is on its way.
  var patch: JSONTree { patch(from: 0) }

  /// The value inside as many objects as the path says, from a segment on.
  private func patch(from depth: Int) -> JSONTree {
    path.segments[depth...].reversed().reduce(value) { inner, name in
      JSONTree(.object([JSONTree.Member(name: name, namePlace: place, value: inner)]), at: place)
    }
  }
}

extension JSONTree {
  /// The same value with everything in it said to be at one place.
  fileprivate func placed(at place: Place) -> JSONTree {
    switch value {
    case .array(let elements): JSONTree(.array(elements.map { $0.placed(at: place) }), at: place)
    case .object(let members):
      JSONTree(
        .object(members.map { Member(name: $0.name, namePlace: place, value: $0.value.placed(at: place)) }), at: place)
    default: JSONTree(value, at: place)
    }
  }
}
