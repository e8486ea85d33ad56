import Watchroom

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
  ) { arguments, surroundings throws(OutputFault) in
    if arguments.last(.validationFormat) == "json" { return try listProblems(arguments, in: surroundings) }
    let isQuiet = arguments.has(.quiet)
    let changes = ScenarioArguments(arguments)
    var status = ExitStatus.done
    for path in arguments.operands {
      var reason: ScenarioError?
      do throws(ExitStatus) {
        _ = try changes.read(path, isOneOfSeveral: arguments.operands.count > 1, isQuiet: isQuiet, in: surroundings) {
          reason = $0
        }
      } catch {
        // What is no setting at all is none for the next file either, and need not be said again.
        if reason?.cause == .malformedSetting { return error }
        status = max(status, error)
        continue
      }
      if !isQuiet { try surroundings.output.write("\(path.printable): ok\n") }
    }
    return status
  }

  /// Looks at all files, and prints what is wrong with each as one document.
  private static func listProblems(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(OutputFault) -> ExitStatus {
    let changes = ScenarioArguments(arguments)
    var unheard = surroundings
    // All that would be said there is in the document.
    unheard.errors = Silence()
    var status = ExitStatus.done
    var files: [ValidationJSON.File] = []
    for path in arguments.operands {
      var file = ValidationJSON.File(path: path, isRight: true, problems: [])
      do throws(ExitStatus) {
        file.problems = try changes.read(path, isQuiet: true, in: unheard) { file.problems = $0.problems }.warnings
      } catch {
        file.isRight = false
        status = max(status, error)
      }
      if arguments.has(.quiet) { file.problems.removeAll { $0.severity == .warning } }
      files.append(file)
    }
    try surroundings.output.write(ValidationJSON(files) { changes.origin(of: $0) }.text)
    return status
  }
}

/// Nowhere.
private struct Silence: TextOutput {
  func write(_ text: String) {}
}
