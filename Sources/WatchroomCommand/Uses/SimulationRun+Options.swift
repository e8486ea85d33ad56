extension SimulationRun {
  /// Throws if options do not go with keeping a ledger, or with going on with one.
  static func checkLedgerOptions(_ arguments: ParsedArguments) throws(Ending) {
    if arguments.has(.resume) { return try checkResumes(arguments) }
    guard arguments.has(.ledger) else { return }
    func several(_ ask: String) -> Ending {
      arguments.misuse(
        "--ledger keeps one run, and \(ask) — leave out one of them, or say --replication K for the K-th")
    }
    if let other = [OptionDeclaration.shard, .precision].first(where: arguments.has) {
      throw several("\(other.spelling) asks for several")
    }
    if let replications = arguments.number(.replications), replications > 1 {
      throw several("--replications asks for \(replications)")
    }
  }

  private static func checkResumes(_ arguments: ParsedArguments) throws(Ending) {
    let others =
      [OptionDeclaration.seed, .replications, .replication] + OptionDeclaration.portions + OptionDeclaration.changes
      + [.jobs, .memory, .ledger]
    if let other = others.first(where: arguments.has) {
      throw arguments.misuse(
        "\(other.spelling) does not go with --resume: the ledger says how its run goes on — leave it out")
    }
    if arguments.operands[0] == StandardStreamName.input {
      throw arguments.misuse(
        "--resume: a ledger is read and written on, and standard input is only read — name its file")
    }
  }
}
