import Watchroom

extension RecordedRun {
  /// The ledger's file.
  var path: String { reader.path }

  /// Opens the ledger at `path` and reads its scenario. What there was to warn of was said when it was simulated.
  init(_ path: String, in surroundings: Surroundings) throws(Ending) {
    let reader = try surroundings.reading(try LedgerReader(path: path, storage: surroundings.ledgers))
    do throws(ScenarioError) {
      try self.init(reader, files: surroundings.files)
    } catch {
      let text = LedgerFiles(reader.header, path: path, others: surroundings.files).scenarioPath
      // Nobody can open the text of a scenario that a ledger holds.
      throw Ending(
        error.problems.filter { $0.severity == .error },
        status: error.cause == .unreadable ? .inputOrOutputFailed : .inputFileWrong
      ) { $0.file == text ? path : $0.description }
    }
  }

  /// Whether the engine that wrote it is this one; if not, that is said, unless `isQuiet`.
  @discardableResult
  func checkEngine(isQuiet: Bool, in surroundings: Surroundings) -> Bool {
    if isOfThisEngine { return true }
    if !isQuiet {
      surroundings.say([
        Problem(
          severity: .warning, place: Place(origin: .file(path)), path: "",
          message: "\(reader.header.engine) wrote this ledger, and this is \(Engine.name)",
          remedy: "what is simulated again may differ from it; use that version to be sure")
      ])
    }
    return false
  }

  /// The figures of its run, which must have come to its end.
  func result(in surroundings: Surroundings) throws(Ending) -> ExperimentResult {
    try checkIsFinished(in: surroundings)
    return try surroundings.reading(try ExperimentResult(reader, chapters: chapters))
  }

  /// Throws if its run was cut short, or still goes on.
  func checkIsFinished(in surroundings: Surroundings) throws(Ending) {
    if reader.status == .finished { return }
    let regret = ", and figures of a part would mislead"
    if surroundings.isBeingWritten(path) { throw .stillWritten(reader, regret) }
    throw .cutShort(reader, regret, resumption(of: path))
  }
}
