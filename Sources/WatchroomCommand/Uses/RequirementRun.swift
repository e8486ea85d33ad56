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
    try outputs.checkAbsent()
  }

  func perform() throws(Ending) -> ExitStatus {
    let reader = RecordsArguments(arguments, in: surroundings)
    let table = try reader.read { files, zone throws(RecordsError) in
      try VolumeTable.read(question.path, question.question, timeZone: zone, files: files)
    }
    if !arguments.isQuiet { surroundings.say(table.warnings + clocksOfNothing(table)) }
    let report = RequirementsReport(question.requirements(of: table), of: table)
    let roster = try roster(report, reader)
    if !arguments.isQuiet { surroundings.say(roster?.warnings ?? []) }
    var attempts = Attempts(in: surroundings)
    attempts.attempt(
      try surroundings.print(
        arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured)))
    attempts.attempt(try outputs.leave(report.csv, as: .requirementTable))
    if let roster { attempts.attempt(try outputs.leave(roster.csv, as: .requirementRoster)) }
    return attempts.status
  }

  /// The roster that is asked for; nil if none is.
  private func roster(
    _ report: RequirementsReport, _ reader: RecordsArguments
  ) throws(Ending) -> RequirementRoster? {
    guard arguments.has(.requirementRoster) else { return nil }
    return try reader.read { _, _ throws(RecordsError) in try report.roster() }
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
