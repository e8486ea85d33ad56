import Watchroom

/// One use of `fit`.
struct FitRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let outputs: OutputFiles
  /// The files that are read.
  private let sources: [String]

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    outputs = OutputFiles(arguments, in: surroundings)
    sources = arguments.operands + arguments.all(.holidays).suffix(1)
    try outputs.check(apartFrom: sources)
    try outputs.checkPlaces()
    try outputs.checkAbsent()
  }

  func perform() throws(Ending) -> ExitStatus {
    surroundings.interruption.say { "nothing is learned yet, and no file is written" }
    let (records, special) = try read()
    let learned = LearnedScenario(records, special: special)
    surroundings.interruption.say(nil)
    if !arguments.isQuiet { surroundings.say(records.warnings + learned.warnings) }
    var attempts = Attempts(in: surroundings)
    if let path = arguments.last(.scenarioOutput) {
      let files = learned.files(path: path, source: arguments.operands[0])
      if files.count > 1, path == StandardStreamName.output {
        throw arguments.misuse(
          "--output: rosters go beside the scenario, which standard output has no place for — name a file")
      }
      // Only what was learned tells which rosters go beside the scenario.
      for file in files { try outputs.check(file.path, of: .scenarioOutput, apartFrom: sources) }
      attempts.attempt(try leave(files))
    }
    let report = FitReport(learned, from: records)
    try surroundings.print(
      arguments.isJSON ? report.json : report.text(isColoured: surroundings.outputIsColoured))
    return attempts.status
  }

  private func read() throws(Ending) -> (ContactRecords, SpecialDays) {
    let reader = RecordsArguments(arguments, in: surroundings)
    let special = try reader.read { files, _ throws(RecordsError) in
      try SpecialDays.read(holidays: arguments.last(.holidays), files: files)
    }
    let records = try reader.read { files, zone throws(RecordsError) in
      try ContactRecords.read(arguments.operands[0], timeZone: zone, files: files)
    }
    return (records, special)
  }

  /// Leaves the scenario and its rosters, up to the first that cannot be left; none of them if one is there already.
  private func leave(_ files: [LearnedScenario.File]) throws(Ending) {
    try outputs.checkAbsent(files.map(\.path), of: .scenarioOutput)
    for file in files { try outputs.leave(file.text, at: file.path, because: .scenarioOutput) }
  }
}
