import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension BaselineComparison {
  /// The change in a sentence: `93.10% recorded, now 91.02%: -2.08 points ± 0.31`, and if not every replication defines
  /// the figure both times, in how many that is.
  func words(in catalogue: FigureCatalogue) -> String {
    let unit = catalogue.unit(of: expectation.metric)
    func words(_ value: Double?) -> String { Quantity.cell(Estimate(mean: value ?? .nan), unit).text }
    let change = Self.change(difference, unit) + Quantity.portion(difference.definedIn, of: replications)
    return "\(words(difference.base)) recorded, now \(words(difference.variant)): \(change)"
  }

  private static func change(_ difference: Difference, _ unit: Figure.Unit) -> String {
    let scale: Double = unit == .share ? 100 : 1
    let change = (difference.difference ?? .nan) * scale
    let sign = change < 0 ? "-" : "+"
    let half = Quantity.decimal((difference.halfWidth ?? .nan) * scale, decimals: 2)
    return "\(sign)\(Quantity.decimal(abs(change), decimals: 2))\(unit == .share ? " points" : "") \u{B1} \(half)"
  }
}
