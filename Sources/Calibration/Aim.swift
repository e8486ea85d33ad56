import ScenarioFile

/// One number that should come near what was published; a target of several figures has several.
///
/// Misses are measured in tolerances: a share that may be a hundredth off and a mean that may be 40 seconds off then count
/// alike.
struct Aim: Sendable {
  /// Which target it belongs to.
  let target: Int
  /// What the number should be, or the limit it should keep to.
  let centre: Double
  /// One tolerance.
  let scale: Double
  /// Whether less than the centre is no miss, or more is none.
  let allowsLess: Bool
  let allowsMore: Bool
  /// How much a miss counts.
  let weight: Double
  /// How many tolerances off the centre still hold, where both more and less are a miss.
  var reach = 1.0

  /// How far inside of a limit a figure should be, in tolerances: what is found with one luck must hold with another.
  private static let margin = 0.5
  /// From how many tolerances on a miss no longer counts by its square but by its size. A target that cannot be met then
  /// does not spoil all others.
  private static let far = 3.0

  /// The aims of `target`, the one at `index` of all.
  static func aims(of target: PublishedTarget, at index: Int) -> [Aim] {
    let unit = target.unit?.seconds ?? 1
    let count: Int
    if case .each(let paths) = target.metric { count = paths.count } else { count = 1 }
    let weight = target.weight / Double(count)
    let aim: Aim
    if let value = target.value {
      aim = Aim(
        target: index, centre: value * unit, scale: (target.tolerance ?? 1) * unit, allowsLess: false,
        allowsMore: false, weight: weight)
    } else if let low = target.atLeast, let high = target.atMost, low == high {
      // Nothing else holds; how far is far is as for one limit.
      aim = Aim(
        target: index, centre: low * unit, scale: limitScale(low) * unit, allowsLess: false, allowsMore: false,
        weight: weight, reach: 0)
    } else if let low = target.atLeast, let high = target.atMost {
      aim = Aim(
        target: index, centre: (low + high) / 2 * unit, scale: (high - low) / 2 * unit, allowsLess: false,
        allowsMore: false, weight: weight)
    } else {
      let limit = target.atLeast ?? target.atMost ?? 0
      aim = Aim(
        target: index, centre: limit * unit, scale: (target.tolerance ?? limitScale(limit)) * unit,
        allowsLess: target.atMost != nil, allowsMore: target.atLeast != nil, weight: weight)
    }
    return [Aim](repeating: aim, count: count)
  }

  /// A limit says how far is too far, not how far is far: a twentieth of it is as good a measure as any.
  private static func limitScale(_ limit: Double) -> Double { max(abs(limit) / 20, 1e-9) }

  /// How far a figure is from the centre, in tolerances.
  func distance(_ figure: Double) -> Double { (figure - centre) / scale }

  /// What a search should bring to 0, where a figure is `distance` from the centre.
  func miss(_ distance: Double) -> Double {
    if allowsLess { return max(0, distance + Self.margin) }
    if allowsMore { return min(0, distance - Self.margin) }
    return distance
  }

  /// Whether a figure so far from the centre is near enough.
  func holds(_ distance: Double) -> Bool {
    if allowsLess { return distance <= 0 }
    if allowsMore { return distance >= 0 }
    // What was typed as 0.66 ± 0.01 should hold 0.67, whatever its last bit.
    return abs(distance) <= reach + 1e-9
  }

  /// What a miss costs: about its square, and far away about its size.
  func cost(_ miss: Double) -> Double {
    let ratio = miss / Self.far
    return weight * 2 * Self.far * Self.far * ((1 + ratio * ratio).squareRoot() - 1)
  }

  /// The weight with which the square of a miss approximates its cost near there.
  func squareWeight(_ miss: Double) -> Double {
    let ratio = miss / Self.far
    return weight / (1 + ratio * ratio).squareRoot()
  }
}
