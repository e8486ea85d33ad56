import DiscreteEvents
import Testing

@Suite struct SymmetricMatrixTests {
  private static func matrix() -> SymmetricMatrix {
    var matrix = SymmetricMatrix(size: 3, diagonal: 1)
    matrix.add([1, 2, 3], weight: 1)
    matrix.add([0, -1, 1], weight: 2)
    return matrix
  }

  private static func product(_ matrix: SymmetricMatrix, _ vector: [Double]) -> [Double] {
    vector.indices.map { row in vector.indices.reduce(0) { $0 + matrix[row, $1] * vector[$1] } }
  }

  @Test func solvesWhatItIsGiven() {
    let matrix = Self.matrix()
    let solution = matrix.solution([1, -2, 0.5], kept: [0, 1, 2])
    for (found, wanted) in zip(Self.product(matrix, solution), [1, -2, 0.5]) { #expect(abs(found - wanted) < 1e-12) }
  }

  @Test func solvesForSomeAndLeavesTheOthersOut() {
    let matrix = Self.matrix()
    let solution = matrix.solution([1, 5, 2], kept: [0, 2])
    #expect(solution[1] == 0)
    let product = Self.product(matrix, solution)
    #expect(abs(product[0] - 1) < 1e-12 && abs(product[2] - 2) < 1e-12)
  }

  @Test func whatNothingDeterminesIsNothing() {
    // The third row is the sum of the others, and so is what is asked of it.
    var matrix = SymmetricMatrix(size: 3)
    matrix.add([1, 0, 1], weight: 2)
    matrix.add([0, 3, 3], weight: 1)
    let solution = matrix.solution([2, 9, 11], kept: [0, 1, 2])
    #expect(abs(solution[0] - 1) < 1e-12 && abs(solution[1] - 1) < 1e-12 && solution[2] == 0)
    #expect(SymmetricMatrix(size: 2).solution([1, 1], kept: [0, 1]) == [0, 0])
    // However small the numbers are, they determine what they can.
    var small = SymmetricMatrix(size: 2)
    small.add([1, 0], weight: 1e-20)
    small.add([1, 1], weight: 1e-20)
    for answer in small.solution([3e-20, 2e-20], kept: [0, 1]) { #expect(abs(answer - 1) < 1e-12) }
  }

  @Test func invertsItsDiagonal() {
    let matrix = Self.matrix()
    for (index, value) in matrix.inverseDiagonal().enumerated() {
      var unit = [0.0, 0, 0]
      unit[index] = 1
      #expect(value == matrix.solution(unit, kept: [0, 1, 2])[index])
    }
  }

  @Test func eigenvectorsAreOnlyStretched() {
    let matrix = Self.matrix()
    let found = matrix.eigenvectors()
    #expect(found.map(\.value) == found.map(\.value).sorted())
    for (value, vector) in found {
      for (stretched, part) in zip(Self.product(matrix, vector), vector) {
        #expect(abs(stretched - value * part) < 1e-9)
      }
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    }
    // The trace is the sum of the eigenvalues.
    #expect(abs(found.reduce(0) { $0 + $1.value } - (matrix[0, 0] + matrix[1, 1] + matrix[2, 2])) < 1e-9)
  }
}
