import Watchroom

extension OptionDeclaration {
  static let scenarioOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "SCENARIO", help: "where to leave the scenario; rosters go beside it",
    absence: "nowhere: only the report is printed")
  static let timeZone = OptionDeclaration(
    name: "time-zone", value: .text, placeholder: "ZONE", help: "whose clocks the moments are by",
    standard: "Europe/London")
  static let force = OptionDeclaration(name: "force", help: "replace files that are there already")
}

extension Verb {
  static let fit = Verb(
    name: "fit",
    summary: "learn a scenario from call records",
    operandPlaceholder: "CONTACTS",
    operandCount: 1...1,
    operandHelp: "a CSV file with the columns arrival, channel, wait, outcome",
    operandDetails:
      " (answered or abandoned) and, as far as known, handling, wrapUp, agent, priority; times are seconds, 3m53s or "
      + "0:03:53",
    ownOptions: [.scenarioOutput, .timeZone, .holidays, .force, .format, .quiet],
    example: Example(
      command: "watchroom fit calls-2025.csv --output our-force.json5",
      effect: "writes a scenario that behaves as the calls did, and prints how well it fits them"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let path = arguments.operands[0]
    let diagnostics = Diagnostics(surroundings)
    let isQuiet = arguments.has(.quiet)
    surroundings.interruption.say { "nothing is learned yet, and no file is written" }
    let records: ContactRecords
    let special: SpecialDays
    let sources = [path] + [arguments.last(.holidays)].compactMap(\.self)
    do throws(ExitStatus) {
      try OutputFiles.checkAtOnce(
        [.scenarioOutput], of: arguments, sources: sources, verb: "fit", in: surroundings)
      try OutputFiles.checkPlaces([.scenarioOutput], of: arguments, verb: "fit", in: surroundings)
      try OutputFiles.checkAbsent([.scenarioOutput], of: arguments, in: surroundings)
      let reader = RecordsArguments(arguments, surroundings)
      special = try reader.read { files, _ throws(RecordsError) in
        try SpecialDays.read(holidays: arguments.last(.holidays), files: files)
      }
      records = try reader.read { files, zone throws(RecordsError) in
        try ContactRecords.read(path, timeZone: zone, files: files)
      }
    } catch {
      return error
    }
    let learned = LearnedScenario(records, special: special)
    surroundings.interruption.say(nil)
    if !isQuiet { diagnostics.report(records.warnings + learned.warnings, place: \.description) }
    var status = ExitStatus.done
    if let output = arguments.last(.scenarioOutput) {
      let files = learned.files(path: output, source: path)
      do throws(ExitStatus) {
        // Only what was learned tells which rosters go beside the scenario.
        for file in files {
          try OutputFiles.checkApart(file.path, of: .scenarioOutput, from: sources, verb: "fit", in: surroundings)
        }
      } catch {
        return error
      }
      for file in files where status == .done {
        status = OutputFiles.leave(file.text, at: file.path, replacing: arguments.has(.force), in: surroundings)
      }
    }
    let report = FitReport(learned, from: records)
    try surroundings.output.write(
      arguments.last(.format) == "json" ? report.json : report.text(isColoured: surroundings.outputIsColoured))
    return status
  }
}
