import Watchroom

extension Verb {
  static let merge = Verb(
    name: "merge",
    summary: "join the shards of an experiment into its result",
    operandPlaceholder: "PARTIAL",
    operandCount: 1...Int.max,
    operandHelp: "a file that run or compare left with --shard",
    operandDetails: """
      ; all shards of one experiment, in any order. What is printed, and left as a page or as tables, is what one run would \
      have, to the byte
      """,
    ownOptions: [.reportPage, .tables, .format, .quiet],
    example: Example(
      command: "watchroom merge shard-1.partial shard-2.partial",
      effect: "prints what “watchroom run” would have printed without --shard 1/2 and --shard 2/2"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    let tables: TableFolder?
    do throws(UsageError) {
      page = try PageFile(arguments, verb: "merge", in: surroundings)
      tables = try TableFolder(arguments, verb: "merge", in: surroundings)
      try OutputFiles.check(
        [.reportPage, .tables], of: arguments, sources: arguments.operands, verb: "merge", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let outcome: MergedShards.Outcome
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.reportPage], of: arguments, verb: "merge", in: surroundings)
      outcome = try join(arguments.operands, in: surroundings).outcome
      try tables?.check(outcome.tables)
    } catch {
      return error
    }
    switch outcome {
    case .run(let result, let provenance): try surroundings.write(result, provenance, as: arguments)
    case .comparison(let result, let provenance): try surroundings.write(result, provenance, as: arguments)
    }
    do throws(ExitStatus) {
      switch outcome {
      case .run(let result, let provenance):
        try tables?.write(ResultTables(result).tables)
        if let page {
          let first = try first(of: result, in: surroundings)
          try page.write(ReportPage(result, provenance: provenance, first: first).html)
        }
      case .comparison(let result, let provenance):
        try tables?.write(ComparisonTables(result).tables)
        try page?.write(ComparisonPage(result, provenance: provenance).html)
      }
    } catch {
      return error
    }
    return .done
  }

  /// What a page has to show of the first replication, of which the shards kept the figures alone: it is run again.
  ///
  /// - Throws: how the command ends if it was cut short.
  private static func first(
    of result: ExperimentResult, in surroundings: Surroundings
  ) throws(ExitStatus) -> FirstReplication? {
    let again = Experiment(
      plan: Plan(result.scenario), seed: result.seed, keeping: RecordedPage.keeping(of: result.scenario))
    if let first = surroundings.interruption.stoppable({ again.run(unless: $0) })?.firstReplication { return first }
    Diagnostics(surroundings).report("interrupted: no page is written")
    throw surroundings.interruption.status ?? .interrupted
  }

  /// Reads the partial results at `paths` and joins them, and reports what keeps it from being done.
  private static func join(_ paths: [String], in surroundings: Surroundings) throws(ExitStatus) -> MergedShards {
    let diagnostics = Diagnostics(surroundings)
    var partials: [(path: String, partial: PartialResult)] = []
    var worst = ExitStatus.done
    for path in paths {
      do throws(FileFault) {
        let bytes = try surroundings.files.read(path, limit: PartialResult.limit)
        do throws(Problem) {
          partials.append((path, try PartialResult(bytes: bytes, path: path)))
        } catch {
          diagnostics.report([error], place: \.description)
          worst = max(worst, .inputFileWrong)
        }
      } catch {
        let problem = Problem(
          place: Place(origin: .file(path)), path: "", message: error.message(path),
          remedy: error.remedy(PartialResult.limit))
        diagnostics.report([problem], place: \.description)
        worst = max(worst, error == .tooLarge ? .inputFileWrong : .inputOrOutputFailed)
      }
    }
    guard worst == .done else { throw worst }
    do throws(Problem) {
      return try MergedShards(partials)
    } catch {
      diagnostics.report([error], place: \.description)
      throw .inputFileWrong
    }
  }
}

extension MergedShards.Outcome {
  /// What its tables are called.
  fileprivate var tables: [String] {
    switch self {
    case .run: ResultTables.names
    case .comparison: ComparisonTables.names
    }
  }
}
