import ContactCentre
import Reading

extension ScenarioDecoder {
  func expectations(_ cursor: Cursor, _ context: Context, _ scenario: Scenario) -> [FigureExpectation] {
    dictionary(cursor, noun: "expectations", limit: Limits.expectations).map { member in
      let fields = fields(member.cursor, ScenarioFormat.expectation)
      var metric = ""
      if let cursor = fields["metric"], let path = text(cursor) {
        metric = ScenarioPath.figureName(path)
        checkMetric(path, cursor, context, scenario)
      }
      let limit = fields["atMost"] ?? fields["atLeast"]
      expectationPlaces.append(
        ExpectationPlace(
          metric: fields["metric"]?.place ?? member.cursor.place, bound: limit?.place ?? member.cursor.place,
          isLengthOfTime: limit?.isText == true))
      let value = limit.flatMap(self.limit) ?? 0
      return FigureExpectation(
        name: member.name, metric: metric, bound: fields["atMost"] != nil ? .atMost(value) : .atLeast(value))
    }
  }

  /// The limit of a figure: a number, or the seconds of a length of time. Whether the figure is one of seconds is known where
  /// figures are.
  private func limit(_ cursor: Cursor) -> Double? {
    guard case .string(let text) = cursor.tree.value, !Self.isMeantAsNumber(text) else {
      return number(cursor, ScenarioFormat.limits)
    }
    return seconds(cursor, .duration)
  }

  /// The branches of a result.
  private static let branches = [
    "channels", "teams", "sites", "surges", "callers", "dispatchers", "grades", "hubs", "cost",
  ]

  /// Those of them whose figures belong to the force as a whole, not to anything that has a name.
  private static let branchesWithoutNames: Set = ["dispatchers", "cost"]

  private func checkMetric(_ metric: String, _ cursor: Cursor, _ context: Context, _ scenario: Scenario) {
    let example = "write a path such as channels.999.serviceLevel.ofOffered"
    guard let path = ScenarioPath(parsing: metric), let branch = path.segments.first else {
      log.error(
        cursor.place, cursor.path, "“\(metric.prefix(60))” is not the path of a figure",
        example + "; a name with dots may stand in quotation marks, as in channels.\"a.b\".offered")
      return
    }
    guard Self.branches.contains(branch) else {
      log.error(
        cursor.place, cursor.path, "a result has no “\(branch.prefix(40))”",
        suggestion(for: branch, among: Self.branches, noun: "branches of a result"))
      return
    }
    guard path.segments.count >= (Self.branchesWithoutNames.contains(branch) ? 2 : 3) else {
      log.error(cursor.place, cursor.path, "“\(metric.prefix(60))” names no figure", example)
      return
    }
    // A name with dots may stand there as it is, or in quotation marks: then it is one segment, with its dots.
    let rest = path.segments.dropFirst().joined(separator: ".")
    func known(_ names: ScenarioNames, _ noun: String) -> String? {
      let segment = path.segments[1]
      let mayBeNames = segment.contains(".") ? [segment] : Self.beginnings(of: rest)
      if let name = mayBeNames.first(where: names.contains) { return name }
      checkReference(segment, cursor.place, cursor.path, among: names, noun: noun)
      return nil
    }
    switch branch {
    case "channels":
      guard let name = known(context.channelNames, "channel"),
        rest.dropFirst(name.count).hasPrefix(".serviceLevel."),
        let channel = scenario.channels.first(where: { $0.id == name }), channel.target == nil
      else { return }
      log.warning(
        cursor.place, cursor.path, "channel “\(name)” has no target, so it has no service level",
        "give it one: target: { share: 0.9, within: \"10s\" }")
    case "teams": _ = known(context.teamNames, "team")
    case "grades": _ = known(context.gradeNames, "grade")
    case "hubs": _ = known(context.hubNames, "hub")
    default: break
    }
  }

  /// What stands before each dot of a path, as long as a name may be: the longest first.
  private static func beginnings(of path: String) -> [String] {
    let start = path.prefix(Limits.nameLength + 1)
    return start.indices.reversed().filter { start[$0] == "." }.map { String(start[..<$0]) }
  }
}

extension Cursor {
  fileprivate var isText: Bool {
    if case .string = tree.value { true } else { false }
  }
}

extension ScenarioPath {
  /// The name by which results have the figure that `text` is the path of: names in quotation marks without these.
  static func figureName(_ text: String) -> String {
    ScenarioPath(parsing: text)?.segments.joined(separator: ".") ?? text
  }
}
