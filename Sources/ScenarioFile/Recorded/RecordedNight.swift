import ContactCentre
import DiscreteEvents
import Ledger
import Reading

/// A ledger that arrivals are taken from.
struct RecordedNight {
  let file: NamedFile
  let reader: LedgerReader
  /// What was simulated.
  let scenario: Scenario
  /// The first instant of its run, in milliseconds since the Unix epoch.
  let origin: Milliseconds
  /// The first instant at which nobody can arrive in it any more, in milliseconds since the Unix epoch.
  let end: Milliseconds
  /// Whether it was said that it ends before a run that takes its arrivals.
  var isKnownToBeShort = false

  /// Whether its run came to its end.
  var isFinished: Bool { reader.status == .finished }
}

extension ScenarioDecoder {
  /// The ledger a value names, or nil, and a problem noted, where it cannot be used. Read and complained about once.
  func night(_ cursor: Cursor) -> RecordedNight? {
    guard let name = name(cursor) else { return nil }
    let path = FilePath.resolve(name, from: cursor.place.origin)
    if ledgers[path] == nil { ledgers[path] = .some(readNight(path, for: cursor)) }
    guard let night = ledgers[path] ?? nil else { return nil }
    tableUses[cursor.path] = night.file
    return night
  }

  private func readNight(_ path: String, for cursor: Cursor) -> RecordedNight? {
    guard nesting < FileLimits.nestedLedgers else {
      log.error(
        cursor.place, cursor.path, "more than \(FileLimits.nestedLedgers) ledgers took their arrivals from one another",
        "name the first of them, in which the arrivals are the same")
      return nil
    }
    guard let bytes = bytes(path, limit: FileLimits.ledgerBytes, for: cursor) else { return nil }
    let file = NamedFile(path: path, bytes: bytes)
    let reader: LedgerReader
    do throws(LedgerError) {
      reader = try LedgerReader(path: path, storage: MemoryLedgers([path: bytes]))
    } catch {
      report(error, file, cursor)
      return nil
    }
    guard let scenario = scenario(of: reader.header, file, cursor) else { return nil }
    let plan = Plan(scenario)
    let night = RecordedNight(
      file: file, reader: reader, scenario: scenario, origin: plan.origin, end: plan.origin + plan.windowEnd)
    if !night.isFinished {
      log.warning(
        file.place(line: 0, column: 0), cursor.path,
        "the run of this ledger did not come to its end, and nobody who came after it broke off is known",
        "let it be resumed first, or simulate no longer than it goes")
    }
    return night
  }

  /// Warns, once of a ledger, that it ends in the middle of the simulated time, from where on nobody comes.
  func warnIfShort(_ night: RecordedNight, _ cursor: Cursor, _ context: Context) {
    guard let calendar = context.calendar, !night.isKnownToBeShort, night.end > calendar.start - calendar.warmUp,
      night.end < calendar.end
    else { return }
    ledgers[night.file.path]??.isKnownToBeShort = true
    let missing = DurationText.written(calendar.end - night.end)
    log.warning(
      night.file.place(line: 0, column: 0), cursor.path,
      "the run of this ledger ends \(missing) before this one, and nobody arrives after that",
      "set calendar.days to the time that was recorded, or record as many days")
  }

  /// Notes what is wrong with a ledger.
  func report(_ error: LedgerError, _ file: NamedFile, _ cursor: Cursor) {
    log.error(
      file.place(line: 0, column: 0), cursor.path, error.message, error.remedy ?? "name a file that may be read")
  }

  /// What the ledger of a header simulated, or nil, and a problem noted, where that cannot be read.
  private func scenario(of header: LedgerHeader, _ file: NamedFile, _ cursor: Cursor) -> Scenario? {
    // What a name with a slash at its end stands for is not a file.
    let named = header.files.filter { !$0.path.hasSuffix("/") }
    let files = named.map { ReadFile(path: $0.path, bytes: $0.bytes) }
    do throws(ScenarioError) {
      return try ReadScenario(resolvedText: header.scenario, files: files, nesting: nesting + 1).scenario
    } catch {
      let problem = error.problems.first { $0.severity == .error }
      log.error(
        file.place(line: 0, column: 0), cursor.path,
        "its scenario cannot be read: \(problem.map { "\($0.path): \($0.message)" } ?? "it is wrong")",
        "use the version that wrote it, \(header.engine)")
      return nil
    }
  }
}
