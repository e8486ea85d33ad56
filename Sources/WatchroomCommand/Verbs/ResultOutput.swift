import Watchroom

extension Surroundings {
  /// Prints a result as the options say it is to be read.
  func write(
    _ result: ExperimentResult, _ provenance: Provenance, as arguments: ParsedArguments
  ) throws(OutputFault) {
    let report =
      arguments.last(.format) == "json"
      ? JSONReport(result, provenance: provenance).text
      : TextReport(result, provenance: provenance, isColoured: outputIsColoured).text
    try output.write(report)
  }

  /// Prints a comparison as the options say it is to be read.
  func write(
    _ result: PairedResult, _ provenance: ComparisonProvenance, as arguments: ParsedArguments
  ) throws(OutputFault) {
    let report =
      arguments.last(.format) == "json"
      ? ComparisonJSONReport(result, provenance: provenance).text
      : ComparisonTextReport(result, provenance: provenance, isColoured: outputIsColoured).text
    try output.write(report)
  }
}
