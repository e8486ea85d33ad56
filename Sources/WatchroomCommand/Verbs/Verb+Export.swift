extension Verb {
  static let export = Verb(
    name: "export",
    summary: "write a recorded run for other tools: CSV, NDJSON, OCEL 2.0",
    operandPlaceholder: "LEDGER",
    operandCount: 1...1,
    operandHelp: "a file that “watchroom run --ledger” wrote",
    ownOptions: [.to, .exportOutput, .quiet],
    example: Example(
      command: "watchroom export night.ledger --to csv",
      effect: "writes the events, the contacts and the incidents of a night as tables into the folder night-csv"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(Ending) in
    try ExportRun(arguments, in: surroundings).perform()
  }
}

/// What a ledger can be written as.
enum ExportFormat: String, CaseIterable {
  case csv, ndjson
  case ocelJSON = "ocel-json"
  case ocelXML = "ocel-xml"

  /// What is left behind of it.
  var kind: OutputKind {
    switch self {
    case .csv: .exportedTable
    case .ndjson: .events
    case .ocelJSON: .objectsJSON
    case .ocelXML: .objectsXML
    }
  }
}

extension OptionDeclaration {
  static let to = OptionDeclaration(
    name: "to", value: .choice(ExportFormat.allCases.map(\.rawValue)),
    placeholder: "FORMAT",
    help: """
      csv, three tables; ndjson, an object for each event; ocel-json or ocel-xml, an object-centric event log (OCEL 2.0)
      """, absence: "none, it must be given")
  static let exportOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "PATH",
    help: "where to write it: a file, or for csv a folder; replaces only an export of that format",
    absence: "standard output, for csv a folder beside the ledger", leaves: .export)
}
