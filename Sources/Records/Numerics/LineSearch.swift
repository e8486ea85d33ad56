/// Searches along one line.
enum LineSearch {
  /// Where a falling or rising function of one number changes sign in `range`; the nearer end where it does not.
  ///
  /// By halving: slow, and never wrong. 80 evaluations.
  static func root(in range: ClosedRange<Double>, of function: (Double) -> Double) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    let sign = function(low) > 0 ? 1.0 : -1.0
    if function(high) * sign > 0 { return function(low).magnitude < function(high).magnitude ? low : high }
    for _ in 0..<80 {
      let middle = low + (high - low) / 2
      if function(middle) * sign > 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// Where a function with one valley in `range` is least: by the golden section, to a thousandth of a millionth of the
  /// range.
  static func minimum(in range: ClosedRange<Double>, of function: (Double) -> Double) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (function(left), function(right))
    for _ in 0..<44 {
      if atLeft <= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = function(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = function(right)
      }
    }
    return low + (high - low) / 2
  }
}
