import Watchroom

/// Runs that are kept in a ledger.
struct LedgerRuns {
  let surroundings: Surroundings

  /// Simulates a scenario once and keeps its events at `path`; reports what goes wrong.
  ///
  /// - Throws: how the command should end, if there was an error.
  func record(
    _ read: ReadScenario, seed: UInt64, replication: Int, command: [String], at path: String
  ) throws(ExitStatus) -> ExperimentResult {
    // What a link leads to is replaced, not the link.
    let path = surroundings.drafts.target(of: path)
    try protectOthers(path, of: .ledger, verb: "run")
    let result: ExperimentResult?
    do throws(LedgerError) {
      result = try surroundings.interruption.stoppable { stop throws(LedgerError) in
        try ExperimentResult.recording(
          read, seed: seed, replication: replication, command: command, at: path, storage: surroundings.ledgers,
          unless: stop)
      }
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: true, in: surroundings)
    }
    return try ended(result, LedgerWriter.unfinishedPath(of: path))
  }

  /// The result of a run that is kept at `part`.
  ///
  /// - Throws: how the command ends if it was cut short.
  private func ended(_ result: ExperimentResult?, _ part: String) throws(ExitStatus) -> ExperimentResult {
    if let result { return result }
    let count = (try? LedgerReader(path: part, storage: surroundings.ledgers))?.eventCount ?? 0
    Diagnostics(surroundings).note(
      "interrupted: \(UnfinishedLedger.kept(count, of: "the run")) — \(resumption(of: part))", about: part)
    throw surroundings.interruption.status ?? .interrupted
  }

  /// Goes on with the unfinished ledger that is, or is to be, called `path`; reports what goes wrong.
  ///
  /// - Throws: how the command should end, if there was an error.
  func resume(_ path: String) throws(ExitStatus) -> (result: ExperimentResult, provenance: Provenance) {
    let ledger = UnfinishedLedger(path, in: surroundings)
    let (path, part) = (ledger.path, ledger.part)
    try checkIsUnfinished(path)
    let opened = try RecordedRun(part, in: surroundings)
    try protectOthers(path, of: .resume, verb: "run")
    guard opened.checkEngine(isQuiet: true, in: surroundings) else {
      throw Diagnostics(surroundings).reject(
        part, "\(opened.reader.header.engine) began this run, and this is \(Engine.name), which might go on otherwise",
        "use that version, or run the scenario again")
    }
    let result: ExperimentResult?
    do throws(LedgerError) {
      result = try surroundings.interruption.stoppable { stop throws(LedgerError) in
        // From here on nobody else writes it, and so it is as it will be read.
        let writer = try LedgerWriter(resuming: path, storage: surroundings.ledgers)
        let prefix = try LedgerReader(path: part, storage: surroundings.ledgers)
        return try ExperimentResult.resuming(prefix, opened.chapters, in: writer, unless: stop)
      }
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: true, in: surroundings)
    }
    // By now the file has its name.
    return (try ended(result, part), opened.provenance(named: path))
  }

  /// Throws if there is something at `path` that is no ledger: a file whose place a ledger of that name would take, or a
  /// folder or a device, whose place it could not take when the work is done. What is wrong then is `option`.
  func protectOthers(_ path: String, of option: OptionDeclaration, verb: String) throws(ExitStatus) {
    do throws(LedgerError) {
      _ = try LedgerReader(path: path, storage: surroundings.ledgers)
    } catch {
      switch error {
      case .notALedger: break
      case .storage(_, let fault) where fault.reason != .missing: break
      default: return
      }
      // What is gone on with has its name already.
      let remedy = option.value == nil ? "move it away first" : "name another file"
      throw OutputFiles.occupied(path, option, isNo: "ledger", remedy: remedy, verb: verb, in: surroundings)
    }
  }

  /// Throws if there is nothing to go on with, because the run came to its end, or what there is has another name than that
  /// of an unfinished ledger.
  private func checkIsUnfinished(_ path: String) throws(ExitStatus) {
    if (try? surroundings.ledgers.open(LedgerWriter.unfinishedPath(of: path))) != nil { return }
    guard let reader = try? LedgerReader(path: path, storage: surroundings.ledgers) else { return }
    if reader.status != .finished {
      let count = "\(reader.eventCount) event\(reader.eventCount == 1 ? "" : "s")"
      throw Diagnostics(surroundings).reject(path, "this run was cut short after \(count)", resumption(of: path))
    }
    throw Diagnostics(surroundings).reject(
      path, "this run came to its end, so there is nothing to go on with", "“watchroom report” prints it")
  }
}
