import Watchroom

/// What `replay` does with a ledger.
struct LedgerReplay {
  let ledger: RecordedRun
  let arguments: ParsedArguments
  let surroundings: Surroundings

  /// Simulates the run again and compares.
  func verify() throws(Ending) -> (text: String, status: ExitStatus) {
    ledger.checkEngine(isQuiet: arguments.isQuiet, in: surroundings)
    if !arguments.isQuiet, case .unfinished(let tear?) = ledger.reader.status {
      surroundings.note(tear.description, about: ledger.path)
    }
    let difference = try surroundings.reading(try ledger.reader.firstDifference(from: ledger.chapters))
    let report = VerificationReport(
      ledger.read.scenario, events: ledger.reader.eventCount, digest: ledger.reader.digest.hexadecimal,
      isFinished: ledger.reader.status == .finished, difference: difference)
    return (arguments.isJSON ? report.json : report.text, difference == nil ? .done : .expectationFailed)
  }

  /// Throws if the ledger is not whole, though it has the name of one that is: then not all of the run is verified.
  func checkIsWhole() throws(Ending) {
    if ledger.reader.status == .finished { return }
    let ending = LedgerWriter.unfinishedPath(of: "")
    // What an interrupted run leaves is called so, by whatever links it is reached.
    if [ledger.path, surroundings.drafts.target(of: ledger.path)].contains(where: { $0.hasSuffix(ending) }) { return }
    let problem = Problem(
      place: Place(origin: .file(ledger.path)), path: "",
      message: "this ledger is not whole, though it is not called \(ending), so not all of its run is verified",
      remedy: "get the whole file, or \(resumption(of: ledger.path))")
    throw Ending([problem], status: .expectationFailed)
  }

  /// Lets another plan take over, and compares.
  func fork() throws(Ending) -> String {
    try ledger.checkIsFinished(in: surroundings)
    ledger.checkEngine(isQuiet: arguments.isQuiet, in: surroundings)
    let time = try time(.forkTime)
    let (read, command) = try forkedScenario()
    try MemoryArguments(arguments, in: surroundings).check(
      [ledger.read.scenario, read.scenario], replications: 1, jobs: 1)
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
      throw Ending(error, isWriting: error.path != ledger.path, in: surroundings)
    }
    let provenance = ComparisonProvenance(
      baseDigest: ledger.provenance().scenarioDigest, variantDigests: [read.digest], command: command)
    let report = ForkReport(fork, provenance: provenance, isChanged: isChanged)
    return arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured)
  }

  /// The world at a time.
  func world() throws(Ending) -> String {
    let isSameEngine = ledger.checkEngine(isQuiet: arguments.isQuiet, in: surroundings)
    let time = try time(.at)
    if ledger.reader.status != .finished, time > ledger.reader.lastTime {
      if surroundings.isBeingWritten(ledger.path) {
        throw .wrong(
          ledger.path, "the run still goes on, and has not come to that time yet",
          "ask for an earlier one, or wait until it has")
      }
      throw .wrong(
        ledger.path, "the run was cut short before that time",
        "ask for an earlier one, or \(resumption(of: ledger.path))")
    }
    let view = try surroundings.reading(
      try ledger.reader.world(at: time, by: ledger.chapters, bySameEngine: isSameEngine))
    let report = WorldReport(view, at: time, in: ledger.read.scenario)
    return arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured)
  }

  /// The time that an option says.
  private func time(_ option: OptionDeclaration) throws(Ending) -> Milliseconds {
    let read = try ReplayTime(option, in: arguments, of: ledger.plan)
    if let note = read.note, !arguments.isQuiet {
      surroundings.note(note, about: "\(option.spelling) \(arguments.last(option) ?? "")")
    }
    return read.time
  }

  /// The scenario of a fork, and the words that make the fork again.
  private func forkedScenario() throws(Ending) -> (ReadScenario, command: [String]) {
    let files = LedgerFiles(ledger.reader.header, path: ledger.path, others: surroundings.files)
    let changes = ScenarioArguments(arguments)
    var inside = surroundings
    inside.files = files
    let read = try changes.read(files.scenarioPath, said: ledger.read.warnings, in: inside)
    if let obstacle = read.scenario.obstacle(toForking: ledger.read.scenario) {
      throw ending(obstacle, to: changes, files)
    }
    let from = [OptionDeclaration.forkTime.spelling, arguments.last(.forkTime) ?? ""]
    return (read, arguments.command(from + changes.words))
  }

  /// That one of `changes` keeps the fork from being one, and which.
  private func ending(_ obstacle: ForkObstacle, to changes: ScenarioArguments, _ files: LedgerFiles) -> Ending {
    let place = ScenarioReader.place(
      ofChangeTo: ScenarioPath(obstacle.keys + [obstacle.name].compactMap(\.self)), overlays: changes.overlays,
      settings: changes.settings, files: files)
    // Where none of them says it, all of them together are to blame.
    let problem = Problem(
      place: place ?? Place(origin: .file(files.scenarioPath)), path: ScenarioPath(obstacle.keys).description,
      message: obstacle.message, remedy: obstacle.remedy)
    let isTyped = problem.isTyped || place == nil && changes.overlays.isEmpty
    return Ending([problem], status: isTyped ? .commandLineWrong : .inputFileWrong) {
      changes.spelling(of: $0, for: nil, ledger: files)
    }
  }

  /// Throws if a fork by `plan` would be over before it begins at `time`.
  private func checkIsNotOver(_ plan: Plan, at time: Milliseconds) throws(Ending) {
    guard time > plan.end else { return }
    let end = LocalTime(plan.origin + plan.end, in: plan.scenario.calendar.zone).iso8601
    throw arguments.misuse(
      "--from: \(cited(arguments.last(.forkTime) ?? "")) is later than the end of the fork, \(end) — name an earlier "
        + "time, or a longer calendar.drain")
  }

  /// Throws if a ledger at `path` would take the place of what it must not.
  private func protect(_ path: String) throws(Ending) {
    try OutputFiles(arguments, in: surroundings).check(path, of: .forkLedger, apartFrom: [ledger.path])
    try LedgerRuns(arguments, in: surroundings).protectOthers(path, of: .forkLedger)
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
