import Watchroom

/// One use of `report`.
struct ReportRun {
  private let arguments: ParsedArguments
  private let surroundings: Surroundings
  private let tables: TableFolder?

  /// What `arguments` ask for, once it is sure that it can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    self.arguments = arguments
    self.surroundings = surroundings
    let outputs = OutputFiles(arguments, in: surroundings)
    tables = TableFolder(arguments, in: surroundings)
    try outputs.check(apartFrom: arguments.operands + arguments.all(.beside))
    if arguments.has(.beside), !arguments.has(.reportPage) {
      throw arguments.misuse("--beside is for a page to look at — add --report FILE.html, or leave it out")
    }
    try outputs.checkPlaces()
    try tables?.check(ResultTables.names)
  }

  func perform() throws(Ending) -> ExitStatus {
    let run = try RecordedRun(arguments.operands[0], in: surroundings)
    run.checkEngine(isQuiet: arguments.isQuiet, in: surroundings)
    let other = try arguments.last(.beside).map { path throws(Ending) in try RecordedRun(path, in: surroundings) }
    try MemoryArguments(arguments, in: surroundings).check(
      [run, other].compactMap(\.?.read.scenario), replications: 1, jobs: 1)
    let result = try run.result(in: surroundings)
    let provenance = run.provenance()
    return surroundings.leave(
      result, provenance, in: tables,
      page: try ReportPage(result, provenance: provenance, ledger: run, beside: other, in: surroundings).html,
      as: arguments)
  }
}
