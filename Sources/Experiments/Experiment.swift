import ContactCentre
import Metrics

/// Many runs of one plan, each with its own luck, and what they say together.
public struct Experiment: Sendable {
  /// What is simulated.
  public let plan: Plan
  /// The seed of all randomness.
  public let seed: UInt64
  /// How often it is simulated.
  public let replications: Int
  /// The most replications run at once; nil for as many as the machine has processors.
  public let jobs: Int?
  /// How much is kept of the first replication, to be looked at.
  public let keeping: FirstReplication.Keeping
  /// The figures the result will have.
  public let catalogue: FigureCatalogue

  /// The most replications there may be.
  package static let mostReplications = 1_000_000

  /// An experiment, not yet run.
  ///
  /// - Precondition: there are 1 to 1,000,000 replications, and one job at least.
  public init(
    plan: Plan, seed: UInt64 = 1, replications: Int = 1, jobs: Int? = nil, keeping: FirstReplication.Keeping = .nothing
  ) {
    precondition(
      1...Self.mostReplications ~= replications && jobs ?? 1 >= 1,
      "an experiment takes 1 to 1,000,000 replications, and one job at least")
    self.plan = plan
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
    self.keeping = keeping
    catalogue = FigureCatalogue(plan: plan)
  }

  /// The scenario's expectations of figures that do not exist. Worth looking at before running: they cannot but fail.
  public var unknownMetrics: [UnknownMetric] { catalogue.unknownMetrics(in: plan.scenario.expectations) }

  /// Runs all replications and sums them up. Blocks until they are done.
  ///
  /// `progress` is called after each replication, on the thread that ran it but never on two at once, with how many are
  /// done and how many there are. The result is the same for any number of jobs, bit for bit.
  public func run(progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil) -> ExperimentResult {
    Self.run([self], jobs: jobs, progress: progress)[0]
  }

  /// Runs the replications of one `shard` alone, and returns what they leave behind. Blocks until they are done.
  ///
  /// The records of all shards, appended in their order, are those of one run: ``result(of:)`` makes the same result of
  /// them, bit for bit. `progress` is as in ``run(progress:)``.
  public func run(
    _ shard: Shard, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ReplicationRecords {
    Self.run([self], shard.range(of: replications), jobs: jobs, progress: progress)[0]
  }
}
