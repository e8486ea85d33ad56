import DiscreteEvents
import ScenarioFile

/// How far targets say what a parameter is.
///
/// Near where a search ended, distances from aims are linear in the parameters. If a tolerance is two standard deviations of
/// what a published figure may be off, and before any target all values in a parameter's range are as likely, then the
/// parameters that are likely given the targets are normal about there (Laplace's approximation), and their spread follows
/// from the slopes alone.
public struct Determination: Sendable {
  /// A combination of parameters along which they can move without any figure showing it.
  public struct Direction: Sendable, Equatable {
    /// The parameters that move most, by their place in the list, and how far beside each other, with a sign; the largest
    /// first, which is 1.
    public var parts: [(parameter: Int, weight: Double)]

    /// Whether the same parameters move as far.
    public static func == (left: Direction, right: Direction) -> Bool {
      left.parts.elementsEqual(right.parts) { $0 == $1 }
    }
  }

  /// By parameter, the standard deviation of what it may be, as a share of its range.
  public let spreads: [Double]
  /// By parameter, the share of the variance of what it could be anywhere in its range that the targets take away: 1 if they
  /// say exactly what it is, 0 if they say nothing.
  public let shares: [Double]
  /// What the targets say less about than the ranges do; the least known first.
  public let loose: [Direction]

  /// One over the variance of a uniform distribution from 0 to 1.
  private static let prior = 12.0
  /// One over the variance of a figure, in tolerances.
  private static let certainty = 4.0
  /// Below this, beside the largest of a direction, a parameter hardly moves.
  private static let negligible = 0.35

  init(_ model: LinearModel, size: Int) {
    var information = SymmetricMatrix(size: size)
    for (index, aim) in model.aims.enumerated() where aim.miss(model.distances[index]) != 0 || !aim.isLimit {
      information.add(model.slopes[index], weight: Self.certainty * aim.weight)
    }
    loose = information.eigenvectors().prefix { $0.value < Self.prior }.map { Self.direction($0.vector) }
    var posterior = information
    for index in 0..<size { posterior.add(Self.prior, at: index) }
    let variances = posterior.inverseDiagonal()
    spreads = variances.map { $0.squareRoot() }
    shares = variances.map { max(0, 1 - $0 * Self.prior) }
  }

  private static func direction(_ vector: [Double]) -> Direction {
    // Sorted by place where sizes are equal, so that the order never depends on chance.
    let order = vector.indices.sorted { (abs(vector[$0]), $1) > (abs(vector[$1]), $0) }
    let largest = order.first.map { vector[$0] } ?? 1
    return Direction(
      parts: order.map { ($0, vector[$0] / largest) }.filter { abs($0.1) >= negligible }.map {
        (parameter: $0, weight: $1)
      })
  }
}

extension Aim {
  /// Whether only one side of the centre is a miss.
  var isLimit: Bool { allowsLess || allowsMore }
}
