extension OptionDeclaration {
  static let scenarioOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "SCENARIO", help: "where to leave the scenario; rosters go beside it",
    absence: "nowhere: only the report is printed", leaves: .editable)
}

extension Verb {
  static let fit = Verb(
    name: "fit",
    summary: "learn a scenario from call records",
    operandPlaceholder: "CONTACTS",
    operandCount: 1...1,
    operandHelp: "a CSV file with the columns arrival, channel, wait, outcome",
    operandDetails:
      " (answered or abandoned) and, as far as known, handling, wrapUp, agent, priority (the highest number goes "
      + "first); times are seconds, 3m53s or 0:03:53",
    ownOptions: [.scenarioOutput, .timeZone, .holidays, .force, .format, .quiet],
    example: Example(
      command: "watchroom fit calls-2025.csv --output our-force.json5",
      effect: "writes a scenario that behaves as the calls did, and prints how well it fits them"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try FitRun(arguments, in: surroundings).perform()
  }
}
