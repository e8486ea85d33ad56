import ContactCentre
import DiscreteEvents
import Reading
import Spelling

/// A roster file, read once for all teams that name it.
enum RosterTable {
  /// Tours, by their team; all of them by nil where the file does not say whose they are.
  case tours([String?: [Staff.RosterRow]])
  /// Heads by weekday, Monday first, and interval.
  case grid([[Int]])
}

extension ScenarioDecoder {
  /// Who is rostered in a team, or whatever else has staff, according to a file.
  func roster(_ cursor: Cursor, _ context: Context, of owner: String) -> Staff {
    guard let file = table(cursor) else { return .shifts([]) }
    let known = rosters[file.path]
    let table = known ?? rosterTable(file, cursor, context)
    rosters[file.path] = .some(table)
    switch table {
    case .tours(let tours)?:
      let shared = tours[nil]
      let own = shared ?? tours[owner] ?? []
      if !own.isEmpty { checkOwner(owner, of: file, saysTeams: shared == nil, cursor) }
      return .roster(own)
    case .grid(let heads)?: return .intervals(heads: heads)
    case nil: return .shifts([])
    }
  }

  private func rosterTable(_ file: NamedFile, _ cursor: Cursor, _ context: Context) -> RosterTable? {
    var rows = CSVRows(file, path: cursor.path, log: log)
    let forms =
      "begin with handler,start,end or handler,start,end,team, or, for heads, with start,mon,tue,wed,thu,fri,sat,sun"
    guard rows.next() else {
      if !rows.hasProblems { rows.report(1, 0, "the roster is empty", forms) }
      return nil
    }
    let names = rows.fields.indices.map { rows.text($0).lowercased() }
    if names.contains("handler") { return tours(&rows, context) }
    if names.dropFirst().contains(where: { CivilTime.weekday(called: $0) != nil }) { return grid(&rows, names) }
    rows.report(
      rows.line, 1, "this is not the header of a roster",
      rows.fields.isSeparatedOtherwise ? "separate columns with commas" : forms)
    return nil
  }

  // MARK: Tours

  private func tours(_ rows: inout CSVRows, _ context: Context) -> RosterTable? {
    let columns = rows.columns(["handler", "start", "end", "team"])
    guard let handler = columns["handler"], let start = columns["start"], let end = columns["end"] else {
      if !rows.hasProblems {
        let missing = ["start", "end"].first { columns[$0] == nil } ?? ""
        rows.report(rows.line, 0, "the header has no column “\(missing)”", "begin with handler,start,end")
      }
      return nil
    }
    var tours: [(row: Staff.RosterRow, team: String?)] = []
    var lines: [Int] = []
    while rows.next() {
      let name = rows.name(handler)
      if name.isEmpty {
        rows.report(field: handler, "nobody is named", "name the handler")
      }
      // First, because a row without moments is not looked at any further.
      let team = columns["team"].map { rows.name($0) }
      if let team, let field = columns["team"], !context.rosterNames.contains(team) {
        rows.report(
          field: field, "there is no team “\(team.prefix(40))”",
          suggestion(for: team, among: context.rosterNames.listed, noun: "teams"))
      }
      guard let from = rows.instant(start, in: context.calendar),
        let to = rows.instant(end, in: context.calendar)
      else { continue }
      if to <= from {
        let fault = backwardsFault(rows, start, end)
        rows.report(field: end, fault.message, fault.remedy)
      } else if to - from > Limits.tour {
        rows.report(
          field: end, "this tour is longer than \(Limits.tour / .hour) hours", "split it, or check its dates")
      }
      tours.append((Staff.RosterRow(handler: name, start: from, end: to), team))
      lines.append(rows.line)
    }
    if !rows.hasProblems { reportOverlaps(tours.map(\.row), lines, &rows, field: start) }
    return rows.hasProblems ? nil : .tours(Dictionary(grouping: tours, by: \.team).mapValues { $0.map(\.row) })
  }

  /// What to say of a tour that does not end after it begins, by what is written of both.
  private func backwardsFault(_ rows: CSVRows, _ start: Int, _ end: Int) -> (message: String, remedy: String) {
    let fault = (message: "this tour ends before it begins", remedy: "let the end follow the start")
    guard let first = InstantText.spreadsheetMoment(rows.trimmed(start)),
      let last = InstantText.spreadsheetMoment(rows.trimmed(end))
    else { return fault }
    if rows.trimmed(start).elementsEqual(rows.trimmed(end)) {
      return ("this tour has no length: it ends when it begins", fault.remedy)
    }
    if last.isShownBefore(first), last.civil.dayNumber == first.civil.dayNumber {
      let next = CivilTime(dayNumber: first.civil.dayNumber + 1).dateText
      return (fault.message, "\(fault.remedy); if it runs past midnight, its end is on \(next)")
    }
    return first.fault(until: last, fault.message, fault.remedy)
  }

  private func reportOverlaps(_ tours: [Staff.RosterRow], _ lines: [Int], _ rows: inout CSVRows, field: Int) {
    let order = tours.indices.sorted {
      (tours[$0].handler, tours[$0].start, $0) < (tours[$1].handler, tours[$1].start, $1)
    }
    for (first, second) in zip(order, order.dropFirst())
    where tours[first].handler == tours[second].handler && tours[second].start < tours[first].end {
      rows.report(
        lines[second], field + 1,
        "“\(tours[second].handler.prefix(40))” is still on the tour of line \(lines[first]) then",
        "let one person's tours follow one another")
    }
  }

  // MARK: Heads

  /// The columns of a grid's header that have the heads of a day, each by the number of its field and that of its weekday,
  /// from Monday's 0. What is probably a slip for a day that is missing is reported; of other columns it is only warned, as
  /// tables have columns for other readers.
  private func dayColumns(_ rows: inout CSVRows, _ header: [String]) -> [(field: Int, weekday: Int)] {
    let named = Set(header.dropFirst().compactMap { CivilTime.weekday(called: $0) })
    let missing = CivilTime.weekdays.indices.filter { !named.contains($0) }
      .flatMap { [CivilTime.weekdayKeys[$0], CivilTime.weekdays[$0]] }
    var days: [(field: Int, weekday: Int)] = []
    for (field, name) in header.enumerated().dropFirst() {
      if let weekday = CivilTime.weekday(called: name) {
        if days.contains(where: { $0.weekday == weekday }) {
          rows.report(field: field, "\(CivilTime.weekdays[weekday]) is there twice", "keep one of the two")
        }
        days.append((field, weekday))
      } else if let near = nearestName(to: name, among: missing) {
        rows.report(field: field, "“\(name.prefix(40))” is not a day", "did you mean “\(near)”?")
      } else {
        rows.warnOfUnused(field, known: ["start"] + CivilTime.weekdayKeys)
      }
    }
    return days
  }

  private func grid(_ rows: inout CSVRows, _ header: [String]) -> RosterTable? {
    let days = dayColumns(&rows, header)
    var starts: [(time: Milliseconds, line: Int)] = []
    var heads = [[Int]](repeating: [], count: 7)
    while rows.next() {
      guard let time = InstantText.spreadsheetTime(rows.trimmed(0)) else {
        rows.report(
          field: 0, "“\(rows.text(0).prefix(40))” is not a time of day", "write the interval's start, for example 07:00"
        )
        continue
      }
      starts.append((time, rows.line))
      for weekday in heads.indices { heads[weekday].append(0) }
      for (field, weekday) in days {
        let text = rows.text(field)
        guard let count = Int(text), (0...Limits.heads).contains(count) else {
          rows.report(
            field: field, text.isEmpty ? "this cell is empty" : "“\(text.prefix(40))” is not a number of heads",
            "write a whole number from 0 to \(Limits.heads)")
          continue
        }
        heads[weekday][starts.count - 1] = count
      }
    }
    if !rows.hasProblems { checkSpacing(starts, &rows) }
    return rows.hasProblems ? nil : .grid(heads)
  }
}
