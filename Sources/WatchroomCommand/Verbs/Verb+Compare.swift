import Watchroom

extension Verb {
  static let compare = Verb(
    name: "compare",
    summary: "run plans with the same callers and print how they differ",
    operandPlaceholder: "BASE VARIANT",
    operandCount: 2...Int.max,
    operandHelp: "a scenario file, and files to compare it with",
    operandDetails: """
      : one that extends a file, or has a calendar, channels and teams of its own, is a scenario by itself; any other is \
      merged onto the base, after --with and before --set; each is called by its file's name
      """,
    ownOptions: [.seed, .comparedReplications] + OptionDeclaration.portions + OptionDeclaration.changes
      + [.jobs, .memory, .reportPage, .tables, .format, .quiet],
    example: Example(
      command: "watchroom compare night.json5 two-more-lates.json5",
      effect: "tells what two more handlers on lates do to the service levels, and cost"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    let tables: TableFolder?
    do throws(UsageError) {
      page = try PageFile(arguments, verb: "compare", in: surroundings)
      tables = try TableFolder(arguments, verb: "compare", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let isQuiet = arguments.has(.quiet)
    let changes = ScenarioArguments(arguments)
    let operands = ComparisonOperands(arguments.operands)
    let portion: ReplicationArguments
    do throws(UsageError) {
      portion = try ReplicationArguments(arguments, count: .comparedReplications, verb: "compare")
      try OutputFiles.check(
        [.partialOutput, .reportPage, .tables], of: arguments,
        sources: arguments.operands + arguments.all(.with), verb: "compare", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let read: (base: ReadScenario, variants: [ReadScenario])
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.partialOutput, .reportPage], of: arguments, verb: "compare", in: surroundings)
      try tables?.check(ComparisonTables.names)
      read = try operands.read(changes, isQuiet: isQuiet, in: surroundings)
    } catch {
      return error
    }

    do throws(ExitStatus) {
      try MemoryArguments(arguments, verb: "compare", in: surroundings).check(
        ([read.base] + read.variants).map(\.scenario),
        replications: portion.shard?.range(of: portion.replications).count ?? portion.replications, jobs: portion.jobs,
        in: surroundings)
    } catch {
      return error
    }
    let comparison = Comparison(
      base: Plan(read.base.scenario),
      variants: zip(operands.names, read.variants).map { .init(name: $0, plan: Plan($1.scenario)) },
      seed: portion.seed, replications: portion.replications, jobs: portion.jobs)
    func command(_ replications: Int) -> [String] {
      ["watchroom", "compare"] + changes.words + portion.words(replications: replications)
        + ShellCommand.operands(arguments.operands)
    }
    let total =
      (portion.shard?.range(of: portion.replications).count ?? portion.replications) * arguments.operands.count
    let progress = isQuiet || total == 0 ? nil : ProgressLine(surroundings, total: total)
    if let shard = portion.shard {
      let stopped = surroundings.interruption.stoppable { stop in
        comparison.run(shard, unless: stop) { done, _ in progress?.show(done: done) }
      }
      progress?.clear()
      let records: [ReplicationRecords]
      do throws(ExitStatus) {
        records = try portion.whole(stopped, in: surroundings)
      } catch {
        return error
      }
      let parts = zip([""] + operands.names, zip([read.base] + read.variants, records)).map {
        PartialResult.Part(name: $0, read: $1.0, records: $1.1)
      }
      let partial = PartialResult(
        command: command(portion.replications), shard: shard, seed: portion.seed, replications: portion.replications,
        isComparison: true, parts: parts)
      return try surroundings.leave(partial, as: arguments)
    }
    let stopped = surroundings.interruption.stoppable { stop in
      comparison.run(until: portion.precision, unless: stop) { done, total in progress?.show(done: done, of: total) }
    }
    progress?.clear()
    let (result, status): (PairedResult, ExitStatus)
    do throws(ExitStatus) {
      (result, status) = try portion.ended(
        stopped, after: stopped?.base.replications, about: operands.base, in: surroundings)
    } catch {
      return error
    }
    if status == .done {
      portion.noteShortfall(
        result.targetCertainty, after: result.base.replications, about: operands.base, isQuiet: isQuiet,
        in: surroundings)
    }
    let provenance = ComparisonProvenance(
      baseDigest: read.base.digest, variantDigests: read.variants.map(\.digest),
      command: command(result.base.replications))
    try surroundings.write(result, provenance, as: arguments)
    do throws(ExitStatus) {
      try tables?.write(ComparisonTables(result).tables)
      try page?.write(ComparisonPage(result, provenance: provenance).html)
    } catch {
      return error
    }
    return status
  }
}

extension OptionDeclaration {
  /// As ``replications``, but as many as give intervals unless fewer are asked for.
  static let comparedReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "how many independent runs of each plan to average; one alone tells nothing of chance", standard: "20")
}
