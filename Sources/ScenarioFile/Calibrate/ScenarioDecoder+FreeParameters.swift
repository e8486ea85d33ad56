import Reading

extension ScenarioDecoder {
  /// What `calibrate` may move, checked by itself; whether there is anything at its paths only matters to who moves it.
  func freeParameters(_ cursor: Cursor) -> [FreeParameter] {
    dictionary(cursor, noun: "free parameters", limit: FileLimits.parameters).compactMap { member in
      let fields = fields(member.cursor, ScenarioFormat.freeParameter)
      let paths = fields["path"].map(parameterPaths) ?? []
      let from = fields["from"].flatMap(amount) ?? 0
      let to = fields["to"].flatMap(amount) ?? 1
      guard fields["from"] != nil, fields["to"] != nil, !log.hasErrors else { return nil }
      let parameter = FreeParameter(
        name: member.name, paths: paths, role: choice(fields, "as", default: .value),
        range: min(from, to)...max(from, to),
        start: fields["start"].map { amount($0) ?? from },
        isWhole: flag(fields, "whole", default: false), isLogarithmic: flag(fields, "log", default: false),
        place: member.namePlace)
      check(parameter, isEmpty: from >= to, fields)
      return parameter
    }
  }

  /// A number, or the seconds of a length of time.
  private func amount(_ cursor: Cursor) -> Double? { seconds(cursor, ScenarioFormat.amounts) }

  private func check(_ parameter: FreeParameter, isEmpty: Bool, _ fields: Fields) {
    let path = fields.cursor.path
    guard let from = fields["from"], let to = fields["to"] else { return }
    if isEmpty {
      log.error(from.place, from.path, "there is nothing between this and “to”", "write less than what stands under to")
    } else if parameter.isLogarithmic, parameter.range.lowerBound <= 0 {
      log.error(
        from.place, from.path, "a logarithmic range cannot begin at 0", "write a number above 0, or leave out log")
    }
    if parameter.isWhole, parameter.role == .value {
      for cursor in [from, to] where amount(cursor).map({ $0 != $0.rounded() }) == true {
        log.error(cursor.place, cursor.path, "this is not a whole number", "write a whole number, or leave out whole")
      }
    }
    if let start = parameter.start, let cursor = fields["start"], !isEmpty, !parameter.range.contains(start) {
      log.error(
        cursor.place, cursor.path, "this is not between “from” and “to”",
        "let it begin inside of its range, or move the range")
    }
    // What time is simulated is for the command to say, and what is expected cannot be moved towards what is found.
    // A * at the beginning stands for these too.
    let fixed = ["calendar", "expect", "extends", "name", FreeParameter.key, "*"]
    if let barred = parameter.paths.compactMap(\.segments.first).first(where: fixed.contains) {
      log.error(
        fields["path"]?.place ?? from.place, path.appending("path"), "“\(barred)” cannot be moved",
        "name something of channels, shifts, teams, attendance or response")
    }
  }

  private func parameterPaths(_ cursor: Cursor) -> [ScenarioPath] {
    let cursors: [Cursor]
    if case .string = cursor.tree.value {
      cursors = [cursor]
    } else {
      cursors = elements(cursor, count: 1...FileLimits.parameterPaths, noun: "paths") ?? []
    }
    return cursors.compactMap { cursor in
      guard let text = text(cursor) else { return nil }
      guard let path = ScenarioPath(parsing: text), path.segments.count <= FileLimits.settingDepth else {
        log.error(
          cursor.place, cursor.path, "“\(text.prefix(60))” is not a path",
          "write names joined by dots, for example teams.contact.staff.lates")
        return nil
      }
      return path
    }
  }
}
