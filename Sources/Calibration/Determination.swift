import DiscreteEvents

/// How far targets say what a parameter is.
///
/// Near where a search ended, distances from aims are linear in the parameters. If a tolerance is two standard deviations of
/// what a published figure may be off, and before any target all values in a parameter's range are as likely, then the
/// parameters that are likely given the targets are normal about there (Laplace's approximation), cut off where their ranges
/// end. Their spread follows from the slopes, from the tolerances, and from how far the figures of a run are moved by luck:
/// the search made those of its own run come near, and another run's would have led it elsewhere.
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

  /// By parameter, where it may lie as well: two standard deviations of what the targets leave open to either side, inside of
  /// its range, which goes from 0 to 1 (by the logarithm for parameters that are moved by it).
  public let likely: [ClosedRange<Double>]
  /// By parameter, the share of its range that the targets rule out, which is what ``likely`` leaves of it: 1 if they say exactly
  /// what it is, 0 if it may lie anywhere.
  public var shares: [Double] { likely.map { 1 - ($0.upperBound - $0.lowerBound) } }
  /// What the targets say less about than the ranges do; the least known first.
  public let loose: [Direction]

  /// One over the variance of a uniform distribution from 0 to 1.
  private static let prior = 12.0
  /// The variance of what a published figure may be off, in tolerances.
  private static let published = 0.25
  /// Below this, beside the largest of a direction, a parameter hardly moves.
  private static let negligible = 0.35

  /// What a model near the end of a search tells; `luck` is, by aim, the variance of the figure of a run like those of the
  /// search, in tolerances. O(size⁴).
  init(_ model: LinearModel, size: Int, luck: [Double]) {
    var information = SymmetricMatrix(size: size)
    for (index, aim) in model.aims.enumerated() where aim.miss(model.distances[index]) != 0 || !aim.isLimit {
      information.add(model.slopes[index], weight: aim.weight / (Self.published + luck[index]))
    }
    loose = information.eigenvectors().prefix { $0.value < Self.prior }.map { Self.direction($0.vector) }
    var posterior = information
    for index in 0..<size { posterior.add(Self.prior, at: index) }
    likely = zip(posterior.inverseDiagonal(), model.point).map { variance, place in
      // What its own range says of a parameter is said by where the range ends.
      let told = 1 / variance - Self.prior
      let reach = told > 0 ? 2 / told.squareRoot() : .infinity
      // Whole numbers that a factor makes may come to a little more than the most it may be.
      let inside = min(max(place, 0), 1)
      return max(0, inside - reach)...min(1, inside + reach)
    }
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
