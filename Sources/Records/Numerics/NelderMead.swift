/// Finds where a function of a few numbers is least, without derivatives.
///
/// The simplex search of J. A. Nelder and R. Mead, "A simplex method for function minimization", 1965, with the usual
/// coefficients. Robust rather than fast: meant for two to five parameters of a smooth function. A value that is not a
/// number counts as infinitely bad, so a function may refuse arguments.
enum NelderMead {
  /// The best point found from `start`, the first simplex reaching `steps` from it, and the value there.
  ///
  /// Ends after `limit` evaluations, or once the values at the corners agree to `tolerance` of their size.
  static func minimum(
    from start: [Double], steps: [Double], limit: Int = 2_000, tolerance: Double = 1e-10,
    of function: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    var evaluations = 0
    func value(_ point: [Double]) -> Double {
      evaluations += 1
      let value = function(point)
      return value.isNaN ? .infinity : value
    }
    var corners = [(point: start, value: value(start))]
    for index in start.indices {
      var point = start
      point[index] += steps[index]
      corners.append((point, value(point)))
    }
    let worst = start.count
    while evaluations < limit {
      // Stable, so that ties are settled by age.
      corners.sort { $0.value < $1.value }
      let spread = corners[worst].value - corners[0].value
      if spread.isFinite, spread <= tolerance * (corners[0].value.magnitude + tolerance) { break }
      let centre = start.indices.map { index in
        corners[..<worst].reduce(0) { $0 + $1.point[index] } / Double(worst)
      }
      func along(_ factor: Double) -> (point: [Double], value: Double) {
        let point = start.indices.map { centre[$0] + factor * (corners[worst].point[$0] - centre[$0]) }
        return (point, value(point))
      }
      let reflected = along(-1)
      if reflected.value < corners[0].value {
        let expanded = along(-2)
        corners[worst] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[worst - 1].value {
        corners[worst] = reflected
      } else {
        let contracted = along(reflected.value < corners[worst].value ? -0.5 : 0.5)
        if contracted.value < min(reflected.value, corners[worst].value) {
          corners[worst] = contracted
        } else {
          for index in corners.indices.dropFirst() {
            let point = start.indices.map { (corners[index].point[$0] + corners[0].point[$0]) / 2 }
            corners[index] = (point, value(point))
          }
        }
      }
    }
    let best = corners.min { $0.value < $1.value } ?? corners[0]
    return (best.point, best.value)
  }
}
