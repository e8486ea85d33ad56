import ContactCentre
import Dispatch
import Metrics
import Synchronization

extension Experiment {
  /// Runs all replications of all `experiments`, which have equally many, and sums each of them up. Blocks until they are
  /// done.
  ///
  /// `progress` is called after each run, on the thread that ran it but never on two at once, with how many are done and
  /// how many there are.
  ///
  /// Runs share nothing while they run. Each worker takes the next one not yet taken, keeps one merged summary of its own
  /// for each experiment (integers, so it does not matter which replications are in it), and leaves what must stay apart
  /// under the replication's number: hence the same results for any number of jobs, bit for bit, and for each experiment
  /// the one it would have alone. Memory: the estimated figures of every run, 8 bytes each, and a simulation and a summary
  /// of each experiment for every worker.
  static func run(
    _ experiments: [Experiment], jobs: Int?, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) -> [ExperimentResult] {
    let replications = experiments.first?.replications ?? 0
    precondition(
      experiments.allSatisfy { $0.replications == replications },
      "experiments run together have equally many replications")
    let runs = experiments.count * replications
    let next = Atomic(0)
    let collected = Mutex(Collected(experiments: experiments.count, replications: replications))
    // The system runs no more of these at a time than it has processors; those it starts later find nothing to do.
    DispatchQueue.concurrentPerform(iterations: min(jobs ?? runs, runs)) { _ in
      var merged = [Summary?](repeating: nil, count: experiments.count)
      while true {
        let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard run < runs else { break }
        let (index, number) = run.quotientAndRemainder(dividingBy: experiments.count)
        let (summary, digest) = experiments[number].replicate(index)
        let values = experiments[number].catalogue.estimateValues(of: summary)
        merged[number].add(summary)
        collected.withLock { collected in
          collected.parts[number].samples[index] = values
          collected.parts[number].digests[index] = digest
          collected.done += 1
          progress?(collected.done, runs)
        }
      }
      collected.withLock { collected in
        for (number, summary) in merged.enumerated() {
          if let summary { collected.parts[number].summary.add(summary) }
        }
      }
    }
    return collected.withLock { collected in
      zip(experiments, collected.parts).map { experiment, part in
        guard let summary = part.summary else { preconditionFailure("at least one replication has run") }
        return ExperimentResult(
          plan: experiment.plan, seed: experiment.seed, catalogue: experiment.catalogue, samples: part.samples,
          summary: summary, digests: part.digests)
      }
    }
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

  /// What the workers bring together.
  private struct Collected {
    /// What belongs to one experiment.
    struct Part {
      /// By replication, the values of the estimated figures.
      var samples: [[Double]]
      var digests: [EventDigest]
      var summary: Summary?
    }

    var parts: [Part]
    var done = 0

    init(experiments: Int, replications: Int) {
      let part = Part(
        samples: Array(repeating: [], count: replications),
        digests: Array(repeating: EventDigest(), count: replications))
      parts = Array(repeating: part, count: experiments)
    }
  }
}

extension Summary? {
  /// Merges `other` into what there is, if anything.
  fileprivate mutating func add(_ other: Summary) {
    if self == nil { self = other } else { self?.merge(other) }
  }
}
