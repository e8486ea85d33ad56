import Watchroom

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
    help: "with --from, keep every event of the fork in a file (replaces only a ledger)")
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
  ) { arguments, surroundings throws(OutputFault) in
    let answer: (text: String, status: ExitStatus)
    do throws(ExitStatus) {
      do throws(UsageError) {
        try checkReplayOptions(arguments)
      } catch {
        Diagnostics(surroundings).report(error.line)
        throw .commandLineWrong
      }
      let replay = LedgerReplay(
        ledger: try RecordedRun(arguments.operands[0], in: surroundings), arguments: arguments,
        surroundings: surroundings)
      if arguments.has(.verify) {
        answer = try replay.verify()
      } else {
        answer = (arguments.has(.at) ? try replay.world() : try replay.fork(), .done)
      }
    } catch {
      return error
    }
    try surroundings.output.write(answer.text)
    return answer.status
  }

  /// Throws unless the options ask for one thing.
  private static func checkReplayOptions(_ arguments: ParsedArguments) throws(UsageError) {
    func error(_ message: String) -> UsageError { UsageError(message: message, verb: "replay") }
    let wanted = [OptionDeclaration.at, .verify, .forkTime].filter { arguments.has($0) }
    guard let first = wanted.first else {
      throw error("say what to do with the run: --at TIME, --verify, or --from TIME")
    }
    if wanted.count > 1 {
      throw error("\(first.spelling) and \(wanted[1].spelling) are two things — ask for one at a time")
    }
    if arguments.has(.forkTime) { return }
    if let other = [OptionDeclaration.with, .set, .forkLedger, .forkMemory].first(where: { arguments.has($0) }) {
      throw error("\(other.spelling) is for a fork — add --from TIME, or leave it out")
    }
  }
}
