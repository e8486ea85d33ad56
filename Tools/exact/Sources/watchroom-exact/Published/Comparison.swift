/// An estimate and how far chance may have moved it.
struct Measured {
  let mean: Double
  let standardError: Double

  init(mean: Double, standardError: Double) {
    self.mean = mean
    self.standardError = standardError
  }

  /// The mean of values from independent runs.
  init(meanOf values: [Double]) {
    self.init(ratioOf: values, to: Array(repeating: 1, count: values.count))
  }

  /// A ratio of means over independent runs, with its standard error by the delta method.
  init(ratioOf parts: [Double], to wholes: [Double]) {
    let count = Double(parts.count)
    let whole = wholes.reduce(0, +) / count
    let ratio = parts.reduce(0, +) / count / whole
    let squares = zip(parts, wholes).reduce(0) { sum, pair in
      let residual = pair.0 - ratio * pair.1
      return sum + residual * residual
    }
    mean = ratio
    standardError = (squares / (count - 1) / count).squareRoot() / whole
  }

  /// A mean from its 95 % confidence interval over so many runs.
  init(_ mean: Double, _ low: Double, _ high: Double, runs: Int) {
    let quantile = StudentT.quantile(twoSided: 0.95, degrees: runs - 1)
    self.init(mean: mean, standardError: (high - low) / 2 / quantile)
  }
}

/// Sets figures beside those of another program.
struct Comparison {
  /// Two estimates of one thing are further apart than this many of their combined standard errors once in 1,600 times;
  /// once in 500 where the fewest runs, ten, are behind both.
  static let farthest = 3.5

  private(set) var holds = true

  /// Prints a line. `rounding` is half a unit of the last digit that the other program gave.
  mutating func compare(_ name: String, _ own: Measured, with other: Measured, rounding: Double = 0) {
    let combined = (own.standardError * own.standardError + other.standardError * other.standardError).squareRoot()
    let distance = max(0, abs(own.mean - other.mean) - rounding) / combined
    let agrees = distance <= Self.farthest
    holds = holds && agrees
    func shown(_ value: Measured) -> String {
      padded(number(value.mean, digits: 6) + " ± " + number(value.standardError, digits: 2), 24)
    }
    say(
      "  " + padded(name, 32) + shown(other) + shown(own) + padded(number(distance, digits: 2), 8)
        + (agrees ? "agrees" : "DISAGREES"))
  }
}
