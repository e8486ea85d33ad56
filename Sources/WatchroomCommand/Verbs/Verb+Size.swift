import Watchroom

extension OptionDeclaration {
  static let planOverlay = OptionDeclaration(
    name: "output", value: .path, placeholder: "OVERLAY", help: "where to leave the plan as an overlay for --with",
    absence: "nowhere", leaves: .editable)
  static let planRoster = OptionDeclaration(
    name: "roster", value: .path, placeholder: "FILE.csv",
    help: "where to leave the plan as a roster, which a spreadsheet opens and staff: { csv } reads", absence: "nowhere",
    leaves: .editable)
  fileprivate static let planForce = OptionDeclaration(
    name: force.name, help: "replace files of these two options that are there already")
  static let evidenceReplications = OptionDeclaration(
    name: "replications", value: .wholeNumber(2...100_000), placeholder: "N",
    help: "how many independent runs the evidence is of",
    absence: "\(StaffingSizer.standardReplications); \(ValueMapper.standardReplications) with --value-map")
  static let valueMap = OptionDeclaration(
    name: "value-map",
    help: "instead print what one more handler is worth in every hour of the week, and one more unit on every tour")
  static let valueCSV = OptionDeclaration(
    name: "csv", value: .path, placeholder: "FILE.csv",
    help: "with --value-map, leave the map for a spreadsheet as well", leaves: .file(.figures))
  static let valuePage = OptionDeclaration(
    name: OptionDeclaration.reportPage.name, value: .path, placeholder: "FILE.html",
    help: "with --value-map, write a page of the map as well, one file that any browser opens", leaves: .file(.page))
}

extension Verb {
  static let size = Verb(
    name: "size",
    summary: "find the cheapest headcount it can that meets the targets",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...1,
    operandHelp: "a scenario file, in JSON5",
    operandDetails: "; what may change and must be reached is said under its key “size”, and by --set size.…",
    operandHint: "; changes to it are given as --with OVERLAY",
    ownOptions: [.planOverlay, .planRoster, .planForce, .valueMap, .valueCSV, .valuePage, .seed, .evidenceReplications]
      + OptionDeclaration.changes
      + [.jobs, .memory, .format, .quiet],
    example: Example(
      command: "watchroom size night.json5 --output plan.json5 --roster plan.csv",
      effect: "finds how few can start each shift with every target met, and shows what one fewer would do"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try arguments.has(.valueMap)
      ? ValueMapRun(arguments, in: surroundings).perform() : SizingRun(arguments, in: surroundings).perform()
  }
}
