import Watchroom

extension Verb {
  static let schema = Verb(
    name: "schema",
    summary: "print the JSON Schema of a scenario, for editors",
    ownOptions: [.quiet],
    example: Example(
      command: "watchroom schema > scenario.schema.json",
      effect: "saves the schema where an editor can find it"),
    statuses: [.done, .commandLineWrong, .inputOrOutputFailed]
  ) { _, surroundings throws(Ending) in
    let schema = ScenarioSchema.json
    try surroundings.print(schema.hasSuffix("\n") ? schema : schema + "\n")
    return .done
  }
}
