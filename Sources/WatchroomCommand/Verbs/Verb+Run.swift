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
    ownOptions: [.seed, .replications] + OptionDeclaration.changes + [
      .jobs, .ledger, .resume, .reportPage, .format, .quiet,
    ],
    example: Example(
      command: "watchroom run night.json5 --replications 20 --set attendance=0.9",
      effect: "averages 20 runs of a scenario in which one handler in ten is away"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    do throws(UsageError) {
      try checkLedgerOptions(arguments)
      page = try PageFile(
        arguments, sources: arguments.operands + arguments.all(.with) + arguments.all(.ledger), verb: "run",
        in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let outcome: Outcome
    do throws(ExitStatus) {
      outcome = try arguments.has(.resume) ? resume(arguments, in: surroundings) : simulate(arguments, in: surroundings)
    } catch {
      return error
    }
    try surroundings.write(outcome.result, outcome.provenance, as: arguments)
    do throws(ExitStatus) {
      try page?.write(outcome.page(in: surroundings))
    } catch {
      return error
    }
    return .done
  }

  /// What came of a run, and what a page about it needs.
  private struct Outcome {
    let result: ExperimentResult
    let provenance: Provenance
    /// How the first replication went, if a page was asked for and no ledger says it.
    var course: Course?
    /// The ledger it was kept in.
    var ledger: String?

    /// The page.
    func page(in surroundings: Surroundings) throws(ExitStatus) -> String {
      guard let ledger else { return ReportPage(result, provenance: provenance, course: course).html }
      return try ReportPage(
        result, provenance: provenance, ledger: OpenedLedger(ledger, in: surroundings), in: surroundings
      )
      .html
    }
  }

  /// Goes on with a run that was cut short.
  private static func resume(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) -> Outcome {
    let (result, provenance) = try LedgerRuns(surroundings: surroundings).resume(arguments.operands[0])
    let part = LedgerWriter.unfinishedPath(of: "")
    let path = arguments.operands[0]
    return Outcome(
      result: result, provenance: provenance, ledger: path.hasSuffix(part) ? String(path.dropLast(part.count)) : path)
  }

  /// Reads the scenario and simulates it.
  ///
  /// - Throws: how the command should end, if there was an error.
  private static func simulate(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(ExitStatus) -> Outcome {
    let path = arguments.operands[0]
    let isQuiet = arguments.has(.quiet)
    let changes = ScenarioArguments(arguments)
    let read = try changes.read(path, isQuiet: isQuiet, in: surroundings)
    guard let seed = arguments.number(.seed), let replications = arguments.number(.replications) else {
      preconditionFailure("both options are declared with a standard value")
    }
    let operand = path.hasPrefix("-") ? ["--", path] : [path]
    let command =
      ["watchroom", "run"] + changes.words + ["--seed", String(seed), "--replications", String(replications)] + operand
    let provenance = Provenance(scenarioDigest: read.digest, command: command)

    if let ledger = arguments.last(.ledger) {
      let result = try LedgerRuns(surroundings: surroundings).record(read, seed: seed, command: command, at: ledger)
      return Outcome(result: result, provenance: provenance, ledger: ledger)
    }
    let plan = Plan(read.scenario)
    if arguments.has(.reportPage), replications == 1 {
      var course = CourseRecorder(plan: plan)
      let result = ExperimentResult.observing(plan, seed: seed, replication: 0) { course.fold($0) }
      return Outcome(result: result, provenance: provenance, course: course.finish())
    }
    let experiment = Experiment(
      plan: plan, seed: seed, replications: Int(replications),
      jobs: arguments.number(.jobs).map { Int($0) })
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: Int(replications))
    let result = experiment.run { done, _ in progress?.show(done: done) }
    var outcome = Outcome(result: result, provenance: provenance)
    if arguments.has(.reportPage) {
      var course = CourseRecorder(plan: plan)
      _ = ExperimentResult.observing(plan, seed: seed, replication: 0) { course.fold($0) }
      outcome.course = course.finish()
    }
    progress?.clear()
    return outcome
  }

  /// Throws if options do not go with keeping a ledger, or with going on with one.
  private static func checkLedgerOptions(_ arguments: ParsedArguments) throws(UsageError) {
    if arguments.has(.resume) {
      let others = [OptionDeclaration.seed, .replications] + OptionDeclaration.changes + [.jobs, .ledger]
      guard let other = others.first(where: { arguments.has($0) }) else { return }
      throw UsageError(
        message: "\(other.spelling) does not go with --resume: the ledger says how its run goes on — leave it out",
        verb: "run")
    }
    if arguments.has(.ledger), let replications = arguments.number(.replications), replications > 1 {
      throw UsageError(
        message: "--ledger keeps one run, and --replications asks for \(replications) — leave out one of them",
        verb: "run")
    }
  }
}
