import Reading

/// Where the parts of an expectation are written, in the scenario, what it extends, an overlay or a setting; and how.
public struct ExpectationPlace: Sendable, Equatable {
  /// The name of the figure.
  public var metric: Place
  /// The limit.
  public var bound: Place
  /// Whether the limit is written as a length of time, such as `"2m"`, which only a figure in seconds may have.
  public var isLengthOfTime: Bool

  /// Places.
  public init(metric: Place, bound: Place, isLengthOfTime: Bool = false) {
    self.metric = metric
    self.bound = bound
    self.isLengthOfTime = isLengthOfTime
  }
}
