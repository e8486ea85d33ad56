import DiscreteEvents

/// Weighted least squares with a penalty on the size of each coefficient, one observation after another.
///
/// Holds X'WX and X'Wy only, so memory does not grow with the observations.
struct NormalEquations {
  private var products: SymmetricMatrix
  private var right: [Double]

  /// No observations of `count` coefficients.
  init(count: Int) {
    products = SymmetricMatrix(size: count)
    right = [Double](repeating: 0, count: count)
  }

  /// Adds an observation: `row` times the coefficients should be `value`.
  mutating func add(_ row: [Double], _ value: Double, weight: Double = 1) {
    products.add(row, weight: weight)
    for index in right.indices { right[index] += row[index] * weight * value }
  }

  /// The coefficients that fit best where coefficient i costs `penalties[i]` times its square; one that nothing determines
  /// is 0. O(count³).
  func solution(penalties: [Double]) -> [Double] {
    var matrix = products
    for (index, penalty) in penalties.enumerated() { matrix.add(penalty, at: index) }
    return matrix.solution(right, kept: Array(right.indices))
  }
}
