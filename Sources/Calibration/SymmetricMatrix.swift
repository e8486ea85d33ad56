/// A small dense symmetric matrix, for least squares.
///
/// By additions, multiplications, divisions and square roots only, in a fixed order, so that a search takes the same steps
/// on every machine.
struct SymmetricMatrix {
  let size: Int
  private var elements: [Double]

  /// The matrix that is 0 but for `diagonal` along its diagonal.
  init(size: Int, diagonal: Double = 0) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
    for index in 0..<size { elements[index * size + index] = diagonal }
  }

  subscript(row: Int, column: Int) -> Double { elements[row * size + column] }

  /// Adds `value` to one number of the diagonal.
  mutating func add(_ value: Double, at index: Int) { elements[index * size + index] += value }

  /// Adds `weight` times the product of `row` with itself. O(size²).
  mutating func add(_ row: [Double], weight: Double) {
    for i in 0..<size where row[i] != 0 {
      let scaled = row[i] * weight
      for j in 0..<size { elements[i * size + j] += scaled * row[j] }
    }
  }

  /// What this times the answer is `right`, for a positive definite matrix; of which only rows and columns `kept`
  /// count, the answer being 0 elsewhere. By Cholesky's factorisation, O(size³).
  func solution(_ right: [Double], kept: [Int]) -> [Double] {
    let count = kept.count
    var factor = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0...i {
        var sum = self[kept[i], kept[j]]
        for k in 0..<j { sum -= factor[i * count + k] * factor[j * count + k] }
        // A diagonal that rounding brought to nothing determines nothing: the answer there is as good as 0.
        factor[i * count + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / factor[j * count + j]
      }
    }
    var partial = kept.map { right[$0] }
    for i in 0..<count {
      for k in 0..<i { partial[i] -= factor[i * count + k] * partial[k] }
      partial[i] /= factor[i * count + i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { partial[i] -= factor[k * count + i] * partial[k] }
      partial[i] /= factor[i * count + i]
    }
    var solution = [Double](repeating: 0, count: size)
    for (index, place) in kept.enumerated() { solution[place] = partial[index] }
    return solution
  }

  /// The diagonal of the inverse of a positive definite matrix. O(size⁴).
  func inverseDiagonal() -> [Double] {
    (0..<size).map { index in
      var unit = [Double](repeating: 0, count: size)
      unit[index] = 1
      return solution(unit, kept: Array(0..<size))[index]
    }
  }

  /// Eigenvalues, the smallest first, and the eigenvector of each, of length 1: by Jacobi's rotations, O(size³) for each of
  /// a few sweeps.
  func eigenvectors() -> [(value: Double, vector: [Double])] {
    var matrix = self
    var vectors = SymmetricMatrix(size: size, diagonal: 1)
    for _ in 0..<60 {
      var isDone = true
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) {
          let off = matrix[p, q]
          if abs(off) <= 1e-14 * (abs(matrix[p, p]) + abs(matrix[q, q])) { continue }
          isDone = false
          let ratio = (matrix[q, q] - matrix[p, p]) / (2 * off)
          let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          matrix.rotateColumns(p, q, cosine, cosine * tangent)
          matrix.rotateRows(p, q, cosine, cosine * tangent)
          vectors.rotateColumns(p, q, cosine, cosine * tangent)
        }
      }
      if isDone { break }
    }
    return (0..<size).map { index in (matrix[index, index], (0..<size).map { vectors[$0, index] }) }
      .sorted { $0.0 < $1.0 }
  }

  private mutating func rotateColumns(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
    for i in 0..<size {
      let (first, second) = (self[i, p], self[i, q])
      elements[i * size + p] = cosine * first - sine * second
      elements[i * size + q] = sine * first + cosine * second
    }
  }

  private mutating func rotateRows(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
    for j in 0..<size {
      let (first, second) = (self[p, j], self[q, j])
      elements[p * size + j] = cosine * first - sine * second
      elements[q * size + j] = sine * first + cosine * second
    }
  }
}
