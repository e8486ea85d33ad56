import ContactCentre
import Experiments

/// What an expectation's figure is beside what was recorded of it.
public struct BaselineComparison: Sendable, Equatable {
  /// The expectation.
  public let expectation: ExpectationResult
  /// The figure as recorded (base) and now (variant), over the replications both have.
  public let difference: Difference
  /// How many replications both have, whether they define the figure or not.
  public let replications: Int

  /// Whether the figure is worse than recorded beyond doubt: moved towards its bound or beyond, and the 95 % interval of the
  /// paired difference does not hold 0 and is more than rounding (see ``Difference/isClear``).
  public var isRegression: Bool {
    guard difference.isClear, let change = difference.difference else { return false }
    switch expectation.bound {
    case .atLeast: return change < 0
    case .atMost: return change > 0
    }
  }
}
