import Watchroom

extension Surroundings {
  /// Prints a result as the options say it is to be read, with what came of `precision` if that was asked for.
  func print(
    _ result: ExperimentResult, _ provenance: Provenance, precision: Precision? = nil, as arguments: ParsedArguments
  ) throws(Ending) {
    try print(
      arguments.isJSON
        ? JSONReport(result, provenance: provenance, precision: precision).text
        : TextReport(result, provenance: provenance, isColoured: outputIsColoured).text)
  }

  /// Prints a comparison as the options say it is to be read.
  func print(
    _ result: PairedResult, _ provenance: ComparisonProvenance, as arguments: ParsedArguments
  ) throws(Ending) {
    try print(
      arguments.isJSON
        ? ComparisonJSONReport(result, provenance: provenance).text
        : ComparisonTextReport(result, provenance: provenance, isColoured: outputIsColoured).text)
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
