import Dispatch
import Metrics
import Synchronization

extension Experiment {
  /// Runs all replications of all `experiments`, which have equally many, and sums each of them up. Blocks until they are
  /// done. For each the result is the one it would have alone.
  ///
  /// `progress` is called after each run, on the thread that ran it but never on two at once, with how many are done and
  /// how many there are.
  public static func run(
    _ experiments: [Experiment], jobs: Int?, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) -> [ExperimentResult] {
    let replications = experiments.first?.replications ?? 0
    precondition(
      experiments.allSatisfy { $0.replications == replications },
      "experiments run together have equally many replications")
    return zip(experiments, run(experiments, 0..<replications, jobs: jobs, progress: progress)).map {
      $0.result(of: $1)
    }
  }

  /// Runs the replications of `experiments` that are in `range`, and returns what those of each leave behind. Blocks until
  /// they are done. `progress` is as in ``extend(_:of:to:jobs:progress:)``.
  static func run(
    _ experiments: [Experiment], _ range: Range<Int>, jobs: Int?,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) -> [ReplicationRecords] {
    var records = [ReplicationRecords](repeating: ReplicationRecords(from: range.lowerBound), count: experiments.count)
    extend(&records, of: experiments, to: range.upperBound, jobs: jobs, progress: progress)
    return records
  }

  /// Runs the replications that `records`, one for each of `experiments` and of the same numbers, lack of those below
  /// `count`, and adds what they leave behind. Blocks until they are done, or until `stop` was asked for: then what is
  /// added may be fewer, and nothing where there would be fewer than `least` in all. False if it was cut short so.
  ///
  /// `progress` is called after each run, on the thread that ran it but never on two at once, with how many are done and
  /// how many there are.
  ///
  /// Runs share nothing while they run. Each worker takes the next one not yet taken, keeps one merged summary of its own
  /// for each experiment (integers, so it does not matter which replications are in it), and leaves what must stay apart
  /// under the replication's number: hence the same results for any number of jobs, bit for bit, and for each experiment
  /// the one it would have alone. Memory: the estimated figures of every run, 8 bytes each, and a simulation and a summary
  /// of each experiment for every worker.
  @discardableResult
  static func extend(
    _ records: inout [ReplicationRecords], of experiments: [Experiment], to count: Int, jobs: Int?,
    stop: StopRequest? = nil, least: Int = 1, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) -> Bool {
    let range = records.first?.range ?? 0..<0
    let first = range.upperBound
    guard first < count else { return true }
    let given = records
    for number in records.indices { records[number].grow(by: count - first) }
    let width = experiments.count
    let runs = width * count
    let queue = RunQueue(
      width * first..<runs, width: width, least: width * max(0, least - range.count), stop: stop)
    let earlier = width * range.lowerBound
    let collected = Mutex((records: records, done: experiments.count * range.count))
    let iterations = width * (count - first)
    // The system runs no more of these at a time than it has processors; those it starts later find nothing to do.
    DispatchQueue.concurrentPerform(iterations: min(jobs ?? iterations, iterations)) { _ in
      var merged = [Summary?](repeating: nil, count: experiments.count)
      while let run = queue.take() {
        let (index, number) = run.quotientAndRemainder(dividingBy: width)
        guard let replication = experiments[number].replicate(index, isFirst: index == 0, unless: queue.givesUp),
          queue.finish()
        else {
          break
        }
        let values = experiments[number].catalogue.estimateValues(of: replication.summary)
        merged[number].add(replication.summary)
        collected.withLock { collected in
          collected.records[number].set(index, values: values, digest: replication.digest)
          if let first = replication.first { collected.records[number].firstReplication = first }
          collected.done += 1
          progress?(collected.done, runs - earlier)
        }
      }
      collected.withLock { collected in
        for (number, summary) in merged.enumerated() {
          if let summary { collected.records[number].add(summary) }
        }
      }
    }
    guard let end = queue.end() else {
      records = given
      return false
    }
    records = collected.withLock { $0.records }
    for number in records.indices { records[number].cut(to: end) }
    return end == count
  }

  /// What `records`, of one replication at least and numbered from 0, come to.
  public func result(of records: ReplicationRecords) -> ExperimentResult { result(of: records, looks: 1) }

  /// What `records` come to, if verdicts are asked for `looks` times while replications are added.
  func result(of records: ReplicationRecords, looks: Int) -> ExperimentResult {
    guard let summary = records.summary, records.first == 0 else {
      preconditionFailure("at least one replication has run, and none is missing before it")
    }
    return ExperimentResult(
      plan: plan, seed: seed, catalogue: catalogue, samples: records.samples, summary: summary,
      digests: records.digests, firstReplication: records.firstReplication, looks: looks)
  }
}
