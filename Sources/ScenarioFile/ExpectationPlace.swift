import Reading

/// Where the parts of an expectation are written: in the scenario, what it extends, an overlay or a setting.
public struct ExpectationPlace: Sendable, Equatable {
  /// The name of the figure.
  public var metric: Place
  /// The limit.
  public var bound: Place

  /// Places.
  public init(metric: Place, bound: Place) {
    self.metric = metric
    self.bound = bound
  }
}
