/// What was found at one set of values.
public struct Evaluation: Sendable, Equatable {
  /// The parameters' values, in their order.
  public var values: [Double]
  /// The figures there, in the order of the paths asked for; nil where these values make no scenario.
  public var figures: [Double]?

  /// What was found at `values`.
  public init(values: [Double], figures: [Double]?) {
    self.values = values
    self.figures = figures
  }
}
