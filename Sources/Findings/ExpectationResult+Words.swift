import ContactCentre
import Experiments
import Metrics
import Writing

extension ExpectationResult {
  /// The value in a table's cell, as the unit of the figure asks for.
  package func cell(in catalogue: FigureCatalogue) -> TextTable.Cell { Quantity.cell(value, unit(in: catalogue)) }

  /// The value in a sentence, with its half-width: `94.92% ± 0.03`.
  package func valueWords(in catalogue: FigureCatalogue) -> String {
    guard value.mean.isFinite else { return "undefined" }
    let cell = cell(in: catalogue)
    return cell.text + (cell.halfWidth.map { " \u{B1} \($0)" } ?? "")
  }

  /// The bound in words: `at least 90.00%`.
  package func boundWords(in catalogue: FigureCatalogue) -> String {
    let unit = unit(in: catalogue)
    func words(_ limit: Double) -> String {
      switch unit {
      case .seconds: return Quantity.limit(limit)
      case .share: return Quantity.cell(Estimate(mean: limit), unit).text
      // A limit of 1.75 must not read as one of 2.
      case .count, .hours, .money: return Quantity.decimal(limit, decimals: limit == limit.rounded() ? 0 : 2)
      }
    }
    switch bound {
    case .atLeast(let limit): return "at least \(words(limit))"
    case .atMost(let limit): return "at most \(words(limit))"
    }
  }

  private func unit(in catalogue: FigureCatalogue) -> Figure.Unit {
    catalogue.index(of: metric).map { catalogue.figures[$0].unit } ?? .count
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
