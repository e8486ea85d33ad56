import Watchroom

extension Verb {
  static let report = Verb(
    name: "report",
    summary: "print the result of a run again, from its ledger alone",
    operandPlaceholder: "LEDGER",
    operandCount: 1...1,
    operandHelp: "a file that “watchroom run --ledger” wrote",
    ownOptions: [.reportPage, .beside, .tables, .format, .quiet],
    example: Example(
      command: "watchroom report night.ledger --format json",
      effect: "prints what the run that wrote the ledger printed, figure for figure"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let result: ExperimentResult
    let opened: RecordedRun
    let page: PageFile?
    let tables: TableFolder?
    do throws(UsageError) {
      page = try PageFile(arguments, verb: "report", in: surroundings)
      tables = try TableFolder(arguments, verb: "report", in: surroundings)
      try OutputFiles.check(
        [.reportPage, .tables], of: arguments, sources: arguments.operands + arguments.all(.beside), verb: "report",
        in: surroundings)
      if page == nil, arguments.has(.beside) {
        throw UsageError(
          message: "--beside is for a page to look at — add --report FILE.html, or leave it out", verb: "report")
      }
    } catch {
      Diagnostics(surroundings).report(error.line)
      return .commandLineWrong
    }
    do throws(ExitStatus) {
      try OutputFiles.checkPlaces([.reportPage], of: arguments, verb: "report", in: surroundings)
      try tables?.check(ResultTables.names)
      opened = try RecordedRun(arguments.operands[0], in: surroundings)
      opened.checkEngine(isQuiet: arguments.has(.quiet), in: surroundings)
      result = try opened.result(in: surroundings)
    } catch {
      return error
    }
    try surroundings.write(result, opened.provenance(), as: arguments)
    do throws(ExitStatus) {
      try tables?.write(ResultTables(result).tables)
      if let page {
        try page.write(
          ReportPage(
            result, provenance: opened.provenance(), ledger: opened, beside: arguments.last(.beside), in: surroundings
          )
          .html)
      }
    } catch {
      return error
    }
    return .done
  }
}

extension RecordedRun {
  /// The figures of its run, which must have come to its end; reports what is wrong.
  ///
  /// - Throws: how the command should end, if there was an error.
  func result(in surroundings: Surroundings) throws(ExitStatus) -> ExperimentResult {
    try checkIsFinished(in: surroundings)
    do throws(LedgerError) {
      return try ExperimentResult(reader, chapters: chapters)
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
  }

  /// Throws, and says so, if its run was cut short.
  func checkIsFinished(in surroundings: Surroundings) throws(ExitStatus) {
    if reader.status == .finished { return }
    let count = "\(reader.eventCount) event\(reader.eventCount == 1 ? "" : "s")"
    throw Diagnostics(surroundings).reject(
      path, "this run was cut short after \(count), and figures of a part would mislead", resumption(of: path))
  }
}
