import DiscreteEvents

/// What a search expects near a point: distances from all aims as linear functions of the coordinates.
///
/// Slopes come from steps along single coordinates, and every evaluation since has corrected them along the way it lies (the
/// good method of C. G. Broyden, "A class of methods for solving nonlinear simultaneous equations", 1965).
struct LinearModel {
  let aims: [Aim]
  /// The point, and how far all aims are there.
  var point: [Double]
  var distances: [Double]
  /// By aim, how its distance changes along each coordinate.
  var slopes: [[Double]]

  /// What the distances would be at another point.
  func distances(at other: [Double]) -> [Double] {
    let step = zip(other, point).map { $0 - $1 }
    return zip(distances, slopes).map { zip($1, step).reduce($0) { $0 + $1.0 * $1.1 } }
  }

  /// Corrects the slopes so that the model is right at another point, where the distances were found to be `found`.
  mutating func learn(_ found: [Double], at other: [Double]) {
    let step = zip(other, point).map { $0 - $1 }
    let square = step.reduce(0) { $0 + $1 * $1 }
    guard square > 1e-12 else { return }
    let expected = distances(at: other)
    for aim in aims.indices {
      let gap = (found[aim] - expected[aim]) / square
      for index in step.indices { slopes[aim][index] += gap * step[index] }
    }
  }

  /// Moves to another point, where the distances are `found`.
  mutating func move(to other: [Double], _ found: [Double]) {
    point = other
    distances = found
  }

  /// Where the model's cost is least inside the cube, if each coordinate's square of the step costs `damping` and that of
  /// the way from `home` costs `pull`; coordinates `fixed` stay where `start` has them.
  ///
  /// A cost that is not quadratic is approached by quadratic ones (iteratively reweighted least squares), each of them
  /// solved with the coordinates that would leave the cube held at its side: the algorithm of K. Levenberg (1944) and D. W.
  /// Marquardt (1963) with bounds. O(coordinates³).
  func minimum(home: [Double], pull: Double, damping: Double, start: [Double], fixed: Set<Int>) -> [Double] {
    let count = point.count
    var best = start
    for _ in 0..<8 {
      let expected = distances(at: best)
      var matrix = SymmetricMatrix(size: count, diagonal: damping + pull)
      // Everything is written for the step away from the point.
      var right = (0..<count).map { pull * (home[$0] - point[$0]) }
      for (index, aim) in aims.enumerated() {
        let miss = aim.miss(expected[index])
        let weight = miss == 0 ? 0 : aim.squareWeight(miss)
        guard weight > 0 else { continue }
        matrix.add(slopes[index], weight: weight)
        let wanted = weight * (distances[index] + (miss - expected[index]))
        for place in 0..<count { right[place] -= wanted * slopes[index][place] }
      }
      best = Self.bounded(matrix, right, around: point, start: best, fixed: fixed)
    }
    return best
  }

  private static func bounded(
    _ matrix: SymmetricMatrix, _ right: [Double], around point: [Double], start: [Double], fixed: Set<Int>
  ) -> [Double] {
    let count = point.count
    var step = [Double](repeating: 0, count: count)
    var held = fixed
    for index in fixed { step[index] = start[index] - point[index] }
    while held.count < count {
      let free = (0..<count).filter { !held.contains($0) }
      var rest = right
      for index in held where step[index] != 0 {
        for other in free { rest[other] -= matrix[other, index] * step[index] }
      }
      let solution = matrix.solution(rest, kept: free)
      var isInside = true
      for index in free {
        let target = point[index] + solution[index]
        step[index] = min(max(target, 0), 1) - point[index]
        if target < 0 || target > 1 {
          held.insert(index)
          isInside = false
        }
      }
      if isInside { break }
    }
    return (0..<count).map { min(max(point[$0] + step[$0], 0), 1) }
  }
}
