import ContactCentre
import Dispatch
import Metrics
import Synchronization

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
  /// The figures the result will have.
  public let catalogue: FigureCatalogue

  /// An experiment of at least one replication, not yet run.
  public init(plan: Plan, seed: UInt64 = 1, replications: Int = 1, jobs: Int? = nil) {
    precondition(replications >= 1 && jobs ?? 1 >= 1, "an experiment takes one replication and one job at least")
    self.plan = plan
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
    catalogue = FigureCatalogue(plan: plan)
  }

  /// The scenario's expectations of figures that do not exist. Worth looking at before running: they cannot but fail.
  public var unknownMetrics: [UnknownMetric] { catalogue.unknownMetrics(in: plan.scenario.expectations) }

  /// Runs all replications and sums them up. Blocks until they are done.
  ///
  /// `progress` is called after each replication, on the thread that ran it but never on two at once, with how many are
  /// done and how many there are.
  ///
  /// See ``extend(_:to:progress:)`` for why the number of jobs never shows.
  public func run(progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil) -> ExperimentResult {
    var records = ReplicationRecords()
    extend(&records, to: replications, progress: progress)
    return result(of: records)
  }

  /// Runs the replications that `records` lacks of the first `count`, and adds what they leave behind.
  ///
  /// Replications share nothing while they run. Each worker takes the next one not yet taken, keeps one merged summary
  /// of its own (integers, so it does not matter which replications are in it), and leaves what must stay apart under
  /// the replication's number: hence the same result for any number of jobs, bit for bit. Memory: the estimated figures
  /// of every replication, 8 bytes each, and a summary and a simulation for every worker.
  func extend(
    _ records: inout ReplicationRecords, to count: Int, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) {
    let first = records.count
    guard first < count else { return }
    records.grow(by: count - first)
    let next = Atomic(first)
    let collected = Mutex((records: records, done: first))
    // The system runs no more of these at a time than it has processors; those it starts later find nothing to do.
    DispatchQueue.concurrentPerform(iterations: min(jobs ?? count, count - first)) { _ in
      var merged: Summary?
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        let (summary, digest) = replicate(index)
        let values = catalogue.estimateValues(of: summary)
        merged.add(summary)
        collected.withLock { collected in
          collected.records.set(index, values: values, digest: digest)
          collected.done += 1
          progress?(collected.done, count)
        }
      }
      guard let merged else { return }
      collected.withLock { $0.records.add(merged) }
    }
    records = collected.withLock { $0.records }
  }

  /// What `records`, of one replication at least, come to.
  func result(of records: ReplicationRecords) -> ExperimentResult {
    guard let summary = records.summary else { preconditionFailure("at least one replication has run") }
    return ExperimentResult(
      plan: plan, seed: seed, catalogue: catalogue, samples: records.samples, summary: summary,
      digests: records.digests)
  }

  /// One run, from its first event to its figures.
  private func replicate(_ index: Int) -> (Summary, EventDigest) {
    var simulation = Simulation(plan: plan, seed: seed, replication: index)
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    while simulation.advance({ events in
      recorder.fold(events)
      digest.fold(events)
    }) {}
    return (recorder.finish(), digest)
  }
}
