/// How slopes are learned.
///
/// A figure that counts few cases stands still while its parameter moves a little: of 26 callers who gave up, a little more
/// patience may keep none. Such a flat spot of one run is no sign that the figure does not depend on the parameter, so a step
/// that moves no figure is doubled until one moves, or the range ends on both sides.
extension Search {
  /// What was found a step along one coordinate.
  struct Probe {
    /// How far the step went, with a sign.
    var way: Double
    /// The distances from all aims there.
    var distances: [Double]
  }

  /// By so many tolerances at least must some miss change, or a step has said nothing of its coordinate: as many as make, with
  /// the first step and at that pace, one tolerance over the whole range.
  private static let noticeable = 0.05

  /// What was found by a step along each coordinate towards the middle of its range; along coarse ones by a step to either
  /// side, as the next whole number on one side may say little about the other. Steps that nothing noticed are doubled up to
  /// the end of the range, and then tried on the other side. None where all values that were tried make no scenario.
  ///
  /// A long step says little about the very point, so the next time it is tried with half of it; but not with less than
  /// `steps` began with, and a coordinate that hardly matters does not take all the steps each time. Steps are doubled only
  /// while fewer values were looked at than may be.
  func slopeProbes(
    at values: [Double], _ model: LinearModel, _ steps: inout [Double], _ looked: inout Int
  ) -> [[Probe]] {
    var paths = (0..<space.size).map {
      ProbePath(from: model.point[$0], step: steps[$0], isBothWays: space.isCoarse($0))
    }
    var found = [[Probe]](repeating: [], count: space.size)
    var isFirst = true
    while true {
      let wanted = paths.indices.flatMap { index in
        paths[index].next.compactMap { target -> (index: Int, target: Double, values: [Double])? in
          var point = model.point
          point[index] = target
          // Only the coordinate that moves is written anew: rounding the others again could move them.
          var probe = values
          probe[index] = space.values(at: point)[index]
          return (index, target, probe)
        }
      }
      if wanted.isEmpty || !isFirst && looked + wanted.count > limit { break }
      isFirst = false
      let results = measure(wanted.map(\.values))
      looked += wanted.count
      var probes = [[Probe]](repeating: [], count: space.size)
      var blocked = [[Double]](repeating: [], count: space.size)
      for (asked, distances) in zip(wanted, results) {
        let way = space.point(of: asked.values)[asked.index] - model.point[asked.index]
        if let distances {
          if way != 0 { probes[asked.index].append(Probe(way: way, distances: distances)) }
        } else {
          blocked[asked.index].append(asked.target)
        }
      }
      for index in Set(wanted.map(\.index)) {
        // The widest step says most where none says much.
        if !probes[index].isEmpty { found[index] = probes[index] }
        let isNoticed = probes[index].contains { probe in
          aims.indices.contains { aim in
            let (before, after) = (model.distances[aim], probe.distances[aim])
            return aims[aim].weight > 0 && abs(aims[aim].miss(after) - aims[aim].miss(before)) >= Self.noticeable
          }
        }
        if isNoticed { paths[index].end() } else { paths[index].widen(blocked: blocked[index]) }
      }
    }
    for index in steps.indices { steps[index] = max(space.step(index), paths[index].step / 2) }
    return found
  }
}

/// The points along one coordinate at which its slope is tried to be learned, one after another.
private struct ProbePath {
  private let origin: Double
  private let first: Double
  /// How far the last point was away, or the next is.
  private(set) var step: Double
  /// The sides that are tried together: towards the middle of the range, or both.
  private var sides: [Double]
  /// The sides still to be tried.
  private var left: [[Double]]
  /// Where to look next; none at the end.
  private(set) var next: [Double] = []

  init(from origin: Double, step: Double, isBothWays: Bool) {
    self.origin = origin
    self.step = step
    first = step
    let inward = origin < 0.5 ? 1.0 : -1
    sides = isBothWays ? [inward, -inward] : [inward]
    left = isBothWays ? [] : [[-inward]]
    // Of two sides one may have no room for a step.
    let roomy = sides.filter { room($0) >= step - 1e-9 }
    if !roomy.isEmpty { sides = roomy }
    next = points(of: sides)
    if next.isEmpty { turn() }
  }

  /// How far the range goes on a side.
  private func room(_ side: Double) -> Double { side > 0 ? 1 - origin : origin }

  /// The points on these sides at the distance of the step; those of no distance or beyond the end are none.
  private func points(of sides: [Double]) -> [Double] {
    sides.compactMap { side in
      let distance = min(step, room(side))
      return distance > 1e-9 ? min(max(origin + side * distance, 0), 1) : nil
    }
  }

  mutating func end() { next = [] }

  /// Doubles the step, on the sides that have more room and are not `blocked`; goes to the other side if none has.
  mutating func widen(blocked: [Double]) {
    let blockedSides = blocked.map { $0 > origin ? 1.0 : -1 }
    sides = sides.filter { room($0) > step + 1e-9 && !blockedSides.contains($0) }
    if sides.isEmpty {
      turn()
    } else {
      step *= 2
      next = points(of: sides)
    }
  }

  private mutating func turn() {
    guard let other = left.popLast() else { return end() }
    let widest = step
    sides = other
    step = first
    next = points(of: sides)
    if next.isEmpty { step = widest }
  }
}
