import Watchroom

extension Verb {
  static let new = Verb(
    name: "new",
    summary: "write a scenario to begin with, every line explained",
    operandPlaceholder: "FILE",
    operandCount: 1...1,
    leavesOperand: true,
    operandHelp: "the name of a file that is not there yet",
    ownOptions: [.quiet],
    example: Example(
      command: "watchroom new my-force.json5",
      effect: "writes a small force with 999 and 101, to be edited until it is yours"),
    statuses: [.done, .commandLineWrong, .inputOrOutputFailed]
  ) { arguments, surroundings throws(Ending) in
    let path = arguments.operands[0]
    if let complaint = ValueKind.complaint(aboutNewName: path) { throw arguments.misuse(complaint) }
    try writing(
      path, remedy: "name a file that is not there yet, in a folder that is",
      try surroundings.storage.write(StarterScenario.text, to: path, replacing: false))
    // What is said of it would be taken for a part of it on standard output.
    if arguments.isQuiet || path == StandardStreamName.output { return .done }
    func command(_ verb: Verb, _ words: String...) -> String {
      ShellCommand(["watchroom", verb.name] + words + ShellCommand.operands([path])).line
    }
    try surroundings.print(
      """
      \(path.printable) is written: a small force with 999 and 101. Open it in an editor, then

        \(command(.validate))
            says whether what you changed can be understood
        \(command(.run, OptionDeclaration.replications.spelling, "20"))
            shows what happens
        \(command(.check))
            says whether it does what you expect of it

      """)
    return .done
  }
}
