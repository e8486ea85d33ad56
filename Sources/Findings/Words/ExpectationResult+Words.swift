import ContactCentre
import Experiments
import Metrics
import Writing

extension ExpectationResult {
  /// The value in a table's cell, as the unit of the figure asks for.
  package func cell(in catalogue: FigureCatalogue) -> TextTable.Cell {
    Quantity.cell(value, catalogue.unit(of: metric), heldTo: bound)
  }

  /// The value in a sentence, with its half-width: `94.92% ± 0.03`.
  package func valueWords(in catalogue: FigureCatalogue) -> String {
    value.mean.isFinite ? cell(in: catalogue).words : "undefined"
  }

  /// The bound in words: `at least 90.00%`.
  package func boundWords(in catalogue: FigureCatalogue) -> String {
    switch bound {
    case .atLeast(let limit): "at least \(Quantity.bound(limit, catalogue.unit(of: metric)))"
    case .atMost(let limit): "at most \(Quantity.bound(limit, catalogue.unit(of: metric)))"
    }
  }
}

extension Verdict {
  /// How a verdict is shown in colour.
  package var tone: Tone {
    switch self {
    case .pass: .good
    case .fail: .bad
    case .uncertain: .doubtful
    }
  }
}
