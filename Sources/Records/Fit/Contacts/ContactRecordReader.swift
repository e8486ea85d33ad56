import DiscreteEvents
import Reading
import ScenarioFile

/// Reads call records row by row.
struct ContactRecordReader {
  private static let known = ["arrival", "channel", "wait", "outcome", "handling", "wrapUp", "agent", "priority"]
  private static let needed = ["arrival", "channel", "wait", "outcome"]
  /// Beyond this a time is a slip: in seconds.
  static let longest = 12 * 3_600.0
  static let mostAgents = 100_000
  /// Rows that are looked at together to learn what time the records are about.
  private static let rowsForClock = 1_001

  var records = ContactRecords()
  var problems: RowProblems
  var clock: RecordClock
  private var columns: RecordColumns?
  private var failure: RecordsError?
  var channelNumbers = ChannelNumbers()
  var agentNumbers: [String: Int] = [:]
  private var order = ArrivalOrder()
  /// The first rows, until there are enough of them to set the clock by.
  private var held: [RowFeed.Row] = []
  private var twins = TwinFinder()
  /// Of the columns of times, those numbers that have no unit.
  var bareTimes = [BareSeconds](repeating: BareSeconds(), count: TimeColumn.allCases.count)
  /// Whether an arrival was noted that the clocks never show, and one that they show twice.
  var hasNotedClocks = [false, false]

  private init(path: String, clock: RecordClock) {
    problems = RowProblems(path: path)
    self.clock = clock
    records.path = path
  }

  static func read(
    _ path: String, clock: RecordClock, files: any FileReading
  ) throws(RecordsError) -> ContactRecords {
    var reader = ContactRecordReader(path: path, clock: clock)
    try RowFeed.read(path, from: files) { row in reader.take(row) }
    return try reader.finished()
  }

  private mutating func take(_ row: RowFeed.Row) {
    guard failure == nil else { return }
    guard columns != nil, !clock.isSet else { return use(row) }
    held.append(row)
    if held.count == Self.rowsForClock { useHeld() }
  }

  /// Sets the clock by the rows held, and uses them in turn.
  private mutating func useHeld() {
    if let field = columns?["arrival"] {
      clock.set(
        by: held.compactMap { row in
          guard case .fields(let fields, _) = row, fields.indices.contains(field) else { return nil }
          return InstantText.spreadsheetMoment(fields[field].trimmed)
        })
    }
    let rows = held
    held = []
    for row in rows { use(row) }
  }

  private mutating func use(_ row: RowFeed.Row) {
    guard let columns else { return readHeader(row) }
    guard let (fields, line) = problems.fields(of: row, width: columns.width) else { return }
    if let record = record(fields, line, columns) { add(record, fields, line) }
  }

  private mutating func readHeader(_ row: RowFeed.Row) {
    do throws(RecordsError) {
      let header = try problems.header(row)
      let fields = try Headings.renamed(
        header.fields, Headings.fieldsOfChannels(header.fields), to: "channel", "name the channel", line: header.line,
        problems)
      let columns = try RecordColumns(
        fields, line: header.line, known: Self.known, needed: Self.needed, problems: &problems)
      records.hasAgents = columns["agent"] != nil
      self.columns = columns
    } catch {
      failure = error
    }
  }

  // MARK: All rows

  private mutating func add(_ record: ContactRecord, _ fields: [ArraySlice<UInt8>], _ line: Int) {
    for finding in order.add(record.arrival, line: line) { note(finding) }
    records.first = min(records.first, record.arrival)
    records.last = max(records.last, record.arrival)
    records.channels[record.channel].add(record, at: clock.zone.civilTime(at: record.arrival))
    if !record.isAnswered {
      if let handling = record.handling, handling > 0 {
        problems.note(
          "abandoned, yet handled", line: line, column: 0, "an abandoned contact has a handling time",
          "it counts as abandoned; check the outcome")
      }
      // It says no more than arrival, channel and wait, so that another may well be the same.
      return
    }
    if record.handling == nil, columns?["handling"] != nil {
      problems.note(
        "answered, without a handling time", line: line, column: 0, "an answered contact has no handling time",
        "it counts as answered and says nothing of handling")
    }
    if twins.hasMet(fields) {
      problems.note(
        "the same as another row", line: line, column: 0, "there was a row exactly like this one",
        "both count; remove one if the file was joined from parts that overlap")
    }
    guard let agent = record.agent, record.handling != nil else { return }
    if !records.activity.add(record, agent: agent, at: clock.zone.civilTime(at: record.answered)) {
      records.overlaps[record.channel] += 1
      problems.note(
        "of a handler who was still busy with another", line: line, column: 0,
        "this contact overlaps another of the same handler", "chats may; for calls, check the times")
    }
  }

  private mutating func note(_ finding: ArrivalOrder.Finding) {
    problems.note(
      "out of order", line: finding.line, column: 0, finding.message,
      "check that the date is right; nothing else depends on the order")
  }

  private consuming func finished() throws(RecordsError) -> ContactRecords {
    useHeld()
    for finding in order.finished { note(finding) }
    if let failure { throw failure }
    guard columns != nil else {
      throw problems.fatal("the file is empty", "begin it with \(Self.needed.joined(separator: ","))")
    }
    records.agents = agentNumbers.count
    records.zone = clock.zone
    records.rows = problems.rows
    records.leftOut = problems.leftOut
    records.odd = problems.odd
    try problems.refuseIfManyAreLeftOut("learn")
    problems.warnOfSpellings(records.channels.map(\.name))
    warnOfUnits()
    records.warnings = problems.all
    return records
  }
}

extension ContactRecords {
  /// Reads the records at `path`; moments without an offset are by the clocks of `timeZone`.
  ///
  /// A row that cannot be used is left out, and reported. O(rows).
  ///
  /// - Throws: where the file cannot be read, or more than a twentieth of its rows cannot be used.
  public static func read(
    _ path: String, timeZone: String = "Europe/London", files: some FileReading = DiskFiles()
  ) throws(RecordsError) -> ContactRecords {
    try RowProblems(path: path).refuseUnknownZone(timeZone)
    return try ContactRecordReader.read(path, clock: RecordClock(zone: timeZone), files: files)
  }
}
