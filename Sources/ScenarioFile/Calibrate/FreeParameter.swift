import Reading

/// A value of a scenario that is not known, and may be moved within limits.
public struct FreeParameter: Sendable, Equatable {
  /// What a parameter does to what stands at its places.
  public enum Role: String, CaseIterable, Sendable {
    /// Takes its place.
    case value
    /// Multiplies it.
    case factor
    /// Is the power it is raised to.
    case exponent
  }

  /// What people call it.
  public var name: String
  /// Where it stands, as written.
  public var paths: [ScenarioPath]
  /// What it does there.
  public var role: Role
  /// The least and the most it may be; lengths of time in seconds. The first is below the second.
  public var range: ClosedRange<Double>
  /// What it is at first; nil for what stands there.
  public var start: Double?
  /// Whether only whole numbers may stand there.
  public var isWhole: Bool
  /// Whether distances on it are those of logarithms; then its range is above 0.
  public var isLogarithmic: Bool
  /// Where it was written.
  public var place: Place

  /// A parameter.
  public init(
    name: String, paths: [ScenarioPath], role: Role = .value, range: ClosedRange<Double>, start: Double? = nil,
    isWhole: Bool = false, isLogarithmic: Bool = false, place: Place
  ) {
    self.name = name
    self.paths = paths
    self.role = role
    self.range = range
    self.start = start
    self.isWhole = isWhole
    self.isLogarithmic = isLogarithmic
    self.place = place
  }

  /// The path of the parameter itself, for messages.
  var path: ScenarioPath { ScenarioPath([Self.key, name]) }

  /// The key that scenarios name their parameters under.
  static let key = "calibrate"
}
