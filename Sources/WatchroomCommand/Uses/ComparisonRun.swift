import Synchronization
import Watchroom

/// One use of `compare`.
struct ComparisonRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let operands: ComparisonOperands
  private let changes: ScenarioArguments
  private let portion: ReplicationArguments
  private let tables: TableFolder?

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    operands = ComparisonOperands(arguments.operands)
    changes = ScenarioArguments(arguments)
    portion = try ReplicationArguments(arguments, count: .comparedReplications)
    tables = TableFolder(arguments, in: surroundings)
    let outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(apartFrom: arguments.operands + arguments.all(.with))
    try outputs.checkPlaces()
    try tables?.check(ComparisonTables.names)
  }

  func perform() throws(Ending) -> ExitStatus {
    let plans = try operands.read(changes, in: surroundings)
    try MemoryArguments(arguments, in: surroundings).check(
      plans.map(\.scenario), replications: portion.foreseen, jobs: portion.jobs)
    if let shard = portion.shard {
      try surroundings.leave(try compare(plans, shard), as: arguments)
      return .done
    }
    let (result, status) = try compare(plans)
    let provenance = ComparisonProvenance(
      baseDigest: plans[0].digest, variantDigests: plans.dropFirst().map(\.digest),
      command: command(replications: result.base.replications))
    let failure = surroundings.leave(result, provenance, precision: portion.precision, in: tables, as: arguments)
    return failure == .done ? status : failure
  }

  /// Simulates all plans with the same callers.
  private func compare(_ plans: [ReadScenario]) throws(Ending) -> (result: PairedResult, status: ExitStatus) {
    let comparison = comparison(of: plans)
    portion.noteRaise(about: operands.base, isQuiet: arguments.isQuiet, in: surroundings)
    let progress = progress()
    let isBatchDone = Atomic(false)
    let stopped = surroundings.interruption.stoppable(promise: Interruption.finishingReplications(least: 2)) { stop in
      comparison.run(until: portion.precision, unless: stop) { done, total in
        isBatchDone.store(done == total, ordering: .relaxed)
        progress?.show(done: done, of: total)
      }
    }
    progress?.clear()
    let isLast = stopped.map { portion.isLast(batchTo: $0.base.replications, $0.targetCertainty) } ?? false
    let (result, status) = try portion.ended(
      stopped, after: stopped?.base.replications, isWhole: isLast && isBatchDone.load(ordering: .relaxed),
      about: operands.base, in: surroundings)
    if status == .done {
      portion.noteShortfall(
        result.targetCertainty, after: result.base.replications, about: operands.base, isQuiet: arguments.isQuiet,
        in: surroundings)
    }
    return (result, status)
  }

  /// Simulates one shard of the replications of all plans.
  private func compare(_ plans: [ReadScenario], _ shard: Shard) throws(Ending) -> PartialResult {
    let comparison = comparison(of: plans)
    let progress = progress()
    let stopped = surroundings.interruption.stoppable(promise: Interruption.leavingNothing) { stop in
      comparison.run(shard, unless: stop) { done, _ in progress?.show(done: done) }
    }
    progress?.clear()
    let records = try portion.whole(stopped, in: surroundings)
    let parts = zip([""] + operands.names, zip(plans, records)).map {
      PartialResult.Part(name: $0, read: $1.0, records: $1.1)
    }
    return PartialResult(
      command: command(replications: portion.replications), shard: shard, seed: portion.seed,
      replications: portion.replications, isComparison: true, parts: parts)
  }

  private func comparison(of plans: [ReadScenario]) -> Comparison {
    Comparison(
      base: Plan(plans[0].scenario),
      variants: zip(operands.names, plans.dropFirst()).map { .init(name: $0, plan: Plan($1.scenario)) },
      seed: portion.seed, replications: portion.replications, jobs: portion.jobs)
  }

  private func progress() -> ProgressLine? {
    let total = portion.share * arguments.operands.count
    return arguments.isQuiet || total == 0 ? nil : ProgressLine(surroundings, total: total)
  }

  /// The words that compare the same again, where so many replications were run in the end.
  private func command(replications: Int) -> [String] {
    arguments.command(changes.words + portion.words(replications: replications))
  }
}
