import Watchroom

extension Verb {
  static let run = Verb(
    name: "run",
    summary: "simulate a scenario and print its service levels",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...1,
    operandHelp: "a scenario file, in JSON5",
    operandHint: "; changes to it are given as --with OVERLAY",
    ownOptions: [.seed, .replications] + OptionDeclaration.changes + [.jobs, .format, .quiet],
    example: Example(
      command: "watchroom run night.json5 --replications 20 --set attendance=0.9",
      effect: "averages 20 runs of a scenario in which one handler in ten is away"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let path = arguments.operands[0]
    let isQuiet = arguments.has(.quiet)
    let changes = ScenarioArguments(arguments)
    let read: ReadScenario
    do throws(ExitStatus) {
      read = try changes.read(path, isQuiet: isQuiet, in: surroundings)
    } catch {
      return error
    }

    guard let seed = arguments.number(.seed), let replications = arguments.number(.replications) else {
      preconditionFailure("both options are declared with a standard value")
    }
    let experiment = Experiment(
      plan: Plan(read.scenario), seed: seed, replications: Int(replications),
      jobs: arguments.number(.jobs).map { Int($0) })
    let progress = isQuiet ? nil : ProgressLine(surroundings, total: Int(replications))
    let result = experiment.run { done, _ in progress?.show(done: done) }
    progress?.clear()

    let operand = path.hasPrefix("-") ? ["--", path] : [path]
    let provenance = Provenance(
      scenarioDigest: read.digest,
      command: ["watchroom", "run"]
        + changes.words + ["--seed", String(seed), "--replications", String(replications)] + operand)
    let report =
      arguments.last(.format) == "json"
      ? JSONReport(result, provenance: provenance).text
      : TextReport(result, provenance: provenance, isColoured: surroundings.outputIsColoured).text
    try surroundings.output.write(report)
    return .done
  }
}
