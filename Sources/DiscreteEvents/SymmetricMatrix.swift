/// A small dense symmetric matrix, for least squares.
///
/// By additions, multiplications, divisions and square roots only, in a fixed order, so that what rests on it comes out the
/// same on every machine.
package struct SymmetricMatrix {
  /// Rows, and columns.
  package let size: Int
  private var elements: [Double]

  /// The matrix that is 0 but for `diagonal` along its diagonal.
  package init(size: Int, diagonal: Double = 0) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
    for index in 0..<size { elements[index * size + index] = diagonal }
  }

  /// The number in a row and a column, both from 0.
  package subscript(row: Int, column: Int) -> Double { elements[row * size + column] }

  /// Adds `value` to one number of the diagonal.
  package mutating func add(_ value: Double, at index: Int) { elements[index * size + index] += value }

  /// Adds `weight` times the product of `row` with itself. O(size²).
  package mutating func add(_ row: [Double], weight: Double) {
    for i in 0..<size where row[i] != 0 {
      let scaled = row[i] * weight
      for j in 0..<size { elements[i * size + j] += scaled * row[j] }
    }
  }

  /// Below this share of its number on the diagonal, what the rows before leave of it is rounding.
  private static let negligible = 1e-10

  /// What this times the answer is `right`, for a matrix without negative eigenvalues; of which only rows and columns `kept`
  /// count, the answer being 0 elsewhere. By Cholesky's factorisation, O(size³).
  ///
  /// Where the equations before leave one undetermined, because its row is a sum of theirs, its answer is 0.
  package func solution(_ right: [Double], kept: [Int]) -> [Double] {
    let count = kept.count
    var factor = [Double](repeating: 0, count: count * count)
    var isDetermined = [Bool](repeating: true, count: count)
    for i in 0..<count {
      for j in 0...i {
        let element = self[kept[i], kept[j]]
        var sum = element
        for k in 0..<j { sum -= factor[i * count + k] * factor[j * count + k] }
        if i != j {
          factor[i * count + j] = isDetermined[j] ? sum / factor[j * count + j] : 0
        } else if sum > Self.negligible * element {
          factor[i * count + i] = sum.squareRoot()
        } else {
          isDetermined[i] = false
          factor[i * count + i] = 1
          for k in 0..<i { factor[i * count + k] = 0 }
        }
      }
    }
    var partial = kept.map { right[$0] }
    for i in 0..<count {
      for k in 0..<i { partial[i] -= factor[i * count + k] * partial[k] }
      partial[i] = isDetermined[i] ? partial[i] / factor[i * count + i] : 0
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { partial[i] -= factor[k * count + i] * partial[k] }
      partial[i] = isDetermined[i] ? partial[i] / factor[i * count + i] : 0
    }
    var solution = [Double](repeating: 0, count: size)
    for (index, place) in kept.enumerated() { solution[place] = partial[index] }
    return solution
  }

  /// The diagonal of the inverse of a positive definite matrix. O(size⁴).
  package func inverseDiagonal() -> [Double] {
    (0..<size).map { index in
      var unit = [Double](repeating: 0, count: size)
      unit[index] = 1
      return solution(unit, kept: Array(0..<size))[index]
    }
  }

  /// Eigenvalues, the smallest first, and the eigenvector of each, of length 1: by Jacobi's rotations, O(size³) for each of
  /// a few sweeps.
  package func eigenvectors() -> [(value: Double, vector: [Double])] {
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
