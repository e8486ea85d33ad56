import Foundation

/// The counts of successes in `trials` that leave out no more than (1 − `confidence`)/2 on either side.
func binomialRange(trials: Int, probability: Double, confidence: Double) -> ClosedRange<Int> {
  let tail = (1 - confidence) / 2
  var cumulative = 0.0
  var low = 0
  for count in 0...trials {
    let (n, k) = (Double(trials), Double(count))
    let logOfWays = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    cumulative += exp(logOfWays + k * log(probability) + (n - k) * log1p(-probability))
    if cumulative <= tail { low = count + 1 }
    if cumulative >= 1 - tail { return low...count }
  }
  return low...trials
}
