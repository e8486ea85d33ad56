import Reading

extension PublishedTargets {
  /// Reads a file of published figures, in JSON5.
  ///
  /// - Throws: a ``ScenarioError`` with everything that is wrong, as far as it could be found in one go.
  public static func read(
    _ path: String, files: some FileReading = DiskFiles()
  ) throws(ScenarioError) -> PublishedTargets {
    let log = ProblemLog()
    let tree: JSONTree
    do throws(FileFault) {
      tree = try JSONTree(json5: files.read(path, limit: FileLimits.scenarioBytes), origin: .file(path), log: log)
    } catch {
      log.error(
        cause: .unreadable, Place(origin: .file(path)), error.message(path), error.remedy(FileLimits.scenarioBytes))
      throw log.thrown
    }
    try log.throwIfErrors()
    let targets = ScenarioDecoder(files: files, log: log).publishedTargets(Cursor(tree: tree, path: ScenarioPath()))
    try log.throwIfErrors()
    return targets
  }
}

extension JSONTree {
  /// The value of a document, or null, and the problem noted, of what is none.
  fileprivate init(json5 bytes: [UInt8], origin: Place.Origin, log: ProblemLog) {
    do {
      self = try JSON5Parser.parse(bytes, origin: origin)
    } catch {
      log.note(error.problem)
      self = JSONTree(.null, at: Place(origin: origin))
    }
  }
}

extension ScenarioDecoder {
  fileprivate func publishedTargets(_ cursor: Cursor) -> PublishedTargets {
    let fields = fields(cursor, ScenarioFormat.targets)
    var start: String?
    if let cursor = fields["start"], let text = text(cursor) {
      start = text
      if InstantText.moment(Array(text.utf8)[...]) == nil {
        log.error(
          cursor.place, cursor.path, "“\(text.prefix(40))” is not a moment",
          InstantText.dateRemedy(for: Array(text.utf8)[...]) ?? "write it like \"2021-08-01T00:00\"")
      }
    }
    let list = fields["targets"].flatMap { elements($0, count: 1...FileLimits.targets, noun: "targets") } ?? []
    var names: Set<String> = []
    let targets = list.map { element in
      let target = publishedTarget(element)
      if !target.name.isEmpty, !names.insert(target.name).inserted {
        log.error(element.place, element.path, "two targets are called “\(target.name.prefix(60))”", "rename one")
      }
      return target
    }
    return PublishedTargets(
      source: fields["source"].flatMap(text), start: start,
      days: fields["days"].map { _ in whole(fields, "days", default: 1) }, targets: targets)
  }

  private func publishedTarget(_ cursor: Cursor) -> PublishedTarget {
    let fields = fields(cursor, ScenarioFormat.publishedTarget)
    func optional(_ name: String) -> Double? { fields[name].map { _ in number(fields, name, default: 0) } }
    let unit = fields["unit"].flatMap { choice($0, PublishedTarget.Unit.allCases.map(\.rawValue)) }
    let target = PublishedTarget(
      name: fields["name"].flatMap(name) ?? "", metric: fields["metric"].map(metric) ?? .figure(""),
      value: optional("value"), tolerance: optional("tolerance"), atLeast: optional("atLeast"),
      atMost: optional("atMost"), weight: number(fields, "weight", default: 1),
      unit: unit.flatMap(PublishedTarget.Unit.init), paragraph: fields["paragraph"].flatMap(paragraph),
      note: fields["note"].flatMap(text), place: fields["metric"]?.place ?? cursor.place,
      path: cursor.path.appending("metric").description)
    checkAims(of: target, cursor)
    return target
  }

  /// What a target aims at must be said, and once.
  private func checkAims(of target: PublishedTarget, _ cursor: Cursor) {
    if target.value != nil {
      if target.atLeast != nil || target.atMost != nil {
        log.error(
          cursor.place, cursor.path, "“value” and limits exclude each other",
          "keep value and tolerance, or atLeast and atMost")
      } else if target.tolerance == nil, target.weight > 0 {
        log.error(
          cursor.place, cursor.path, "it does not say how far off it may be",
          "add tolerance: 0.01, or weight: 0 to report it only")
      }
    } else if target.atLeast == nil, target.atMost == nil {
      log.error(
        cursor.place, cursor.path, "it does not say what the figure should be",
        "give value and tolerance, atLeast or atMost")
    } else if let low = target.atLeast, let high = target.atMost, low > high {
      log.error(
        cursor.place, cursor.path,
        "nothing is at least \(NumberRange.plain(low)) and at most \(NumberRange.plain(high))",
        "let atLeast be at most atMost")
    }
  }

  private func metric(_ cursor: Cursor) -> PublishedTarget.Metric {
    switch cursor.tree.value {
    case .object:
      let fields = fields(cursor, ScenarioFormat.figureSum)
      return .sum(fields["sum"].map(figurePaths) ?? [], of: fields["of"].map(figurePaths) ?? [])
    case .array: return .each(figurePaths(cursor))
    default: return .figure(name(cursor).map(ScenarioPath.figureName) ?? "")
    }
  }

  private func figurePaths(_ cursor: Cursor) -> [String] {
    (elements(cursor, count: 1...FileLimits.targetFigures, noun: "paths of figures") ?? []).compactMap(name)
      .map(ScenarioPath.figureName)
  }

  private func paragraph(_ cursor: Cursor) -> String? {
    if case .number(let number) = cursor.tree.value { return number.canonicalText }
    return text(cursor)
  }
}
