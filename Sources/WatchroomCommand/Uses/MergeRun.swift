import Watchroom

/// One use of `merge`.
struct MergeRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let tables: TableFolder?

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted. But for tables: what they are called,
  /// only the partial results tell.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    tables = TableFolder(arguments, in: surroundings)
    let outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(apartFrom: arguments.operands)
    try outputs.checkPlaces()
  }

  func perform() throws(Ending) -> ExitStatus {
    switch try join(try read()).outcome {
    case .run(let result, let provenance):
      try tables?.check(ResultTables.names)
      return surroundings.leave(
        result, provenance, in: tables,
        page: ReportPage(result, provenance: provenance, first: try first(of: result)).html, as: arguments)
    case .comparison(let result, let provenance):
      try tables?.check(ComparisonTables.names)
      return surroundings.leave(result, provenance, in: tables, as: arguments)
    }
  }

  /// Reads the partial results, all of them, so that whoever mends them knows of every fault.
  private func read() throws(Ending) -> [(path: String, partial: PartialResult)] {
    var attempts = Attempts(in: surroundings)
    var partials: [(path: String, partial: PartialResult)] = []
    for path in arguments.operands {
      if let partial = attempts.attempt(try PartialResult(path, in: surroundings)) { partials.append((path, partial)) }
    }
    // What is wrong was said.
    guard attempts.status == .done else { throw Ending(attempts.status, []) }
    return partials
  }

  private func join(_ partials: [(path: String, partial: PartialResult)]) throws(Ending) -> MergedShards {
    do throws(Problem) { return try MergedShards(partials) } catch { throw Ending([error]) }
  }

  /// What a page has to show of the first replication, of which the shards kept the figures alone: it is run again.
  private func first(of result: ExperimentResult) throws(Ending) -> FirstReplication? {
    let again = Experiment(
      plan: Plan(result.scenario), seed: result.seed, keeping: RecordedPage.keeping(of: result.scenario))
    let result = surroundings.interruption.stoppable(promise: Interruption.leavingNothing) { again.run(unless: $0) }
    if let first = result?.firstReplication { return first }
    throw .interrupted(.error("interrupted: no page is written"), in: surroundings)
  }
}

extension PartialResult {
  /// The partial result in the file at `path`.
  fileprivate init(_ path: String, in surroundings: Surroundings) throws(Ending) {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try surroundings.files.read(path, limit: Self.limit)
    } catch {
      throw .unreadable(path, error, limit: Self.limit)
    }
    do throws(Problem) { try self.init(bytes: bytes, path: path) } catch { throw Ending([error]) }
  }
}
