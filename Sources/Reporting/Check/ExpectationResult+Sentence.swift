import Experiments
import Findings
import Writing

extension ExpectationResult {
  /// The value of its figure and the bound in a sentence: `66.00% ± 2.56 in 2 of 256 replications, expected at least 90.00%`.
  func sentence(of result: ExperimentResult) -> String {
    let portion = Quantity.portion(value.definedIn, of: result.replications)
    return "\(valueWords(in: result.catalogue))\(portion), expected \(boundWords(in: result.catalogue))"
  }
}
