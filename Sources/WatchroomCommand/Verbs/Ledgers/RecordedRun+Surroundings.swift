import Watchroom

extension RecordedRun {
  /// The ledger's file.
  var path: String { reader.path }

  /// Opens the ledger at `path` and reads its scenario, and reports what is wrong with either. What there was to warn of was
  /// said when it was simulated.
  ///
  /// - Throws: how the command should end, if there was an error.
  init(_ path: String, in surroundings: Surroundings) throws(ExitStatus) {
    let reader: LedgerReader
    do throws(LedgerError) {
      reader = try LedgerReader(path: path, storage: surroundings.ledgers)
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
    do throws(ScenarioError) {
      try self.init(reader, files: surroundings.files)
    } catch {
      let files = LedgerFiles(reader.header, path: path, others: surroundings.files)
      throw ScenarioArguments(ParsedArguments()).report(error, isQuiet: true, ledger: files, in: surroundings)
    }
  }

  /// Whether the engine that wrote it is this one; if not, that is said, unless `isQuiet`.
  @discardableResult
  func checkEngine(isQuiet: Bool, in surroundings: Surroundings) -> Bool {
    if isOfThisEngine { return true }
    if !isQuiet {
      let problem = Problem(
        severity: .warning, place: Place(origin: .file(path)), path: "",
        message: "\(reader.header.engine) wrote this ledger, and this is \(Engine.name)",
        remedy: "what is simulated again may differ from it; use that version to be sure")
      Diagnostics(surroundings).report([problem], place: \.description)
    }
    return false
  }
}
