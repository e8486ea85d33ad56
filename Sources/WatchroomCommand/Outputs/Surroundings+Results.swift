import Watchroom

extension Surroundings {
  /// Leaves a result wherever the options say: printed, with what came of `precision` if that was asked for, as tables in
  /// `folder`, and as a page. How the command ends because of that.
  func leave(
    _ result: ExperimentResult, _ provenance: Provenance, precision: Precision? = nil, in folder: TableFolder?,
    page: @autoclosure () throws(Ending) -> String, as arguments: ParsedArguments
  ) -> ExitStatus {
    leave(
      arguments.isJSON
        ? JSONReport(result, provenance: provenance, precision: precision).text
        : TextReport(result, provenance: provenance, isColoured: outputIsColoured).text,
      ResultTables(result).tables, in: folder, page: try page(), as: arguments)
  }

  /// Leaves a comparison wherever the options say, likewise.
  func leave(
    _ result: PairedResult, _ provenance: ComparisonProvenance, precision: Precision? = nil, in folder: TableFolder?,
    as arguments: ParsedArguments
  ) -> ExitStatus {
    leave(
      arguments.isJSON
        ? ComparisonJSONReport(result, provenance: provenance, precision: precision).text
        : ComparisonTextReport(result, provenance: provenance, isColoured: outputIsColoured).text,
      ComparisonTables(result).tables, in: folder, page: ComparisonPage(result, provenance: provenance).html,
      as: arguments)
  }

  /// Each of the three whatever becomes of the others.
  private func leave(
    _ text: @autoclosure () -> String, _ tables: @autoclosure () -> [SpreadsheetTable], in folder: TableFolder?,
    page: @autoclosure () throws(Ending) -> String, as arguments: ParsedArguments
  ) -> ExitStatus {
    var attempts = Attempts(in: self)
    attempts.attempt(try print(text()))
    attempts.attempt(try folder?.write(tables()))
    attempts.attempt(try OutputFiles(arguments, in: self).leave(try page(), as: .reportPage))
    return attempts.status
  }

  /// Leaves a partial result where the options say.
  func leave(_ partial: PartialResult, as arguments: ParsedArguments) throws(Ending) {
    if arguments.has(.partialOutput) {
      try OutputFiles(arguments, in: self).leave(partial.text, as: .partialOutput)
    } else {
      try printWhole(partial.text)
    }
  }
}
