/// Moves free parameters until figures come near their aims.
///
/// Slopes by differences along each coordinate, with the same callers at all points, as far apart as it takes for a figure
/// to move; then steps of the linear model, four at a time with different damping, of which the best is taken; slopes are
/// corrected after every step, and measured anew when steps no longer help much. `Tools/calibrate` says which other methods
/// this was measured against.
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
    /// How many points it looked at, those that come to the same values counted each time.
    var looked: Int
  }

  private func cost(_ point: [Double], _ distances: [Double]) -> Double {
    let misses = zip(aims, distances).reduce(0) { $0 + $1.0.cost($1.0.miss($1.1)) }
    return misses + zip(point, space.start).reduce(0) { $0 + Self.pull * ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// Where a search stands.
  private struct State {
    var values: [Double]
    var model: LinearModel
    var damping = 1.0
    var looked = 1
    /// Whether slopes were measured at the very point, so that useless steps say something about the point.
    var isFresh = false
    /// By coordinate, the step from which slopes are tried to be learned next.
    var steps: [Double]
  }

  /// Searches; nil if the start itself cannot be measured.
  func run() -> Found? {
    let values = space.values(at: space.start)
    guard let first = measure([values])[0] else { return nil }
    var state = State(
      values: values, model: LinearModel(aims: aims, point: space.point(of: values), distances: first, slopes: []),
      steps: (0..<space.size).map(space.step))
    measureSlopes(&state)
    var isSettled = false
    while !isSettled, state.looked + Self.dampings.count <= limit {
      let trials = Self.dampings.map { self.values(of: state.model, damping: state.damping * $0) }
      let wasFresh = state.isFresh
      var needsSlopes = !wasFresh
      if let best = take(trials, &state) {
        state.damping = max(1e-3, state.damping * Self.dampings[best.index])
        isSettled = wasFresh && best.gain < 0.02
        needsSlopes = best.gain < 0.3
      } else if wasFresh, state.damping < 1e3 {
        state.damping *= 100
      } else if wasFresh {
        // Whole numbers may stand in the way of a way down that leads through what lies between them.
        let neighbours = neighbours(of: state)
        guard !neighbours.isEmpty, state.looked + neighbours.count <= limit, take(neighbours, &state) != nil else {
          isSettled = true
          break
        }
        state.damping = 1
        needsSlopes = true
      }
      guard needsSlopes, !isSettled else { continue }
      guard state.looked + space.size + Self.dampings.count <= limit else { break }
      measureSlopes(&state)
    }
    if !state.isFresh { measureSlopes(&state) }
    return Found(
      values: state.values, distances: state.model.distances, model: state.model, isSettled: isSettled,
      looked: state.looked)
  }

  /// Measures `trials`, corrects the model by them, and moves to the best of them, if it is better: which that is, and the
  /// share of the cost that it saves.
  private func take(_ trials: [[Double]], _ state: inout State) -> (index: Int, gain: Double)? {
    let found = measure(trials)
    state.looked += trials.count
    let points = trials.map(space.point)
    let before = cost(state.model.point, state.model.distances)
    var best: (index: Int, cost: Double, distances: [Double])?
    for index in trials.indices {
      guard let distances = found[index] else { continue }
      let cost = cost(points[index], distances)
      if cost < best?.cost ?? before { best = (index, cost, distances) }
      state.model.learn(distances, at: points[index])
    }
    guard let best else { return nil }
    state.values = trials[best.index]
    state.model.move(to: points[best.index], best.distances)
    state.isFresh = false
    return (best.index, 1 - best.cost / before)
  }

  private func measureSlopes(_ state: inout State) {
    let probes = slopeProbes(at: state.values, state.model, &state.steps, &state.looked)
    state.model.slopes = aims.indices.map { aim in
      probes.map { probes in
        probes.isEmpty
          ? 0
          : probes.reduce(0) { $0 + ($1.distances[aim] - state.model.distances[aim]) / $1.way } / Double(probes.count)
      }
    }
    state.isFresh = true
  }

  /// The values with each coarse coordinate one step further either way, the others making the best of it.
  private func neighbours(of state: State) -> [[Double]] {
    let coarse = Set((0..<space.size).filter(space.isCoarse))
    return coarse.sorted().flatMap { index in
      [-1.0, 1].compactMap { sign in
        var point = state.model.point
        point[index] = space.rounded(point[index] + sign * space.step(index), at: index)
        guard point[index] != state.model.point[index], (0...1).contains(point[index]) else { return nil }
        return space.values(
          at: state.model.minimum(home: space.start, pull: Self.pull, damping: 1, start: point, fixed: coarse))
      }
    }
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
}
