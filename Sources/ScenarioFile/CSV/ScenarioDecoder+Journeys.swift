import ContactCentre
import Reading
import Writing

extension ScenarioDecoder {
  private static let journeyColumns = ["from", "to", "routine", "blueLight"]

  /// The journey times of a file. Each pair of places is there once and counts both ways; all those are there that a unit
  /// may drive: between areas, within an area, and between any of them, hubs and custody suites.
  ///
  /// Where a time on blue lights is not given, it is `blueLightShare` of the routine one.
  func journeys(_ cursor: Cursor, _ context: Context, blueLightShare: Double) -> [Travel.Leg] {
    guard namesDiffer(cursor, context), let file = table(cursor) else { return [] }
    var rows = CSVRows(file, path: cursor.path, log: log)
    let form = "begin with from,to,routine or from,to,routine,blueLight"
    guard rows.next() else {
      if !rows.hasProblems { rows.report(1, 0, "the matrix is empty", form) }
      return []
    }
    let columns = rows.columns(Self.journeyColumns)
    guard let from = columns["from"], let to = columns["to"], let routine = columns["routine"] else {
      if !rows.hasProblems {
        let missing = Self.journeyColumns.first { columns[$0] == nil } ?? ""
        rows.report(rows.line, 0, "the header has no column “\(missing)”", form)
      }
      return []
    }
    let places = context.hubNames + context.areaNames + context.suiteNames
    var legs: [Travel.Leg] = []
    var lines: [Set<String>: Int] = [:]
    var strangers: [(name: String, line: Int, field: Int)] = []
    while rows.next() {
      let (origin, destination) = (rows.text(from), rows.text(to))
      if let field = [from, to].first(where: { !places.contains(rows.text($0)) }) {
        strangers.append((rows.text(field), rows.line, field))
        continue
      }
      guard let seconds = rows.seconds(routine) else {
        if rows.trimmed(routine).isEmpty {
          rows.report(field: routine, "this cell is empty", "write seconds, or a duration such as 3m53s")
        }
        continue
      }
      if let line = lines[[origin, destination]] {
        rows.report(
          field: to, "this journey is on line \(line) already", "keep one of the two: a journey counts both ways")
      }
      lines[[origin, destination]] = rows.line
      let blueLight = columns["blueLight"].flatMap { rows.seconds($0) } ?? seconds * blueLightShare
      legs.append(Travel.Leg(from: origin, to: destination, routine: seconds, blueLight: blueLight))
    }
    for name in ["routine", "blueLight"] { rows.warnOfDays(columns[name], name) }
    warnOfUnlikelyTimes(legs, file, cursor, blueLight: columns["blueLight"])
    if !rows.hasProblems { checkCompleteness(Set(lines.keys), cursor, context) }
    // A warning only, because an overlay may close a hub and keep the file. A slip in a name leaves journeys out besides.
    if let first = strangers.first {
      log.warning(
        file.place(line: first.line, column: first.field + 1), cursor.path,
        "there is no hub, area or custody suite “\(first.name.prefix(40))”"
          + (strangers.count == 1 ? "" : "; \(strangers.count) such journeys are left out"),
        suggestion(for: first.name, among: places.listed, noun: "places"))
    }
    return legs
  }

  /// Warns of times that are probably a slip: none at all, and longer ones with blue lights, which are in the column
  /// `blueLight`, than without.
  private func warnOfUnlikelyTimes(_ legs: [Travel.Leg], _ file: NamedFile, _ cursor: Cursor, blueLight: Int?) {
    if !legs.isEmpty, legs.allSatisfy({ $0.routine == 0 && $0.blueLight == 0 }) {
      log.warning(
        file.place(line: 0, column: 0), cursor.path, "all journeys take no time",
        "write seconds, or a duration such as 3m53s")
    }
    guard let blueLight, 2 * legs.count(where: { $0.blueLight > $0.routine }) > legs.count else { return }
    log.warning(
      file.place(line: 0, column: blueLight + 1), cursor.path,
      "most journeys take longer with blue lights than without",
      "are the columns routine and blueLight in each other's place?")
  }

  /// Whether names tell all places apart. Those that do not are noted.
  private func namesDiffer(_ cursor: Cursor, _ context: Context) -> Bool {
    let errorCount = log.errorCount
    var kinds: [String: String] = [:]
    for (kind, names) in [
      ("a hub", context.hubNames), ("an area", context.areaNames), ("a custody suite", context.suiteNames),
    ] {
      for name in names.listed {
        if let other = kinds[name] {
          log.error(
            cursor.place, cursor.path, "“\(name.prefix(60))” is the name of \(other) and of \(kind)",
            "with a matrix, give hubs, areas and custody suites different names")
        }
        kinds[name] = kind
      }
    }
    return log.errorCount == errorCount
  }

  private func checkCompleteness(_ known: Set<Set<String>>, _ cursor: Cursor, _ context: Context) {
    let missing = Response.journeysMissing(
      among: known, hubs: context.hubNames.listed, areas: context.areaNames.listed, suites: context.suiteNames.listed)
    let first = missing.prefix(3).map { "\($0.from.prefix(40)),\($0.to.prefix(40))" }
    guard let example = first.first else { return }
    let shown = first.joined(separator: "; ") + (missing.count > first.count ? "; …" : "")
    log.error(
      cursor.place, cursor.path,
      "the matrix lacks \(Quantity.counted(missing.count, "journey")): \(shown)",
      "add a row for each, for example \(example),15m")
  }
}
