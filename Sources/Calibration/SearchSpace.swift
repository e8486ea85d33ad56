import DiscreteEvents
import ScenarioFile

/// Free parameters as coordinates from 0, the least a parameter may be, to 1, the most.
///
/// So a step of 0.1 means a tenth of what is thought possible, whatever the parameter is measured in, and on a logarithmic
/// parameter as many per cent everywhere.
struct SearchSpace: Sendable {
  let parameters: [PlacedParameter]

  var size: Int { parameters.count }

  /// Where the scenario stands.
  var start: [Double] { parameters.indices.map { coordinate(of: parameters[$0].start, at: $0) } }

  /// The values of the parameters at a point, with as many digits as are kept of them.
  func values(at point: [Double]) -> [Double] {
    parameters.indices.map { index in
      let parameter = parameters[index].parameter
      let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
      let share = min(max(point[index], 0), 1)
      let value =
        parameter.isLogarithmic
        ? PortableMath.exp(PortableMath.log(low) + share * (PortableMath.log(high) - PortableMath.log(low)))
        : low + share * (high - low)
      return min(max(parameter.isWhole && parameter.role == .value ? value.rounded() : value, low), high)
    }
  }

  /// Where the parameters stand that have these values, once whole numbers are whole.
  func point(of values: [Double]) -> [Double] {
    parameters.indices.map { coordinate(of: parameters[$0].effective(at: values[$0]), at: $0) }
  }

  private func coordinate(of value: Double, at index: Int) -> Double {
    let parameter = parameters[index].parameter
    let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
    guard parameter.isLogarithmic else { return (value - low) / (high - low) }
    let origin = PortableMath.log(low)
    return (PortableMath.log(max(value, low * 1e-3)) - origin) / (PortableMath.log(high) - origin)
  }

  /// How far to go along a coordinate to learn its slope: a twentieth of the range, or one whole number further.
  func step(_ index: Int) -> Double {
    let parameter = parameters[index].parameter
    let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
    // Of two whole numbers the other is all the range away; a factor may begin anywhere, and no farther than half of it fits.
    return min(parameter.role == .value ? 1 : 0.5, max(0.05, parameters[index].grain / (high - low)))
  }

  /// Whether a coordinate moves in so few steps that a search must round as it goes.
  func isCoarse(_ index: Int) -> Bool {
    let range = parameters[index].parameter.range
    return parameters[index].grain > 0.02 * (range.upperBound - range.lowerBound)
  }

  /// The nearest point whose coarse coordinate is one that can be had.
  func rounded(_ coordinate: Double, at index: Int) -> Double {
    var point = [Double](repeating: 0.5, count: size)
    point[index] = coordinate
    return self.point(of: values(at: point))[index]
  }
}
