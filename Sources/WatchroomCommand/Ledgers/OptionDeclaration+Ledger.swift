extension OptionDeclaration {
  static let ledger = OptionDeclaration(
    name: "ledger", value: .path, placeholder: "FILE",
    help: "keep every event of the run in a file, to be reported, replayed and forked later (replaces only a ledger)",
    leaves: .growing)
  static let resume = OptionDeclaration(
    name: "resume", help: "go on with a run that was cut short: instead of a scenario, name its ledger")
}
