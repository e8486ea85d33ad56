import ContactCentre
import Experiments
import ScenarioFile

/// A scenario as a function from the values of its free parameters to figures of its results.
public struct ScenarioModel: Sendable {
  /// The parameters.
  public let parameters: [PlacedParameter]
  /// The paths of the figures.
  public let paths: [String]
  /// The seed of all randomness: the same for all values, so that differences come from the values alone.
  public let seed: UInt64
  /// How many runs the figures are of.
  public let replications: Int
  private let read: @Sendable ([String]) -> Scenario?

  /// A function; `read` makes the scenario with some settings, each `path=value`, or nil of settings that make none.
  public init(
    parameters: [PlacedParameter], paths: [String], seed: UInt64, replications: Int,
    read: @escaping @Sendable ([String]) -> Scenario?
  ) {
    self.parameters = parameters
    self.paths = paths
    self.seed = seed
    self.replications = replications
    self.read = read
  }

  /// The values a search begins with. Each is one that its parameter may have, yet only reading the scenario tells whether
  /// it may have all of them together.
  public var start: [Double] {
    let space = SearchSpace(parameters: parameters)
    return space.values(at: space.start)
  }

  /// The settings that give the parameters these values.
  public func settings(at values: [Double]) -> [String] {
    zip(parameters, values).flatMap { $0.settings(at: $1) }
  }

  /// The figures at `values`, a run of another seed if it is given; nil where they make no scenario. Runs in this thread.
  public func figures(at values: [Double], seed other: UInt64? = nil) -> [Double]? {
    guard let scenario = read(settings(at: values)) else { return nil }
    let result = Experiment(plan: Plan(scenario), seed: other ?? seed, replications: replications, jobs: 1).run()
    return paths.map { result.estimate($0)?.mean ?? .nan }
  }
}
