import Watchroom

/// Runs that are kept in a ledger.
struct LedgerRuns {
  private let outputs: OutputFiles
  private let memory: MemoryArguments
  private let surroundings: Surroundings

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    outputs = OutputFiles(arguments, in: surroundings)
    memory = MemoryArguments(arguments, in: surroundings)
    self.surroundings = surroundings
  }

  /// Simulates a scenario once and keeps its events at `path`.
  func record(
    _ read: ReadScenario, seed: UInt64, replication: Int, command: [String], at path: String
  ) throws(Ending) -> ExperimentResult {
    // What a link leads to is replaced, not the link.
    let path = surroundings.drafts.target(of: path)
    try protectOthers(path, of: .ledger)
    let result: ExperimentResult?
    do throws(LedgerError) {
      result = try surroundings.interruption.stoppable(promise: Interruption.keepingEvents) {
        stop throws(LedgerError) in
        try ExperimentResult.recording(
          read, seed: seed, replication: replication, command: command, at: path, storage: surroundings.ledgers,
          unless: stop)
      }
    } catch {
      throw Ending(error, isWriting: true, in: surroundings)
    }
    return try whole(result, LedgerWriter.unfinishedPath(of: path))
  }

  /// Goes on with the unfinished ledger that is, or is to be, called `path`.
  func resume(_ path: String) throws(Ending) -> (result: ExperimentResult, provenance: Provenance) {
    let ledger = UnfinishedLedger(path, in: surroundings)
    let (path, part) = (ledger.path, ledger.part)
    try checkIsUnfinished(path)
    let opened = try RecordedRun(part, in: surroundings)
    try protectOthers(path, of: .resume)
    guard opened.isOfThisEngine else {
      throw .wrong(
        part, "\(opened.reader.header.engine) began this run, and this is \(Engine.name), which might go on otherwise",
        "use that version, or run the scenario again")
    }
    try memory.check([opened.read.scenario], replications: 1, jobs: 1)
    let result: ExperimentResult?
    do throws(LedgerError) {
      result = try surroundings.interruption.stoppable(promise: Interruption.keepingEvents) {
        stop throws(LedgerError) in
        // From here on nobody else writes it, and so it is as it will be read.
        let writer = try LedgerWriter(resuming: path, storage: surroundings.ledgers)
        let prefix = try LedgerReader(path: part, storage: surroundings.ledgers)
        return try ExperimentResult.resuming(prefix, opened.chapters, in: writer, unless: stop)
      }
    } catch {
      throw Ending(error, isWriting: true, in: surroundings)
    }
    // By now the file has its name.
    return (try whole(result, part), opened.provenance(named: path))
  }

  /// Throws if there is something at `path` that is no ledger: a file whose place a ledger of that name would take, or a
  /// folder or a device, whose place it could not take when the work is done. What is wrong then is `option`. Throws too,
  /// with the system's reason, where that cannot be found out.
  func protectOthers(_ path: String, of option: OptionDeclaration) throws(Ending) {
    do throws(LedgerError) {
      _ = try LedgerReader(path: path, storage: surroundings.ledgers)
    } catch {
      switch error {
      case .notALedger: break
      case .storage(_, let fault):
        switch fault.reason {
        case .missing: return
        case .irregular: break
        // A name that is too long, or a folder that may not be looked into: there need not be anything.
        default: throw .unknown(path, error, option.value == nil ? "see to that, and try again" : "name another file")
        }
      default: return
      }
      // What is gone on with has its name already.
      let remedy = option.value == nil ? "move it away first" : "name another file"
      throw outputs.occupied(path, option, isNo: "ledger", remedy: remedy)
    }
  }

  /// The result of a run that is kept at `part`, unless it was cut short.
  private func whole(_ result: ExperimentResult?, _ part: String) throws(Ending) -> ExperimentResult {
    if let result { return result }
    let count = (try? LedgerReader(path: part, storage: surroundings.ledgers))?.eventCount ?? 0
    throw .interrupted(
      .note("interrupted: \(UnfinishedLedger.kept(count, of: "the run")) — \(resumption(of: part))", about: part),
      in: surroundings)
  }

  /// Throws if there is nothing to go on with, because the run came to its end, or what there is has another name than that
  /// of an unfinished ledger.
  private func checkIsUnfinished(_ path: String) throws(Ending) {
    if (try? surroundings.ledgers.open(LedgerWriter.unfinishedPath(of: path))) != nil { return }
    guard let reader = try? LedgerReader(path: path, storage: surroundings.ledgers) else { return }
    guard reader.status == .finished else { throw .cutShort(reader, "", resumption(of: path)) }
    throw .wrong(
      path, "this run came to its end, so there is nothing to go on with", "“watchroom report” prints it")
  }
}

extension Ending {
  /// What there is at `path` cannot be found out.
  fileprivate static func unknown(_ path: String, _ error: LedgerError, _ remedy: String) -> Ending {
    let problem = Problem(place: Place(origin: .file(path)), path: "", message: error.message, remedy: remedy)
    return Ending([problem], status: .inputOrOutputFailed)
  }
}
