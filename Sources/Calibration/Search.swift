/// Moves free parameters until figures come near their aims.
///
/// Slopes by differences along each coordinate, with the same callers at all points; then steps of the linear model, four at
/// a time with different damping, of which the best is taken; slopes are corrected after every step, and measured anew when
/// steps no longer help much. `Tools/calibrate` says which other methods this was measured against.
struct Search {
  let space: SearchSpace
  let aims: [Aim]
  /// The distances from all aims at some values; nil where there are none.
  let measure: ([[Double]]) -> [[Double]?]
  /// The most points to be looked at, the start and the steps for slopes among them.
  let limit: Int

  /// What being as far from the start as the range is wide costs: as much as missing one target by half its tolerance. Enough
  /// to leave alone what no target says anything about.
  private static let pull = 0.25
  private static let dampings = [0.1, 1, 10, 100]

  /// Where the search ended.
  struct Found {
    var values: [Double]
    var distances: [Double]
    /// Slopes and distances there.
    var model: LinearModel
    /// Whether it ended because nothing got better, rather than because it had looked at enough points.
    var isSettled: Bool
  }

  private func cost(_ point: [Double], _ distances: [Double]) -> Double {
    let misses = zip(aims, distances).reduce(0) { $0 + $1.0.cost($1.0.miss($1.1)) }
    return misses + zip(point, space.start).reduce(0) { $0 + Self.pull * ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// Searches; nil if the start itself cannot be measured.
  func run() -> Found? {
    var values = space.values(at: space.start)
    guard let first = measure([values])[0] else { return nil }
    var looked = 1
    var model = LinearModel(aims: aims, point: space.point(of: values), distances: first, slopes: [])
    var damping = 1.0
    var needsSlopes = true
    // Whether slopes were measured at the very point, so that a useless step says something about the point.
    var isFresh = false
    var isSettled = false
    while !isSettled {
      if needsSlopes {
        guard looked + space.size + Self.dampings.count <= limit || model.slopes.isEmpty else { break }
        model.slopes = slopes(at: values, model)
        looked += space.size
        (needsSlopes, isFresh) = (false, true)
      }
      guard looked + Self.dampings.count <= limit else { break }
      let trials = Self.dampings.map { self.values(of: model, damping: damping * $0) }
      let found = measure(trials)
      looked += trials.count
      let points = trials.map(space.point)
      let before = cost(model.point, model.distances)
      var best: (index: Int, cost: Double, distances: [Double])?
      for index in trials.indices {
        guard let distances = found[index] else { continue }
        let cost = cost(points[index], distances)
        if cost < best?.cost ?? before { best = (index, cost, distances) }
        model.learn(distances, at: points[index])
      }
      if let best {
        let gain = 1 - best.cost / before
        values = trials[best.index]
        model.move(to: points[best.index], best.distances)
        damping = max(1e-3, damping * Self.dampings[best.index])
        isSettled = isFresh && gain < 0.02
        needsSlopes = gain < 0.3
        isFresh = false
      } else if !isFresh {
        needsSlopes = true
      } else if damping < 1e3 {
        damping *= 100
      } else {
        isSettled = true
      }
    }
    if !isFresh { model.slopes = slopes(at: values, model) }
    return Found(values: values, distances: model.distances, model: model, isSettled: isSettled)
  }

  /// The values at the least of the model's cost. Coordinates that move in coarse steps are rounded to one of them, and the
  /// others then make the best of it.
  private func values(of model: LinearModel, damping: Double) -> [Double] {
    let home = space.start
    var point = model.minimum(home: home, pull: Self.pull, damping: damping, start: model.point, fixed: [])
    let coarse = Set((0..<space.size).filter(space.isCoarse))
    if !coarse.isEmpty {
      for index in coarse { point[index] = space.rounded(point[index], at: index) }
      point = model.minimum(home: home, pull: Self.pull, damping: damping, start: point, fixed: coarse)
    }
    return space.values(at: point)
  }

  /// By aim, how its distance changes along each coordinate, from a step along each towards the middle of its range.
  private func slopes(at values: [Double], _ model: LinearModel) -> [[Double]] {
    let steps = (0..<space.size).map { index in
      var point = model.point
      point[index] += (point[index] < 0.5 ? 1 : -1) * space.probe(index)
      return space.values(at: point)
    }
    // Only the coordinate that moves is written anew: rounding the others again could move them.
    let probes = steps.indices.map { index in
      var probe = values
      probe[index] = steps[index][index]
      return probe
    }
    let found = measure(probes)
    var slopes = [[Double]](repeating: [Double](repeating: 0, count: space.size), count: aims.count)
    for index in probes.indices {
      let way = space.point(of: probes[index])[index] - model.point[index]
      guard let distances = found[index], way != 0 else { continue }
      for aim in aims.indices { slopes[aim][index] = (distances[aim] - model.distances[aim]) / way }
    }
    return slopes
  }
}
