import ContactCentre

/// One plan and others that might take its place, run with the same callers.
///
/// All randomness belongs to callers and handlers, keyed by seed and replication; so a replication of the base and the
/// same replication of a variant differ by nothing but the plan, and their figures can be subtracted one from another.
public struct Comparison: Sendable {
  /// A plan to be compared with the base.
  public struct Variant: Sendable {
    /// What results call it.
    public let name: String
    /// What is simulated.
    public let plan: Plan

    /// A plan and its name.
    public init(name: String, plan: Plan) {
      self.name = name
      self.plan = plan
    }
  }

  /// The plan that the others are compared with.
  public let base: Plan
  /// The others, in the order of the result.
  public let variants: [Variant]
  /// The seed of all randomness.
  public let seed: UInt64
  /// How often each plan is simulated.
  public let replications: Int
  /// The most simulations run at once; nil for as many as the machine has processors.
  public let jobs: Int?

  /// A comparison, not yet run. A single replication has no half-widths: how far chance has a part in its differences it
  /// does not tell.
  ///
  /// - Precondition: nothing keeps the variants from being compared with the base: see ``obstacle(to:of:)``. Plans of which
  ///   that is not known are better given to ``init(checking:variants:seed:replications:jobs:)``.
  public init(base: Plan, variants: [Variant], seed: UInt64 = 1, replications: Int = 20, jobs: Int? = nil) {
    precondition(replications >= 1 && jobs ?? 1 >= 1, "a comparison takes one replication and one job at least")
    if let obstacle = Self.obstacle(to: variants, of: base) {
      preconditionFailure("a comparison of what cannot be compared: \(obstacle)")
    }
    self.base = base
    self.variants = variants
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
  }

  /// A comparison, not yet run, of plans that are first looked at, so that nothing is simulated in vain.
  ///
  /// - Throws: ``ComparisonObstacle`` if something keeps the variants from being compared with the base.
  public init(
    checking base: Plan, variants: [Variant], seed: UInt64 = 1, replications: Int = 20, jobs: Int? = nil
  ) throws(ComparisonObstacle) {
    if let obstacle = Self.obstacle(to: variants, of: base) { throw obstacle }
    self.init(base: base, variants: variants, seed: seed, replications: replications, jobs: jobs)
  }

  /// What keeps variants from being compared with a base; nil if nothing does: they simulate the same days (see
  /// ``hasSameDays(_:_:)``), and each has a name of its own. O(variants).
  public static func obstacle(to variants: [Variant], of base: Plan) -> ComparisonObstacle? {
    var names: Set<String> = []
    for variant in variants {
      guard hasSameDays(base.scenario, variant.plan.scenario) else { return .otherDays(variant: variant.name) }
      guard names.insert(variant.name).inserted else { return .nameTwice(variant.name) }
    }
    return nil
  }

  /// Whether two scenarios simulate the same time, and so may have the same callers. How long they run on after the
  /// measured days is no matter: nobody arrives then.
  public static func hasSameDays(_ first: Scenario, _ second: Scenario) -> Bool {
    var calendar = second.calendar
    calendar.drain = first.calendar.drain
    return calendar == first.calendar
  }

  /// Runs all replications of all plans, as ``Experiment`` runs those of one, and compares what came of them. Blocks until
  /// they are done.
  ///
  /// `progress` is called after each run, on the thread that ran it but never on two at once, with how many are done and
  /// how many there are. The result is the same for any number of jobs, bit for bit.
  public func run(progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil) -> PairedResult {
    paired(Experiment.run(experiments, jobs: jobs, progress: progress))
  }

  /// Runs the replications of one `shard` alone, and returns what they leave behind: of the base, and of the variants in
  /// their order. Blocks until they are done.
  ///
  /// The records of all shards, appended in their order, are those of one run: ``result(of:)`` makes the same result of
  /// them, bit for bit. `progress` is as in ``run(progress:)``.
  public func run(
    _ shard: Shard, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> [ReplicationRecords] {
    Experiment.run(experiments, shard.range(of: replications), jobs: jobs, progress: progress)
  }

  /// What `records` come to: those of the base and of the variants in their order, of equally many replications from 0.
  public func result(of records: [ReplicationRecords]) -> PairedResult {
    paired(zip(experiments, records).map { $0.result(of: $1) })
  }

  /// The base and the variants, each by itself.
  var experiments: [Experiment] {
    ([base] + variants.map(\.plan)).map { Experiment(plan: $0, seed: seed, replications: replications) }
  }

  /// The comparison of the results of ``experiments``.
  func paired(_ results: [ExperimentResult]) -> PairedResult {
    PairedResult(base: results[0], variants: zip(variants.map(\.name), results[1...]).map { ($0, $1) })
  }
}
