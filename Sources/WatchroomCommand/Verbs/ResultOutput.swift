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
}
