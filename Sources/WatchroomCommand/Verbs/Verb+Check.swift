extension Verb {
  static let check = Verb(
    name: "check",
    summary: "judge what scenarios expect of their figures; for CI",
    operandPlaceholder: "PATH",
    operandCount: 1...Int.max,
    operandHelp: "a scenario file, or a folder with scenarios (*.json5) at any depth, links followed",
    ownOptions: [.junit, .baseline, .record, .seed, .firstReplications, .most] + OptionDeclaration.changes + [
      .jobs, .memory, .format, .quiet,
    ],
    example: Example(
      command: "watchroom check Scenarios --junit verdicts.xml",
      effect: "says of every scenario whether all it expects came true, and why not, and leaves the same for CI"),
    statuses: ExitStatus.withVerdicts
  ) { arguments, surroundings throws(Ending) in
    try CheckRun(arguments, in: surroundings).perform()
  }
}

extension OptionDeclaration {
  static let junit = OptionDeclaration(
    name: "junit", value: .path, placeholder: "FILE", help: "where to leave the verdicts as JUnit XML",
    absence: "nowhere", leaves: .file(.verdicts))
  static let baseline = OptionDeclaration(
    name: "baseline", value: .path, placeholder: "FILE",
    help: "fail as well if a figure is worse than this file of --record says, beyond what chance explains",
    absence: "only what is expected counts")
  static let record = OptionDeclaration(
    name: "record", value: .path, placeholder: "FILE",
    help: "where to leave the figures for --baseline; it names scenarios from its own folder",
    absence: "nowhere", leaves: .file(.baseline))
  static let firstReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "how many independent runs to begin with; one alone is judged by its figures as they are, chance and all",
    standard: "20")
  static let most = OptionDeclaration(
    name: "most", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "double the runs while a verdict is uncertain, but not beyond this",
    absence: "256, or --replications if more")
}
