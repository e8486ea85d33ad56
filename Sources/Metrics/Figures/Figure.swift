/// One number of a result, by name and nature; its values are somewhere else.
///
/// Its name is what JSON, expectations and comparisons call it.
public struct Figure: Sendable, Equatable {
  /// The greatest amount that a figure of one run may have: up to there a floating-point number holds whole numbers.
  package static let greatestAmount = 0x1p53

  /// A step on the way from the root of a result to a figure.
  public enum Component: Sendable, Hashable {
    /// A member of an object.
    case key(String)
    /// An element of a list, counted from 0.
    case index(Int)
  }

  /// What stands behind the number when there is more than one run.
  public enum Kind: Sendable, Equatable {
    /// The mean of the runs' values, with a confidence interval.
    case estimate
    /// A plain number: that of all runs' contacts thrown together.
    case pooled
    /// A plain number that the scenario alone decides.
    case constant
  }

  /// What the number counts.
  public enum Unit: Sendable, Equatable {
    /// Things.
    case count
    /// A part of a whole, 0 … 1.
    case share
    /// Seconds.
    case seconds
    /// Hours.
    case hours
    /// The currency that the scenario's costs are in.
    case money
  }

  /// The way to it from the root of a result.
  public let path: [Component]
  /// The path in one piece, steps joined by dots: `channels.999.serviceLevel.ofOffered`, `channels.101.byHour.7.offered`.
  public let name: String
  /// What stands behind the number.
  public let kind: Kind
  /// What the number counts.
  public let unit: Unit

  init(_ path: [Component], _ kind: Kind, _ unit: Unit) {
    self.path = path
    self.kind = kind
    self.unit = unit
    name = Self.name(of: path)
  }

  /// The steps of `path` joined by dots.
  public static func name(of path: some Sequence<Component>) -> String {
    path.map { component in
      switch component {
      case .key(let key): key
      case .index(let index): String(index)
      }
    }.joined(separator: ".")
  }
}

extension Figure.Component: ExpressibleByStringLiteral {
  /// A member of an object.
  public init(stringLiteral value: String) { self = .key(value) }
}
