import Foundation

/// Student's t distribution, worked out on another path than the library's: by numerical integration.
enum StudentT {
  /// The number that |t| stays below with `probability`, for `degrees` of freedom. Error below 10⁻¹⁰.
  static func quantile(twoSided probability: Double, degrees: Int) -> Double {
    var low = 0.0
    var high = 1_000.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if within(middle, degrees: Double(degrees)) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The probability of |t| < `limit`: with t = √ν tan φ the density is cos φ to the power ν − 1, up to a factor.
  private static func within(_ limit: Double, degrees: Double) -> Double {
    let factor = 2 * exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / Double.pi.squareRoot()
    let angle = atan(limit / degrees.squareRoot())
    // Simpson's rule.
    let pieces = 400
    let width = angle / Double(pieces)
    let sum = (0...pieces).reduce(0.0) { sum, index in
      let weight = index == 0 || index == pieces ? 1.0 : index % 2 == 1 ? 4.0 : 2.0
      return sum + weight * pow(cos(Double(index) * width), degrees - 1)
    }
    return factor * sum * width / 3
  }
}

/// A 95 % confidence interval.
struct Interval {
  let mean: Double
  let halfWidth: Double

  /// The interval of the mean of these values, one from each of independent runs, by Student's t with this `quantile`.
  init(of values: [Double], quantile: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    halfWidth = quantile * (squares / (count - 1) / count).squareRoot()
  }

  func covers(_ truth: Double) -> Bool { abs(mean - truth) <= halfWidth }
}
