import Watchroom

extension Verb {
  static let run = Verb(
    name: "run",
    summary: "simulate a scenario and print its service levels",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...1,
    operandHelp: "a scenario file, in JSON5",
    operandDetails: "; with --resume, a ledger that was cut short",
    operandHint: "; changes to it are given as --with OVERLAY",
    ownOptions: [.seed, .replications, .replication] + OptionDeclaration.portions + OptionDeclaration.changes
      + [.jobs, .memory, .ledger, .resume, .reportPage, .tables, .format, .quiet],
    example: Example(
      command: "watchroom run night.json5 --replications 20 --set attendance=0.9",
      effect: "averages 20 runs of a scenario in which one handler in ten is away"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    let tables: TableFolder?
    let portion: ReplicationArguments
    do throws(UsageError) {
      try checkLedgerOptions(arguments)
      page = try PageFile(arguments, verb: "run", in: surroundings)
      tables = try TableFolder(arguments, verb: "run", in: surroundings)
      portion = try ReplicationArguments(arguments, count: .replications, verb: "run")
      let resumed =
        arguments.has(.resume) ? UnfinishedLedger(arguments.operands[0], in: surroundings).paths : []
      try OutputFiles.check(
        [.ledger, .reportPage, .tables, .partialOutput], of: arguments,
        sources: arguments.operands + arguments.all(.with) + resumed, verb: "run", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.partialOutput, .reportPage], of: arguments, verb: "run", in: surroundings)
      try tables?.check(ResultTables.names)
    } catch {
      return error
    }
    if let shard = portion.shard {
      let partial: PartialResult
      do throws(ExitStatus) {
        partial = try simulate(shard, portion, arguments, in: surroundings)
      } catch {
        return error
      }
      return try surroundings.leave(partial, as: arguments)
    }
    let outcome: Outcome
    do throws(ExitStatus) {
      outcome =
        try arguments.has(.resume)
        ? resume(arguments, in: surroundings) : simulate(portion, arguments, in: surroundings)
    } catch {
      return error
    }
    try surroundings.write(outcome.result, outcome.provenance, as: arguments)
    do throws(ExitStatus) {
      try tables?.write(ResultTables(outcome.result).tables)
      try page?.write(outcome.page(in: surroundings))
    } catch {
      return error
    }
    return outcome.status
  }

  /// What came of a run, and what a page about it needs.
  private struct Outcome {
    let result: ExperimentResult
    let provenance: Provenance
    /// The ledger it was kept in.
    var ledger: String?
    /// How the command ends if nothing goes wrong any more.
    var status = ExitStatus.done

    /// The page.
    func page(in surroundings: Surroundings) throws(ExitStatus) -> String {
      guard let ledger else {
        return ReportPage(result, provenance: provenance, first: result.firstReplication).html
      }
      return try ReportPage(
        result, provenance: provenance, ledger: RecordedRun(ledger, in: surroundings), in: surroundings
      )
      .html
    }
  }

  /// Goes on with a run that was cut short.
  private static func resume(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) -> Outcome {
    let (result, provenance) = try LedgerRuns(surroundings: surroundings).resume(arguments.operands[0])
    return Outcome(
      result: result, provenance: provenance,
      ledger: UnfinishedLedger.finishedPath(of: arguments.operands[0]))
  }

  /// Reads the scenario and simulates it.
  ///
  /// - Throws: how the command should end, if there was an error.
  private static func simulate(
    _ portion: ReplicationArguments, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) -> Outcome {
    let path = arguments.operands[0]
    let isQuiet = arguments.has(.quiet)
    let read = try ScenarioArguments(arguments).read(path, isQuiet: isQuiet, in: surroundings)
    func provenance(_ replications: Int) -> Provenance {
      Provenance(scenarioDigest: read.digest, command: command(arguments, portion.words(replications: replications)))
    }
    if let ledger = arguments.last(.ledger) {
      try MemoryArguments(arguments, verb: "run", in: surroundings).check(
        [read.scenario], replications: 1, jobs: 1, in: surroundings)
      let provenance = provenance(1)
      let result = try LedgerRuns(surroundings: surroundings).record(
        read, seed: portion.seed, replication: portion.single ?? 0, command: provenance.command, at: ledger)
      return Outcome(result: result, provenance: provenance, ledger: ledger)
    }
    let keeping = arguments.has(.reportPage) ? RecordedPage.keeping(of: read.scenario) : .nothing
    if let single = portion.single {
      try MemoryArguments(arguments, verb: "run", in: surroundings).check(
        [read.scenario], replications: 1, jobs: 1, in: surroundings)
      let plan = Plan(read.scenario)
      let stopped = surroundings.interruption.stoppable { stop in
        ExperimentResult.simulating(
          plan, seed: portion.seed, replication: single, keeping: keeping, unless: stop)
      }
      let result = try portion.ended(stopped, after: stopped?.replications, about: path, in: surroundings).result
      return Outcome(result: result, provenance: provenance(1))
    }
    try MemoryArguments(arguments, verb: "run", in: surroundings).check(
      [read.scenario], replications: portion.replications, jobs: portion.jobs, in: surroundings)
    let experiment = Experiment(
      plan: Plan(read.scenario), seed: portion.seed, replications: portion.replications, jobs: portion.jobs,
      keeping: keeping)
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: portion.replications)
    let stopped = surroundings.interruption.stoppable { stop in
      experiment.run(until: portion.precision, unless: stop) { done, total in progress?.show(done: done, of: total) }
    }
    progress?.clear()
    let (result, status) = try portion.ended(stopped, after: stopped?.replications, about: path, in: surroundings)
    if status == .done {
      portion.noteShortfall(
        result.targetCertainty, after: result.replications, about: path, isQuiet: isQuiet, in: surroundings)
    }
    return Outcome(result: result, provenance: provenance(result.replications), status: status)
  }

  /// Reads the scenario and simulates one shard of the replications.
  ///
  /// - Throws: how the command should end, if there was an error.
  private static func simulate(
    _ shard: Shard, _ portion: ReplicationArguments, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) -> PartialResult {
    let isQuiet = arguments.has(.quiet)
    let read = try ScenarioArguments(arguments).read(arguments.operands[0], isQuiet: isQuiet, in: surroundings)
    let total = shard.range(of: portion.replications).count
    try MemoryArguments(arguments, verb: "run", in: surroundings).check(
      [read.scenario], replications: total, jobs: portion.jobs, in: surroundings)
    let experiment = Experiment(
      plan: Plan(read.scenario), seed: portion.seed, replications: portion.replications, jobs: portion.jobs)
    let progress = isQuiet || total == 0 ? nil : ProgressLine(surroundings, total: total)
    let stopped = surroundings.interruption.stoppable { stop in
      experiment.run(shard, unless: stop) { done, _ in progress?.show(done: done) }
    }
    progress?.clear()
    let records = try portion.whole(stopped, in: surroundings)
    return PartialResult(
      command: command(arguments, portion.words(replications: portion.replications)), shard: shard, seed: portion.seed,
      replications: portion.replications, isComparison: false,
      parts: [PartialResult.Part(read: read, records: records)])
  }

  /// The words that run the same again, `portion` being those that say which replications.
  private static func command(_ arguments: ParsedArguments, _ portion: [String]) -> [String] {
    ["watchroom", "run"] + ScenarioArguments(arguments).words + portion + ShellCommand.operands(arguments.operands)
  }

  /// Throws if options do not go with keeping a ledger, or with going on with one.
  private static func checkLedgerOptions(_ arguments: ParsedArguments) throws(UsageError) {
    if arguments.has(.resume) {
      let others =
        [OptionDeclaration.seed, .replications, .replication] + OptionDeclaration.portions + OptionDeclaration.changes
        + [.jobs, .memory, .ledger]
      guard let other = others.first(where: { arguments.has($0) }) else { return }
      throw UsageError(
        message: "\(other.spelling) does not go with --resume: the ledger says how its run goes on — leave it out",
        verb: "run")
    }
    if arguments.has(.ledger), let other = [OptionDeclaration.shard, .precision].first(where: { arguments.has($0) }) {
      throw UsageError(
        message: "--ledger keeps one run, and \(other.spelling) asks for several — leave out one of them, "
          + "or say --replication K for the K-th", verb: "run")
    }
    if arguments.has(.ledger), let replications = arguments.number(.replications), replications > 1 {
      throw UsageError(
        message: "--ledger keeps one run, and --replications asks for \(replications) — leave out one of them, "
          + "or say --replication K for the K-th", verb: "run")
    }
  }
}
