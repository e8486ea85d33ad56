import Synchronization
import Watchroom

/// One use of `run`.
struct SimulationRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let changes: ScenarioArguments
  private let portion: ReplicationArguments
  private let tables: TableFolder?

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    try Self.checkLedgerOptions(arguments)
    self.arguments = arguments
    self.surroundings = surroundings
    changes = ScenarioArguments(arguments)
    portion = try ReplicationArguments(arguments, count: .replications)
    tables = TableFolder(arguments, in: surroundings)
    let resumed = arguments.has(.resume) ? UnfinishedLedger(arguments.operands[0], in: surroundings).paths : []
    let outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(apartFrom: arguments.operands + arguments.all(.with) + resumed)
    try outputs.checkPlaces()
    try tables?.check(ResultTables.names)
  }

  func perform() throws(Ending) -> ExitStatus {
    if let shard = portion.shard {
      try surroundings.leave(try simulate(shard), as: arguments)
      return .done
    }
    let outcome = try arguments.has(.resume) ? resume() : simulate()
    let status = surroundings.leave(
      outcome.result, outcome.provenance, precision: portion.precision, in: tables, page: try page(of: outcome),
      as: arguments)
    return status == .done ? outcome.status : status
  }

  /// What came of a run, and what a page about it needs.
  private struct Outcome {
    let result: ExperimentResult
    let provenance: Provenance
    /// The ledger it was kept in.
    var ledger: String?
    /// How the command ends if nothing goes wrong any more.
    var status = ExitStatus.done
  }

  /// Goes on with a run that was cut short.
  private func resume() throws(Ending) -> Outcome {
    let path = arguments.operands[0]
    let (result, provenance) = try LedgerRuns(arguments, in: surroundings).resume(path)
    return Outcome(result: result, provenance: provenance, ledger: UnfinishedLedger.finishedPath(of: path))
  }

  /// Reads the scenario and simulates it, in the way that is asked for.
  private func simulate() throws(Ending) -> Outcome {
    let read = try changes.read(arguments.operands[0], in: surroundings)
    if let ledger = arguments.last(.ledger) { return try record(read, at: ledger) }
    if let single = portion.single { return try simulate(read, replication: single) }
    return try average(read)
  }

  /// Simulates it once and keeps its events.
  private func record(_ read: ReadScenario, at ledger: String) throws(Ending) -> Outcome {
    try checkMemory(for: read, replications: 1, jobs: 1)
    let provenance = provenance(of: read, replications: 1)
    let result = try LedgerRuns(arguments, in: surroundings).record(
      read, seed: portion.seed, replication: portion.single ?? 0, command: provenance.command, at: ledger)
    return Outcome(result: result, provenance: provenance, ledger: ledger)
  }

  /// Simulates one replication of many.
  private func simulate(_ read: ReadScenario, replication: Int) throws(Ending) -> Outcome {
    try checkMemory(for: read, replications: 1, jobs: 1)
    let plan = Plan(read.scenario)
    let stopped = surroundings.interruption.stoppable(promise: Interruption.leavingNothing) { stop in
      ExperimentResult.simulating(
        plan, seed: portion.seed, replication: replication, keeping: keeping(of: read), unless: stop)
    }
    let (result, _) = try ended(stopped, isWhole: true)
    return Outcome(result: result, provenance: provenance(of: read, replications: 1))
  }

  /// Simulates as many replications as are asked for, or as it takes to be sure.
  private func average(_ read: ReadScenario) throws(Ending) -> Outcome {
    try checkMemory(for: read, replications: portion.foreseen, jobs: portion.jobs)
    let experiment = Experiment(
      plan: Plan(read.scenario), seed: portion.seed, replications: portion.replications, jobs: portion.jobs,
      keeping: keeping(of: read))
    portion.noteRaise(about: arguments.operands[0], isQuiet: arguments.isQuiet, in: surroundings)
    let progress = arguments.isQuiet ? nil : ProgressLine(surroundings, total: portion.replications)
    let isBatchDone = Atomic(false)
    let stopped = surroundings.interruption.stoppable(promise: Interruption.finishingReplications(least: 1)) { stop in
      experiment.run(until: portion.precision, unless: stop) { done, total in
        isBatchDone.store(done == total, ordering: .relaxed)
        progress?.show(done: done, of: total)
      }
    }
    progress?.clear()
    let isLast = stopped.map { portion.isLast(batchTo: $0.replications, $0.targetCertainty) } ?? false
    let (result, status) = try ended(stopped, isWhole: isLast && isBatchDone.load(ordering: .relaxed))
    if status == .done {
      portion.noteShortfall(
        result.targetCertainty, after: result.replications, about: arguments.operands[0], isQuiet: arguments.isQuiet,
        in: surroundings)
    }
    return Outcome(
      result: result, provenance: provenance(of: read, replications: result.replications), status: status)
  }

  /// Reads the scenario and simulates one shard of the replications.
  private func simulate(_ shard: Shard) throws(Ending) -> PartialResult {
    let read = try changes.read(arguments.operands[0], in: surroundings)
    try checkMemory(for: read, replications: portion.foreseen, jobs: portion.jobs)
    let experiment = Experiment(
      plan: Plan(read.scenario), seed: portion.seed, replications: portion.replications, jobs: portion.jobs)
    let progress =
      arguments.isQuiet || portion.share == 0 ? nil : ProgressLine(surroundings, total: portion.share)
    let stopped = surroundings.interruption.stoppable(promise: Interruption.leavingNothing) { stop in
      experiment.run(shard, unless: stop) { done, _ in progress?.show(done: done) }
    }
    progress?.clear()
    return PartialResult(
      command: command(replications: portion.replications), shard: shard, seed: portion.seed,
      replications: portion.replications, isComparison: false,
      parts: [PartialResult.Part(read: read, records: try portion.whole(stopped, in: surroundings))])
  }

  private func ended(
    _ stopped: ExperimentResult?, isWhole: Bool
  ) throws(Ending) -> (result: ExperimentResult, status: ExitStatus) {
    try portion.ended(
      stopped, after: stopped?.replications, isWhole: isWhole, about: arguments.operands[0], in: surroundings)
  }

  private func checkMemory(for read: ReadScenario, replications: Int, jobs: Int?) throws(Ending) {
    try MemoryArguments(arguments, in: surroundings).check([read.scenario], replications: replications, jobs: jobs)
  }

  /// How much of the first replication is kept for a page.
  private func keeping(of read: ReadScenario) -> FirstReplication.Keeping {
    arguments.has(.reportPage) ? RecordedPage.keeping(of: read.scenario) : .nothing
  }

  private func page(of outcome: Outcome) throws(Ending) -> String {
    let (result, provenance) = (outcome.result, outcome.provenance)
    guard let ledger = outcome.ledger else {
      return ReportPage(result, provenance: provenance, first: result.firstReplication).html
    }
    let run = try RecordedRun(ledger, in: surroundings)
    return try ReportPage(result, provenance: provenance, ledger: run, in: surroundings).html
  }

  private func provenance(of read: ReadScenario, replications: Int) -> Provenance {
    Provenance(scenarioDigest: read.digest, command: command(replications: replications))
  }

  /// The words that run the same again, where so many replications were run in the end.
  private func command(replications: Int) -> [String] {
    arguments.command(changes.words + portion.words(replications: replications))
  }
}
