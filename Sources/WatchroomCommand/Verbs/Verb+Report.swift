extension Verb {
  static let report = Verb(
    name: "report",
    summary: "print the result of a run again, from its ledger alone",
    operandPlaceholder: "LEDGER",
    operandCount: 1...1,
    operandHelp: "a file that “watchroom run --ledger” wrote",
    ownOptions: [.reportPage, .beside, .tables, .format, .quiet],
    example: Example(
      command: "watchroom report night.ledger --format json",
      effect: "prints what the run that wrote the ledger printed, figure for figure"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try ReportRun(arguments, in: surroundings).perform()
  }
}
