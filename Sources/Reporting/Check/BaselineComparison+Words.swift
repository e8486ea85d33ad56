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
    // Shares differ by points of a hundred, which is not what they are written in.
    var change = Quantity.difference(
      difference.difference ?? .nan, halfWidth: difference.halfWidth, unit, isClear: difference.isClear)
    if unit == .share { change.text += " points" }
    let portion = Quantity.portion(difference.definedIn, of: replications)
    return "\(words(difference.base)) recorded, now \(words(difference.variant)): \(change.words)\(portion)"
  }
}
