import Watchroom

/// One use of `replay`.
struct ReplayRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings

  /// What `arguments` ask for.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    try Self.check(arguments)
    self.arguments = arguments
    self.surroundings = surroundings
  }

  func perform() throws(Ending) -> ExitStatus {
    let ledger = try RecordedRun(arguments.operands[0], in: surroundings)
    let replay = LedgerReplay(ledger: ledger, arguments: arguments, surroundings: surroundings)
    if arguments.has(.verify) {
      let (report, status) = try replay.verify()
      try surroundings.print(report)
      if status == .done { try replay.checkIsWhole() }
      return status
    }
    try surroundings.print(try arguments.has(.at) ? replay.world() : replay.fork())
    return .done
  }

  /// Throws unless the options ask for one thing.
  private static func check(_ arguments: ParsedArguments) throws(Ending) {
    let wanted = [OptionDeclaration.at, .verify, .forkTime].filter(arguments.has)
    guard let first = wanted.first else {
      throw arguments.misuse("say what to do with the run: --at TIME, --verify, or --from TIME")
    }
    if wanted.count > 1 {
      throw arguments.misuse("\(first.spelling) and \(wanted[1].spelling) are two things — ask for one at a time")
    }
    if arguments.has(.forkTime) { return }
    if let other = [OptionDeclaration.with, .set, .forkLedger, .forkMemory].first(where: arguments.has) {
      throw arguments.misuse("\(other.spelling) is for a fork — add --from TIME, or leave it out")
    }
  }
}
