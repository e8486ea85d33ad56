import Experiments
import Metrics
import ScenarioFile

/// What came of a calibration.
public struct CalibrationResult: Sendable {
  /// A parameter and what became of it.
  public struct ParameterOutcome: Sendable {
    /// The parameter.
    public let parameter: PlacedParameter
    /// Its value; where whole numbers stand at its places, what it comes to with them.
    public let value: Double
    /// What it may as well be; see ``Determination/likely``.
    public let likely: ClosedRange<Double>
    /// The share of its range that the targets rule out; see ``Determination/shares``.
    public let share: Double
  }

  /// A target and how near it the scenario came, with luck that was not searched with.
  public struct TargetOutcome: Sendable {
    /// The target.
    public let target: PublishedTarget
    /// What its numbers count.
    public let unit: Figure.Unit
    /// The figure, in the unit that results have; that farthest off, or farthest beyond a limit, if there are several, and
    /// before all others one that is not a number.
    public let value: Estimate
    /// How far off it is, in tolerances; for limits, how far beyond.
    public let distance: Double
    /// Whether it is near enough.
    public let isMet: Bool
    /// In how many of the runs it is by itself.
    public let runsMet: Int
    /// How far luck alone moves the figure of a run like those of the search, in tolerances: two standard deviations; of
    /// several figures, the one it moves most. 0 where there was one run to judge by.
    public let luck: Double
  }

  /// The values the model was left at, as it takes them.
  public let values: [Double]
  /// The parameters, in the scenario's order.
  public let parameters: [ParameterOutcome]
  /// The targets, in their file's order.
  public let targets: [TargetOutcome]
  /// What the targets do not say.
  public let determination: Determination
  /// At how many values the model was looked at, those that were known before among them.
  public let evaluations: Int
  /// How many of them were known before.
  public let known: Int
  /// Whether the search ended because nothing got better.
  public let isSettled: Bool
  /// How many evaluations were allowed.
  public let limit: Int
  /// How often the search came back to values it had looked at, as whole numbers make it; it counts each as an evaluation.
  public let repeats: Int
  /// The seeds of the runs that targets are judged by.
  public let seeds: [UInt64]

  /// The targets that matter.
  public var weighted: [TargetOutcome] { targets.filter { $0.target.weight > 0 } }
}
