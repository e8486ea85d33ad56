extension OptionDeclaration {
  static let targets = OptionDeclaration(
    name: "targets", value: .path, placeholder: "FILE", help: "the published figures, in JSON5; must be given")
  static let calibratedOverlay = OptionDeclaration(
    name: "output", value: .path, placeholder: "OVERLAY",
    help: "where to leave what was found as changes to the scenario, for --with", absence: "nowhere: only the report",
    leaves: .editable)
  static let evidence = OptionDeclaration(
    name: "evidence", value: .path, placeholder: "FILE", help: "where to leave the report as a page of Markdown",
    absence: "nowhere", leaves: .editable)
  static let journal = OptionDeclaration(
    name: "resume", value: .path, placeholder: "FILE",
    help: "a file of what was simulated so far: goes on from it, or begins it if there is none", absence: "none",
    leaves: .growing)
  static let evaluations = OptionDeclaration(
    name: "evaluations", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "the most sets of values to simulate", absence: "12 for each parameter and 64")
  static let confirmations = OptionDeclaration(
    name: "confirm", value: .wholeNumber(1...1_000), placeholder: "N",
    help: "how many runs, with seeds not searched with, judge what was found", standard: "5")
}

extension Verb {
  static let calibrate = Verb(
    name: "calibrate",
    summary: "move what is not known until published figures come out",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...1,
    operandHelp: "a scenario file that names under “calibrate” what may be moved, and how far",
    operandHint: "; changes to it are given as --with OVERLAY",
    ownOptions: [
      .targets, .calibratedOverlay, .evidence, .force, .journal, .seed, .replications, .evaluations, .confirmations,
    ]
      + OptionDeclaration.changes + [.jobs, .memory, .format, .quiet],
    example: Example(
      command: "watchroom calibrate year.json5 --targets published.json5 --output found.json5",
      effect: "finds the rosters and patience that bring about a published year, and how sure they are"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try CalibrationRun(arguments, in: surroundings).perform()
  }
}
