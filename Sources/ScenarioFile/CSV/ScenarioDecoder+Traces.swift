import ContactCentre
import Reading

/// What a trace records, and for what.
enum TraceSubject {
  /// Contacts for a channel, that may turn out to be these.
  case contacts(channel: String, outcomes: [String])
  /// Incidents for a log, of these grades.
  case incidents(log: String, grades: [String])

  /// What a row of it is about.
  var noun: String {
    switch self {
    case .contacts: "contact"
    case .incidents: "incident"
    }
  }

  /// The columns its table may have.
  var columns: [String] {
    switch self {
    case .contacts: ["time", "handling", "wrapUp", "patience", "outcome", "caller", "latitude", "longitude"]
    case .incidents: ["time", "outcome", "latitude", "longitude"]
    }
  }

  /// What its table may say that they turned out to be: of contacts also that it was none of those with a name.
  var sayableOutcomes: [String] {
    switch self {
    case .contacts(_, let named): named.isEmpty || named.contains(TraceRow.other) ? named : named + [TraceRow.other]
    case .incidents(_, let grades): grades
    }
  }
}

extension ScenarioDecoder {
  /// The rows of a recorded trace inside the simulated time, earliest first.
  func trace(_ cursor: Cursor, _ context: Context, of subject: TraceSubject) -> [TraceRow] {
    guard let file = table(cursor) else { return [] }
    var rows = CSVRows(file, path: cursor.path, log: log)
    guard rows.next() else {
      if !rows.hasProblems {
        rows.report(1, 0, "the trace is empty", "begin with a header: \(subject.columns.joined(separator: ","))")
      }
      return []
    }
    let columns = rows.columns(subject.columns)
    guard let time = columns["time"] else {
      if !rows.hasProblems {
        rows.report(rows.line, 0, "the header has no column “time”", "begin with a header: time,handling,…")
      }
      return []
    }
    let (handling, wrapUp, patience) = (columns["handling"], columns["wrapUp"], columns["patience"])
    let (outcome, caller) = (columns["outcome"], columns["caller"])
    let (latitude, longitude) = (columns["latitude"], columns["longitude"])
    let outcomes = Set(subject.sayableOutcomes)
    var trace: [TraceRow] = []
    while rows.next() {
      guard let instant = rows.instant(time, in: context.calendar) else { continue }
      var row = TraceRow(time: instant)
      if let handling { row.handling = rows.seconds(handling) }
      if let wrapUp { row.wrapUp = rows.seconds(wrapUp) }
      if let patience { row.patience = rows.seconds(patience) }
      if let outcome { row.outcome = self.outcome(outcome, &rows, subject, among: outcomes) }
      if let caller, !rows.trimmed(caller).isEmpty { row.caller = rows.text(caller) }
      if let latitude { row.latitude = rows.number(latitude, NumberRange(Location.latitudes)) }
      if let longitude { row.longitude = rows.number(longitude, NumberRange(Location.longitudes)) }
      if !rows.hasProblems, let field = latitude ?? longitude, (row.latitude == nil) != (row.longitude == nil) {
        rows.report(field: field, "half of a position is missing", "give latitude and longitude, or neither")
      }
      if let latitude { checkReach(row, field: latitude, &rows, context) }
      trace.append(row)
    }
    for name in ["handling", "wrapUp", "patience"] { rows.warnOfDays(columns[name], name) }
    if trace.isEmpty, !rows.hasProblems {
      log.warning(
        file.place(line: 0, column: 0), cursor.path, "the trace holds no rows, so that nothing comes of it",
        "give it a row for each \(subject.noun)")
    }
    return inWindow(sorted(trace, file, cursor), "rows", file, cursor, context)
  }

  private func outcome(
    _ field: Int, _ rows: inout CSVRows, _ subject: TraceSubject, among known: Set<String>
  ) -> String? {
    let name = rows.text(field)
    if name.isEmpty { return nil }
    if known.contains(name) { return name }
    let (fault, noun) =
      switch subject {
      case .contacts: ("the channel has no outcome", "outcomes of the channel")
      case .incidents: ("there is no grade", "grades")
      }
    rows.report(
      field: field, "\(fault) “\(name.prefix(40))”", suggestion(for: name, among: subject.sayableOutcomes, noun: noun))
    return nil
  }

  /// Notes a contact or incident that happened where no unit could go.
  private func checkReach(_ row: TraceRow, field: Int, _ rows: inout CSVRows, _ context: Context) {
    guard let home = context.home, let latitude = row.latitude, let longitude = row.longitude else { return }
    let place = Location(latitude: latitude, longitude: longitude)
    guard place.isOutOfReach(of: home.location) else { return }
    rows.report(
      field: field, "this is more than \(Int(Limits.reach)) km from “\(home.hub.prefix(40))”",
      place.remedyOutOfReach(of: home.location))
  }

  /// The rows in order of time; if they were not, that is noted.
  func sorted(_ trace: [TraceRow], _ file: NamedFile, _ cursor: Cursor) -> [TraceRow] {
    let isSorted = zip(trace, trace.dropFirst()).allSatisfy { $0.time <= $1.time }
    if isSorted { return trace }
    log.warning(
      file.place(line: 0, column: 0), cursor.path, "the rows are not in order of time",
      "they were sorted; those of one instant keep their order")
    // The standard sort is stable in practice but does not promise it.
    return trace.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  /// The rows inside the simulated time; that there are others is noted.
  func inWindow(
    _ trace: [TraceRow], _ noun: String, _ file: NamedFile, _ cursor: Cursor, _ context: Context
  ) -> [TraceRow] {
    guard let calendar = context.calendar else { return trace }
    let window = (calendar.start - calendar.warmUp)..<max(calendar.end, calendar.start)
    let inside = trace.filter { window.contains($0.time) }
    if inside.count < trace.count {
      log.warning(
        file.place(line: 0, column: 0), cursor.path,
        "\(trace.count - inside.count) of \(trace.count) \(noun) lie outside the simulated time and are left out",
        "set calendar.start and calendar.days to the time that was recorded")
    }
    return inside
  }
}
