/// Weighted least squares with a penalty on the size of each coefficient, one observation after another.
///
/// Holds X'WX and X'Wy only, so memory does not grow with the observations.
struct NormalEquations {
  private let count: Int
  /// The lower triangle of X'WX, row by row.
  private var products: [Double]
  private var right: [Double]

  /// No observations of `count` coefficients.
  init(count: Int) {
    self.count = count
    products = [Double](repeating: 0, count: count * (count + 1) / 2)
    right = [Double](repeating: 0, count: count)
  }

  /// Adds an observation: `row` times the coefficients should be `value`.
  mutating func add(_ row: [Double], _ value: Double, weight: Double = 1) {
    var index = 0
    for i in 0..<count {
      let scaled = row[i] * weight
      // Rows of dummies are mostly zeros.
      if scaled != 0 {
        for j in 0...i { products[index + j] += scaled * row[j] }
        right[i] += scaled * value
      }
      index += i + 1
    }
  }

  /// The coefficients that fit best where coefficient i costs `penalties[i]` times its square.
  ///
  /// By Cholesky's factorisation; a coefficient that nothing determines is 0. O(count³).
  func solution(penalties: [Double]) -> [Double] {
    var factor = products
    func at(_ i: Int, _ j: Int) -> Int { i * (i + 1) / 2 + j }
    for i in 0..<count { factor[at(i, i)] += penalties[i] }
    var isFree = [Bool](repeating: true, count: count)
    for i in 0..<count {
      let size = factor[at(i, i)]
      for j in 0...i {
        var sum = factor[at(i, j)]
        for k in 0..<j { sum -= factor[at(i, k)] * factor[at(j, k)] }
        if i != j {
          factor[at(i, j)] = isFree[j] ? sum / factor[at(j, j)] : 0
        } else if sum > 1e-10 * size {
          factor[at(i, i)] = sum.squareRoot()
        } else {
          isFree[i] = false
          factor[at(i, i)] = 1
          for k in 0..<i { factor[at(i, k)] = 0 }
        }
      }
    }
    var solution = right
    for i in 0..<count {
      for k in 0..<i { solution[i] -= factor[at(i, k)] * solution[k] }
      solution[i] = isFree[i] ? solution[i] / factor[at(i, i)] : 0
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { solution[i] -= factor[at(k, i)] * solution[k] }
      solution[i] = isFree[i] ? solution[i] / factor[at(i, i)] : 0
    }
    return solution
  }
}
