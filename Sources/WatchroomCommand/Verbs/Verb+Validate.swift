extension OptionDeclaration {
  fileprivate static let validationFormat = OptionDeclaration(
    name: "format", value: .choice(["text", "json"]), placeholder: "text|json",
    help: "who reads what is found, people or programs; for these all of it is on standard output", standard: "text")
}

extension Verb {
  static let validate = Verb(
    name: "validate",
    summary: "look for errors in scenarios without running them",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...Int.max,
    operandHelp: "a scenario file, in JSON5",
    ownOptions: OptionDeclaration.changes + [.validationFormat, .quiet],
    example: Example(
      command: "watchroom validate Scenarios/*.json5",
      effect: "lists what is wrong with any of the scenarios, or says of each that it is ok"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try ValidationRun(arguments, in: surroundings).perform()
  }
}
