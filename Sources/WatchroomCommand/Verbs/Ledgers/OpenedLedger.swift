import Watchroom

/// A ledger and the run it tells of, ready to be reported, replayed or gone on with.
struct OpenedLedger {
  /// The file.
  let path: String
  let reader: LedgerReader
  /// What was simulated; in a fork, what was simulated last.
  let read: ReadScenario
  /// Who decided when.
  let chapters: [RunChapter]

  /// What decided last.
  var plan: Plan { chapters[chapters.count - 1].plan }

  /// What results say of where they came from: the same as those of the run that wrote the ledger.
  var provenance: Provenance { provenance(named: path) }

  /// As ``provenance``, of a ledger that will be called `path` when it is finished.
  func provenance(named path: String) -> Provenance {
    let operand = path.hasPrefix("-") ? ["--", path] : [path]
    let command = reader.header.command
    return Provenance(
      scenarioDigest: reader.header.scenarioDigest ?? read.digest,
      command: command.isEmpty ? ["watchroom", "report"] + operand : command, engine: reader.header.engine)
  }

  /// Opens the ledger at `path` and reads its scenario, and reports what is wrong with either.
  ///
  /// - Throws: how the command should end, if there was an error.
  init(_ path: String, in surroundings: Surroundings) throws(ExitStatus) {
    do throws(LedgerError) {
      reader = try LedgerReader(path: path, storage: surroundings.ledgers)
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
    self.path = path
    read = try Self.read(reader.header, path, in: surroundings)
    chapters = try Self.chapters(of: reader.header, by: Plan(read.scenario), path, in: surroundings)
  }

  /// Whether the engine that wrote it is this one; if not, that is said, unless `isQuiet`.
  @discardableResult
  func checkEngine(isQuiet: Bool, in surroundings: Surroundings) -> Bool {
    if reader.header.engine == Engine.name { return true }
    if !isQuiet {
      let problem = Problem(
        severity: .warning, place: Place(origin: .file(path)), path: "",
        message: "\(reader.header.engine) wrote this ledger, and this is \(Engine.name)",
        remedy: "what is simulated again may differ from it; use that version to be sure")
      Diagnostics(surroundings).report([problem], place: \.description)
    }
    return false
  }

  /// The chapters of the run of `header`, of which `plan` decided last.
  private static func chapters(
    of header: LedgerHeader, by plan: Plan, _ path: String, in surroundings: Surroundings
  ) throws(ExitStatus) -> [RunChapter] {
    guard let origin = header.origin else { return [RunChapter(plan: plan)] }
    let first = try read(origin.header, path, in: surroundings)
    return try chapters(of: origin.header, by: Plan(first.scenario), path, in: surroundings)
      .forked(after: origin.events, by: plan)
  }

  /// The scenario of a run. What there was to warn of was said when it was simulated.
  private static func read(
    _ header: LedgerHeader, _ path: String, in surroundings: Surroundings
  ) throws(ExitStatus) -> ReadScenario {
    let files = LedgerFiles(header, path: path, others: surroundings.files)
    var surroundings = surroundings
    surroundings.files = files
    return try ScenarioArguments(ParsedArguments()).read(files.scenarioPath, isQuiet: true, in: surroundings)
  }
}
