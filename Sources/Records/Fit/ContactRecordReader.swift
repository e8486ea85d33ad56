import DiscreteEvents
import ScenarioFile

/// Reads call records row by row.
struct ContactRecordReader {
  private static let known = ["arrival", "channel", "wait", "outcome", "handling", "wrapUp", "agent", "priority"]
  private static let needed = ["arrival", "channel", "wait", "outcome"]
  /// Beyond this a time is a slip: in seconds.
  private static let longest = 12 * 3_600.0
  private static let mostChannels = 64
  private static let mostAgents = 100_000

  private var records = ContactRecords()
  private var problems: RowProblems
  private var clock: RecordClock
  private var columns: RecordColumns?
  private var failure: RecordsError?
  private var channelNumbers: [String: Int] = [:]
  private var agentNumbers: [String: Int] = [:]
  private var latest = Milliseconds.min
  private var twins = TwinFinder()

  private init(path: String, clock: RecordClock) {
    problems = RowProblems(path: path)
    self.clock = clock
    records.path = path
  }

  static func read(
    _ path: String, clock: RecordClock, files: any FileReading
  ) throws(RecordsError) -> ContactRecords {
    var reader = ContactRecordReader(path: path, clock: clock)
    do {
      try RowFeed.read(path, from: files) { row in reader.take(row) }
    } catch {
      throw .unreadable(path, error)
    }
    return try reader.finished()
  }

  private mutating func take(_ row: RowFeed.Row) {
    guard failure == nil else { return }
    switch row {
    case .fault(let fault):
      if columns == nil {
        failure = problems.fatal(line: fault.line, column: fault.column, fault.message, fault.remedy)
        return
      }
      records.rows += 1
      problems.leaveOut(
        "not rows of a table", line: fault.line, column: fault.column, fault.message, fault.remedy)
    case .fields(let fields, let line):
      guard let columns else {
        do throws(RecordsError) {
          columns = try RecordColumns(
            fields, line: line, known: Self.known, needed: Self.needed, problems: &problems)
          records.hasWrapUp = columns?["wrapUp"] != nil
          records.hasAgents = columns?["agent"] != nil
        } catch {
          failure = error
        }
        return
      }
      records.rows += 1
      guard fields.count == columns.width else {
        problems.leaveOut(
          "a number of fields other than the header's", line: line, column: 0,
          "this row has \(fields.count) fields, and the header has \(columns.width)", "give every row as many")
        return
      }
      if let record = record(fields, line, columns) { add(record, fields, line) }
    }
  }

  // MARK: One row

  private mutating func record(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: RecordColumns
  ) -> ContactRecord? {
    func field(_ name: String) -> ArraySlice<UInt8> { columns[name].map { fields[$0].trimmed } ?? [] }
    func place(_ name: String) -> Int { columns[name].map { $0 + 1 } ?? 0 }
    guard let moment = InstantText.moment(field("arrival")), let arrival = clock.instant(moment) else {
      problems.leaveOut(
        "an arrival that is no moment within ten years of the first", line: line, column: place("arrival"),
        "“\(field("arrival").text.prefix(40))” is not a moment, or ten years from the others", InstantText.remedy)
      return nil
    }
    let name = field("channel")
    guard !name.isEmpty, let channel = channelNumber(name.text) else {
      problems.leaveOut(
        "no channel, or one too many", line: line, column: place("channel"),
        name.isEmpty ? "no channel is named" : "there are more than \(Self.mostChannels) channels",
        "name the channel, for example 999")
      return nil
    }
    let outcome = field("outcome").text.lowercased()
    guard outcome == "answered" || outcome == "abandoned" else {
      problems.leaveOut(
        "an outcome that is neither answered nor abandoned", line: line, column: place("outcome"),
        "“\(outcome.prefix(40))” is not an outcome", "write answered or abandoned")
      return nil
    }
    var times: [Double?] = []
    for name in ["wait", "handling", "wrapUp"] {
      guard let time = time(field(name), line, place(name)) else { return nil }
      times.append(time)
    }
    guard let wait = times[0] else {
      problems.leaveOut(
        "no wait", line: line, column: place("wait"), "this cell is empty", "write how long the contact waited")
      return nil
    }
    var record = ContactRecord(
      arrival: arrival, channel: channel, wait: wait, isAnswered: outcome == "answered", handling: times[1],
      wrapUp: times[2])
    record.priority = FieldText.number(field("priority"))
    let agent = field("agent")
    if !agent.isEmpty { record.agent = agentNumber(agent.text) }
    return record
  }

  /// A time of a row: nil within if its field is empty, and nil altogether, and the row noted, if it is wrong.
  private mutating func time(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int) -> Double?? {
    switch FieldText.seconds(field) {
    case nil:
      return .some(nil)
    case .success(let seconds)? where seconds <= Self.longest:
      return seconds
    case .success(let seconds)?:
      // A clock read before and after midnight, or after and before: most of a day too much.
      problems.leaveOut(
        "a time of more than 12 hours, as where midnight was passed over", line: line, column: column,
        "\(Int(seconds)) s is longer than 12 hours", "take times from moments with their dates")
    case .failure(.negative(let seconds))?:
      problems.leaveOut(
        "a negative time, as where midnight was passed over", line: line, column: column,
        "-\(Int(seconds)) s is negative", "take times from moments with their dates")
    case .failure(.notATime)?:
      problems.leaveOut(
        "something that is no length of time", line: line, column: column,
        "“\(field.text.prefix(40))” is not a length of time", "write seconds, 3m53s or 0:03:53")
    }
    return nil
  }

  private mutating func channelNumber(_ name: String) -> Int? {
    if let number = channelNumbers[name] { return number }
    guard records.channels.count < Self.mostChannels, name.count <= 100 else { return nil }
    let number = records.channels.count
    channelNumbers[name] = number
    records.channels.append(
      ChannelRecords(name: name, number: number, timeLimit: LearnedChannel.standardTarget(of: name)))
    records.overlaps.append(0)
    return number
  }

  private mutating func agentNumber(_ name: String) -> Int? {
    if let number = agentNumbers[name] { return number }
    guard agentNumbers.count < Self.mostAgents else { return nil }
    let number = agentNumbers.count
    agentNumbers[name] = number
    return number
  }

  // MARK: All rows

  private mutating func add(_ record: ContactRecord, _ fields: [ArraySlice<UInt8>], _ line: Int) {
    // Rows are often in order of when contacts ended; but not a day's work further up.
    if latest > .min, record.arrival < latest - .day {
      problems.note(
        "out of order", line: line, column: 0, "this contact arrived more than a day before another above it",
        "nothing depends on the order; but check that the date is right")
    }
    latest = max(latest, record.arrival)
    records.first = min(records.first, record.arrival)
    records.last = max(records.last, record.arrival)
    records.channels[record.channel].add(record, at: clock.zone.civilTime(at: record.arrival))
    if !record.isAnswered {
      if let handling = record.handling, handling > 0 {
        problems.note(
          "abandoned, yet handled", line: line, column: 0, "an abandoned contact has a handling time",
          "it counts as abandoned; check the outcome")
      }
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

  private consuming func finished() throws(RecordsError) -> ContactRecords {
    if let failure { throw failure }
    guard columns != nil else {
      throw problems.fatal("the file is empty", "begin it with \(Self.needed.joined(separator: ","))")
    }
    records.agents = agentNumbers.count
    records.zone = clock.zone
    records.leftOut = problems.leftOut
    records.odd = problems.odd
    guard records.rowsUsed > 0 else {
      throw problems.fatal("there is no row that can be used", "put right what is listed")
    }
    guard problems.rowsLeftOut <= records.rows / 2 else {
      throw problems.fatal(
        "\(problems.rowsLeftOut) of \(records.rows) rows cannot be used, too many to learn from the rest",
        "put right what is listed")
    }
    records.warnings = problems.all
    return records
  }
}

extension ContactRecords {
  /// Reads the records at `path`; moments without an offset are by the clocks of `timeZone`.
  ///
  /// A row that cannot be used is left out, and reported. O(rows).
  ///
  /// - Throws: where the file cannot be read, or more than half of its rows cannot be used.
  public static func read(
    _ path: String, timeZone: String = "Europe/London", files: some FileReading = DiskFiles()
  ) throws(RecordsError) -> ContactRecords {
    guard let clock = RecordClock(zone: timeZone) else {
      throw RowProblems(path: path).fatal(
        "there is no time zone “\(timeZone.prefix(60))”", "name one such as Europe/London")
    }
    return try ContactRecordReader.read(path, clock: clock, files: files)
  }
}
