import Watchroom

/// One use of `erlang` for a table of volumes.
struct RequirementRun {
  private let question: RequirementArguments
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let outputs: OutputFiles

  /// What `question` asks, once it is sure that its answer can be left where it is wanted.
  init(
    _ question: RequirementArguments, _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(Ending) {
    self.question = question
    self.arguments = arguments
    self.surroundings = surroundings
    outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(apartFrom: [question.path])
    try outputs.checkPlaces()
  }

  func perform() throws(Ending) -> ExitStatus {
    let reader = RecordsArguments(arguments, in: surroundings)
    let table = try reader.read { files, zone throws(RecordsError) in
      try VolumeTable.read(question.path, question.question, timeZone: zone, files: files)
    }
    if !arguments.isQuiet { surroundings.say(table.warnings + clocksOfNothing(table)) }
    let report = RequirementsReport(question.requirements(of: table), of: table)
    try surroundings.print(
      arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured))
    try outputs.leave(report.csv, as: .requirementTable)
    return .done
  }

  /// A warning that clocks were named for a table that is by none.
  private func clocksOfNothing(_ table: VolumeTable) -> [Problem] {
    guard table.isWeek, arguments.has(.timeZone) else { return [] }
    return [
      Problem(
        severity: .warning, place: Place(origin: .file(question.path)), path: "",
        message: "one average week has no dates, and so no clocks", remedy: "leave out --time-zone")
    ]
  }
}
