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
}
