import Watchroom

/// What `replay` does with a ledger. Each reports what goes wrong, and throws how the command should end then.
struct LedgerReplay {
  let ledger: RecordedRun
  let arguments: ParsedArguments
  let surroundings: Surroundings

  private var isJSON: Bool { arguments.last(.format) == "json" }
  private var isQuiet: Bool { arguments.has(.quiet) }

  /// Simulates the run again and compares.
  func verify() throws(ExitStatus) -> (text: String, status: ExitStatus) {
    ledger.checkEngine(isQuiet: isQuiet, in: surroundings)
    if !isQuiet, case .unfinished(let tear?) = ledger.reader.status {
      Diagnostics(surroundings).note(tear.description, about: ledger.path)
    }
    let difference: EventDifference?
    do throws(LedgerError) {
      difference = try ledger.reader.firstDifference(from: ledger.chapters)
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
    let report = VerificationReport(
      ledger.read.scenario, events: ledger.reader.eventCount, digest: ledger.reader.digest.hexadecimal,
      isFinished: ledger.reader.status == .finished, difference: difference)
    return (isJSON ? report.json : report.text, difference == nil ? .done : .expectationFailed)
  }

  /// Lets another plan take over, and compares.
  func fork() throws(ExitStatus) -> String {
    try ledger.checkIsFinished(in: surroundings)
    ledger.checkEngine(isQuiet: isQuiet, in: surroundings)
    let time = try time(.forkTime)
    let (read, command) = try forkedScenario()
    try MemoryArguments(arguments, verb: "replay", in: surroundings).check(
      [ledger.read.scenario, read.scenario], replications: 1, jobs: 1, in: surroundings)
    // Where nothing is changed all chapters of the run go on as they did, not the last alone.
    let isChanged = !ScenarioArguments(arguments).words.isEmpty
    let plan = isChanged ? Plan(read.scenario) : nil
    if let plan { try checkIsNotOver(plan, at: time) }
    if let path = arguments.last(.forkLedger) { try protect(path) }
    defer { surroundings.interruption.say(nil) }
    let fork: Fork
    do throws(LedgerError) {
      if let path = arguments.last(.forkLedger) {
        fork = try keep(at: path, read, plan, time)
      } else {
        fork = try Fork(unobstructed: ledger.reader, recorded: ledger.chapters, by: plan, at: time)
      }
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: error.path != ledger.path, in: surroundings)
    }
    let provenance = ComparisonProvenance(
      baseDigest: ledger.provenance().scenarioDigest, variantDigests: [read.digest], command: command)
    let report = ForkReport(fork, provenance: provenance, isChanged: isChanged)
    return isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured)
  }

  /// The world at a time.
  func world() throws(ExitStatus) -> String {
    let isSameEngine = ledger.checkEngine(isQuiet: isQuiet, in: surroundings)
    let time = try time(.at)
    if ledger.reader.status != .finished, time > ledger.reader.lastTime {
      throw Diagnostics(surroundings).reject(
        ledger.path, "the run was cut short before that time",
        "ask for an earlier one, or \(resumption(of: ledger.path))")
    }
    let view: WorldView
    do throws(LedgerError) {
      view = try ledger.reader.world(at: time, by: ledger.chapters, bySameEngine: isSameEngine)
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
    let report = WorldReport(view, at: time, in: ledger.read.scenario)
    return isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured)
  }

  /// The time that an option says.
  private func time(_ option: OptionDeclaration) throws(ExitStatus) -> Milliseconds {
    do throws(UsageError) {
      let text = arguments.last(option) ?? ""
      let read = try ReplayTime(text, option: option, of: ledger.plan)
      if let note = read.note, !isQuiet {
        Diagnostics(surroundings).note(note, about: "\(option.spelling) \(text)")
      }
      return read.time
    } catch {
      Diagnostics(surroundings).report(error.line)
      throw .commandLineWrong
    }
  }

  /// The scenario of a fork, and the words that make the fork again.
  private func forkedScenario() throws(ExitStatus) -> (ReadScenario, command: [String]) {
    let files = LedgerFiles(ledger.reader.header, path: ledger.path, others: surroundings.files)
    let changes = ScenarioArguments(arguments)
    var inside = surroundings
    inside.files = files
    let read = try changes.read(
      files.scenarioPath, reported: ledger.read.warnings, isQuiet: isQuiet, in: inside)
    if let obstacle = read.scenario.obstacle(toForking: ledger.read.scenario) {
      throw refuse(obstacle, to: changes, files)
    }
    let from = [OptionDeclaration.forkTime.spelling, arguments.last(.forkTime) ?? ""]
    return (read, ["watchroom", "replay"] + from + changes.words + ShellCommand.operands([ledger.path]))
  }

  /// Says which of `changes` keeps the fork from being one; how the command should end.
  private func refuse(_ obstacle: ForkObstacle, to changes: ScenarioArguments, _ files: LedgerFiles) -> ExitStatus {
    let place = ScenarioReader.place(
      ofChangeTo: ScenarioPath(obstacle.keys + [obstacle.name].compactMap(\.self)), overlays: changes.overlays,
      settings: changes.settings, files: files)
    // Where none of them says it, all of them together are to blame.
    let problem = Problem(
      place: place ?? Place(origin: .file(files.scenarioPath)), path: ScenarioPath(obstacle.keys).description,
      message: obstacle.message, remedy: obstacle.remedy)
    Diagnostics(surroundings).report([problem]) { changes.spelling(of: $0, for: nil, ledger: files) }
    let isTyped = if case .setting = place?.origin { true } else { place == nil && changes.overlays.isEmpty }
    return isTyped ? .commandLineWrong : .inputFileWrong
  }

  /// Throws, and says so, if a fork by `plan` would be over before it begins at `time`.
  private func checkIsNotOver(_ plan: Plan, at time: Milliseconds) throws(ExitStatus) {
    guard time > plan.end else { return }
    let end = LocalTime(plan.origin + plan.end, in: plan.scenario.calendar.zone).iso8601
    let message =
      "--from: \(cited(arguments.last(.forkTime) ?? "")) is later than the end of the fork, \(end) — name an earlier time, "
      + "or a longer calendar.drain"
    Diagnostics(surroundings).report(UsageError(message: message, verb: "replay").line)
    throw .commandLineWrong
  }

  /// Throws if a ledger at `path` would take the place of what it must not.
  private func protect(_ path: String) throws(ExitStatus) {
    try OutputFiles.checkApart(path, of: .forkLedger, from: [ledger.path], verb: "replay", in: surroundings)
    try LedgerRuns(surroundings: surroundings).protectOthers(path, of: .forkLedger, verb: "replay")
  }

  /// Forks, and keeps the fork in a ledger at `path`.
  private func keep(
    at path: String, _ read: ReadScenario, _ plan: Plan?, _ time: Milliseconds
  ) throws(LedgerError) -> Fork {
    // Before the new ledger is begun, so that none is left behind if the old one is damaged, or tells what cannot be.
    surroundings.interruption.say { "nothing of the fork is kept yet" }
    try ledger.reader.verify()
    try Fork.checkPast(of: ledger.reader, recorded: ledger.chapters, by: plan, before: time)
    let path = surroundings.drafts.target(of: path)
    let shared = try Fork.events(of: ledger.reader, before: time)
    var writer = try LedgerWriter(
      path: path, header: ledger.header(ofForkBy: plan == nil ? nil : read, after: shared),
      storage: surroundings.ledgers)
    sayWhatIsKept(at: LedgerWriter.unfinishedPath(of: path))
    let fork = try Fork(unobstructed: ledger.reader, recorded: ledger.chapters, by: plan, at: time) {
      events throws(LedgerError) in
      try writer.append(events)
    }
    try writer.finish()
    return fork
  }

  /// Lets whoever interrupts the fork know what is left of it, and how to go on.
  private func sayWhatIsKept(at part: String) {
    surroundings.interruption.say { [ledgers = surroundings.ledgers] in
      let count = (try? LedgerReader(path: part, storage: ledgers))?.eventCount ?? 0
      return "\(UnfinishedLedger.kept(count, of: "the fork")) in \(part) — \(resumption(of: part))"
    }
  }
}
