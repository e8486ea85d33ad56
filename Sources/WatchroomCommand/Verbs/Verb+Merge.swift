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
  ) { arguments, surroundings throws(Ending) in
    try MergeRun(arguments, in: surroundings).perform()
  }
}
