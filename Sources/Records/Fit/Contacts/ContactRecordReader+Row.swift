import ContactCentre
import Reading
import ScenarioFile
import Writing

/// What one row says.
extension ContactRecordReader {
  /// The contact of a row; nil, and the row left out, where something is wrong with it.
  mutating func record(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: RecordColumns
  ) -> ContactRecord? {
    func field(_ name: String) -> ArraySlice<UInt8> { columns[name].map { fields[$0].trimmed } ?? [] }
    func optional(_ name: String) -> ArraySlice<UInt8> { FieldText.optional(field(name)) }
    func place(_ name: String) -> Int { columns[name].map { $0 + 1 } ?? 0 }
    guard let moment = InstantText.spreadsheetMoment(field("arrival")) else {
      problems.leaveOut(
        "an arrival that is no moment", line: line, column: place("arrival"),
        "“\(field("arrival").text.prefix(40))” is not a moment",
        InstantText.remedy(for: field("arrival")))
      return nil
    }
    guard let arrival = clock.instant(moment) else {
      problems.leaveOut(
        "an arrival ten years from most others", line: line, column: place("arrival"),
        "“\(field("arrival").text.prefix(40))” is more than ten years from most other arrivals", "put its date right")
      return nil
    }
    noteClocks(moment, line, place("arrival"))
    guard let channel = channelNumber(CSVCell.unguarded(field("channel").text), line, place("channel")) else {
      return nil
    }
    let outcome = field("outcome").text.lowercased()
    guard outcome == "answered" || outcome == "abandoned" else {
      problems.leaveOut(
        "an outcome that is neither answered nor abandoned", line: line, column: place("outcome"),
        "“\(outcome.prefix(40))” is not an outcome", "write answered or abandoned")
      return nil
    }
    let isAnswered = outcome == "answered"
    guard let waited = time(field("wait"), .wait, line, place("wait")) else { return nil }
    guard let wait = waited else {
      problems.leaveOut(
        "no wait", line: line, column: place("wait"), "this cell is empty", "write how long the contact waited")
      return nil
    }
    var record = ContactRecord(arrival: arrival, channel: channel, wait: wait, isAnswered: isAnswered)
    if isAnswered {
      guard let handling = time(optional("handling"), .handling, line, place("handling")),
        let wrapUp = time(optional("wrapUp"), .wrapUp, line, place("wrapUp"))
      else { return nil }
      (record.handling, record.wrapUp) = (handling, wrapUp)
    } else {
      record.handling = idleTime(optional("handling"), line, place("handling"))
    }
    record.priority = priority(optional("priority"), line, place("priority"))
    let agent = CSVCell.unguarded(optional("agent").text)
    if !agent.isEmpty { record.agent = agentNumber(agent) }
    return record
  }

  /// A priority; nil where the row has none, or, and the row noted, none that can be read or a scenario can state.
  private mutating func priority(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int) -> Double? {
    if field.isEmpty { return nil }
    if let number = FieldText.number(field) {
      if number <= Limits.priority { return number }
      problems.note(
        "with a priority of more than a million", line: line, column: column,
        "“\(field.text.prefix(40))” is a higher priority than a scenario can state",
        "write priorities as numbers up to a million")
      return nil
    }
    problems.note(
      "with a priority that is no number", line: line, column: column,
      "“\(field.text.prefix(40))” is not a number of 0 or more", "write priorities as numbers: the highest goes first")
    return nil
  }

  /// Notes the first arrival that the clocks show twice, and the first that they never show.
  private mutating func noteClocks(_ moment: InstantText.Moment, _ line: Int, _ column: Int) {
    guard let note = ClockChangeNote(moment, in: clock.zone), !hasNotedClocks[note.isTwice ? 1 : 0] else { return }
    hasNotedClocks[note.isTwice ? 1 : 0] = true
    problems.warn(line: line, column: column, note.message, note.remedy + "; so it is with all such arrivals")
  }

  /// How long a handler was busy with a contact that nobody answered, which does not matter: nil also where it cannot be
  /// read, which is noted.
  private mutating func idleTime(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int) -> Double? {
    guard let time = FieldText.seconds(field) else { return nil }
    if case .success(let seconds) = time { return seconds }
    problems.note(
      "abandoned, with a handling time that cannot be read", line: line, column: column,
      "“\(field.text.prefix(40))” is not a length of time", "it counts as abandoned, which needs none")
    return nil
  }

  /// A time of a row: nil within if its field is empty, and nil altogether, and the row noted, if it is wrong.
  private mutating func time(
    _ field: ArraySlice<UInt8>, _ meaning: TimeColumn, _ line: Int, _ column: Int
  ) -> Double?? {
    switch FieldText.seconds(field) {
    case nil:
      return .some(nil)
    case .success(let seconds)? where seconds <= Self.longest:
      if FieldText.isBare(field) { bareTimes[meaning.rawValue].add(seconds) }
      return seconds
    case .success?:
      // A clock read before and after midnight, or after and before: most of a day too much.
      problems.leaveOut(
        "a time of more than 12 hours, as where midnight was passed over", line: line, column: column,
        "“\(field.text.prefix(40))” is longer than 12 hours" + (FieldText.isBare(field) ? ": milliseconds?" : ""),
        "take times from moments with their dates" + (FieldText.isBare(field) ? ", and write seconds" : ""))
    case .failure(.negative)?:
      problems.leaveOut(
        "a negative time, as where midnight was passed over", line: line, column: column,
        "“\(field.text.prefix(40))” is negative", "take times from moments with their dates")
    case .failure(.ambiguous)?:
      problems.leaveOut(
        "something that is no length of time", line: line, column: column,
        "“\(field.text.prefix(40))” \(ClockText.Fault.ambiguous.message)", ClockText.Fault.ambiguous.remedy)
    case .failure(.notATime)?:
      problems.leaveOut(
        "something that is no length of time", line: line, column: column,
        "“\(field.text.prefix(40))” is not a length of time", "write seconds, 3m53s or 0:03:53")
    }
    return nil
  }

  /// The number of a channel; nil, and the row noted, if it can have none.
  private mutating func channelNumber(_ name: String, _ line: Int, _ column: Int) -> Int? {
    let number: Int
    do throws(ChannelNumbers.Fault) {
      number = try channelNumbers.number(name)
    } catch {
      problems.leaveOut(name, error, line: line, column: column)
      return nil
    }
    if number == records.channels.count {
      records.channels.append(
        ChannelRecords(name: name, number: number, timeLimit: LearnedChannel.standardTarget(of: name)))
      records.overlaps.append(0)
    }
    return number
  }

  private mutating func agentNumber(_ name: String) -> Int? {
    if let number = agentNumbers[name] { return number }
    guard agentNumbers.count < Self.mostAgents else { return nil }
    let number = agentNumbers.count
    agentNumbers[name] = number
    return number
  }
}
