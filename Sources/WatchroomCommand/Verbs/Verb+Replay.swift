extension OptionDeclaration {
  static let at = OptionDeclaration(
    name: "at", value: .text, placeholder: "TIME",
    help: "print who waits, who works on what and where units are at a time, such as 21:14, 2022-07-22T21:14 or, "
      + "where the clocks go back, 2022-10-30T01:30+00:00")
  static let verify = OptionDeclaration(
    name: "verify", help: "simulate the run again and compare it event for event")
  static let forkTime = OptionDeclaration(
    name: "from", value: .text, placeholder: "TIME",
    help: "fork the run: let another plan, given by --with and --set, take over at a time")
  static let forkLedger = OptionDeclaration(
    name: "ledger", value: .path, placeholder: "FILE",
    help: "with --from, keep every event of the fork in a file (replaces only a ledger)", leaves: .growing)
  static let forkMemory = OptionDeclaration(
    name: memory.name, value: memory.value, placeholder: memory.placeholder, help: "with --from, \(memory.help)",
    absence: memory.absence)
}

extension Verb {
  static let replay = Verb(
    name: "replay",
    summary: "look into a recorded run, verify it, or fork it",
    operandPlaceholder: "LEDGER",
    operandCount: 1...1,
    operandHelp: "a file that “watchroom run --ledger” wrote",
    operandHint: "; changes to its scenario are given as --with OVERLAY",
    ownOptions: [.at, .verify, .forkTime, .with, .set, .forkLedger, .forkMemory, .format, .quiet],
    example: Example(
      command: "watchroom replay night.ledger --from 19:00 --with ten-more.json5",
      effect: "tells what ten more handlers would have changed from 19:00 on, caller for caller"),
    statuses: ExitStatus.withVerdicts
  ) { arguments, surroundings throws(Ending) in
    try ReplayRun(arguments, in: surroundings).perform()
  }
}
