import Watchroom

extension Verb {
  static let validate = Verb(
    name: "validate",
    summary: "look for errors in scenarios without running them",
    operandPlaceholder: "SCENARIO",
    operandCount: 1...Int.max,
    operandHelp: "a scenario file, in JSON5",
    ownOptions: OptionDeclaration.changes + [.quiet],
    example: Example(
      command: "watchroom validate Scenarios/*.json5",
      effect: "lists what is wrong with any of the scenarios, or says of each that it is ok"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
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
}
