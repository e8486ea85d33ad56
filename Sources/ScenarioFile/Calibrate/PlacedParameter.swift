import DiscreteEvents
import Reading

/// A free parameter and what stands at its places in one scenario.
public struct PlacedParameter: Sendable, Equatable {
  /// A number of the scenario that the parameter moves.
  struct Spot: Sendable, Equatable {
    let path: ScenarioPath
    /// What stands there; a length of time in seconds.
    let value: Double
    /// Whether it is written as a text such as `"3m53s"`.
    let isText: Bool
  }

  /// The parameter.
  public let parameter: FreeParameter
  /// What it is at first.
  public let start: Double
  let spots: [Spot]

  /// Whether its value is a length of time, in seconds.
  public var isTime: Bool { parameter.role == .value && spots.contains(where: \.isText) }

  /// Significant digits of what is written into a scenario: what was searched is then what is read from an overlay.
  private static let digits = 5

  /// The settings, each `path=value`, that give the parameter the value `x`, in the order of its places.
  public func settings(at x: Double) -> [String] {
    zip(spots, values(at: x)).map { spot, value in
      let number = NumberRange.plain(value)
      // What has a power of ten in it takes no unit, and without one it is seconds too.
      return "\(spot.path)=\(number)\(spot.isText && !number.contains("e") ? "s" : "")"
    }
  }

  /// What the parameter comes to once its places hold whole numbers: `x` itself if they need not, the nearest whole number,
  /// or the factor between the sums after and before.
  public func effective(at x: Double) -> Double {
    guard parameter.isWhole else { return Self.rounded(x) }
    switch parameter.role {
    case .value: return x.rounded()
    case .exponent: return x
    case .factor:
      let sum = spots.reduce(0) { $0 + $1.value }
      return sum > 0 ? values(at: x).reduce(0, +) / sum : x
    }
  }

  /// How far apart two values of the parameter must be to differ at one of its places at least; 0 if any two do.
  public var grain: Double {
    guard parameter.isWhole else { return 0 }
    switch parameter.role {
    case .value: return 1
    case .factor, .exponent: return 1 / max(1, spots.reduce(0) { $0 + $1.value })
    }
  }

  private func values(at x: Double) -> [Double] {
    var left = 0.0
    return spots.map { spot in
      let value =
        switch parameter.role {
        case .value: x
        case .factor: spot.value * x
        case .exponent: PortableMath.pow(spot.value, x)
        }
      guard parameter.isWhole else { return Self.rounded(value) }
      if parameter.role == .value { return value.rounded() }
      let whole = max(0, (value + left).rounded())
      left += value - whole
      return whole
    }
  }

  /// `x` to as many significant digits as are written.
  private static func rounded(_ x: Double) -> Double {
    guard x != 0, x.isFinite else { return x }
    var (scale, places) = (1.0, 0)
    while abs(x) * scale < 1e4, places < 300 { (scale, places) = (scale * 10, places + 1) }
    // Divided, because a tenth has no exact floating-point value but ten has.
    if places > 0 { return (x * scale).rounded() / scale }
    while abs(x) / scale >= 1e5 { scale *= 10 }
    return (x / scale).rounded() * scale
  }
}
