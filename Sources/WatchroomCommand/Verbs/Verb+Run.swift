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
  ) { arguments, surroundings throws(Ending) in
    try SimulationRun(arguments, in: surroundings).perform()
  }
}
