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
  ) { arguments, surroundings throws(Ending) in
    try ComparisonRun(arguments, in: surroundings).perform()
  }
}

extension OptionDeclaration {
  /// As ``replications``, but as many as give intervals unless fewer are asked for.
  static let comparedReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "how many independent runs of each plan to average; one alone tells nothing of chance", standard: "20")
}
