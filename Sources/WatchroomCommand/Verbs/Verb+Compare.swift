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
    ownOptions: [.seed, .comparedReplications] + OptionDeclaration.changes + [.jobs, .reportPage, .format, .quiet],
    example: Example(
      command: "watchroom compare night.json5 two-more-lates.json5",
      effect: "tells what two more handlers on lates do to the service levels, and cost"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let page: PageFile?
    do throws(UsageError) {
      page = try PageFile(
        arguments, sources: arguments.operands + arguments.all(.with), verb: "compare", in: surroundings)
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    let isQuiet = arguments.has(.quiet)
    let changes = ScenarioArguments(arguments)
    let operands = ComparisonOperands(arguments.operands)
    let read: (base: ReadScenario, variants: [ReadScenario])
    do throws(ExitStatus) {
      read = try operands.read(changes, isQuiet: isQuiet, in: surroundings)
    } catch {
      return error
    }

    guard let seed = arguments.number(.seed), let replications = arguments.number(.comparedReplications) else {
      preconditionFailure("both options are declared with a standard value")
    }
    let comparison = Comparison(
      base: Plan(read.base.scenario),
      variants: zip(operands.names, read.variants).map { .init(name: $0, plan: Plan($1.scenario)) },
      seed: seed, replications: Int(replications), jobs: arguments.number(.jobs).map { Int($0) })
    let progress =
      isQuiet ? nil : ProgressLine(surroundings, total: Int(replications) * arguments.operands.count)
    let result = comparison.run { done, _ in progress?.show(done: done) }
    progress?.clear()

    let needsDashes = arguments.operands.contains { $0.hasPrefix("-") }
    let provenance = ComparisonProvenance(
      baseDigest: read.base.digest, variantDigests: read.variants.map(\.digest),
      command: ["watchroom", "compare"]
        + changes.words + ["--seed", String(seed), "--replications", String(replications)]
        + (needsDashes ? ["--"] : []) + arguments.operands)
    let report =
      arguments.last(.format) == "json"
      ? ComparisonJSONReport(result, provenance: provenance).text
      : ComparisonTextReport(result, provenance: provenance, isColoured: surroundings.outputIsColoured).text
    try surroundings.output.write(report)
    do throws(ExitStatus) {
      try page?.write(ComparisonPage(result, provenance: provenance).html)
    } catch {
      return error
    }
    return .done
  }
}

extension OptionDeclaration {
  /// As ``replications``, but enough of them for intervals, without which a comparison says nothing.
  static let comparedReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(2...1_000_000), placeholder: "N",
    help: "how many independent runs of each plan to average", standard: "20")
}
