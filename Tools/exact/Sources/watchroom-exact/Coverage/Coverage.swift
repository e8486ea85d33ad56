import Dispatch
import Synchronization
import Watchroom

/// Runs a case many times over and counts how often its 95 % intervals hold the truth.
struct Coverage {
  let experiments: Int
  let jobs: Int

  /// The counts that an honest 95 % interval stays within but for one time in a thousand.
  var acceptable: ClosedRange<Int> { binomialRange(trials: experiments, probability: 0.95, confidence: 0.999) }

  /// Prints a line for every figure of the case; false if one is not covered as often as it should be.
  func prove(_ queue: QueueCase) -> Bool {
    let quantile = StudentT.quantile(twoSided: 0.95, degrees: QueueCase.runs - 1)
    let catalogue = FigureCatalogue(plan: queue.plan)
    let indices = queue.figures.map { figure -> Int in
      guard case .library(let name) = figure.source else { return -1 }
      guard let index = catalogue.index(of: name) else { preconditionFailure("no figure \(name)") }
      return index
    }
    let intervals = Mutex([[Interval]](repeating: [], count: experiments))
    concurrently(experiments, jobs: jobs) { experiment in
      var samples = [[Double]](repeating: [], count: queue.figures.count)
      for run in 0..<QueueCase.runs {
        let (summary, watcher) = simulate(queue.plan, seed: UInt64(experiment + 1), run: run)
        for (number, figure) in queue.figures.enumerated() {
          switch figure.source {
          case .library: samples[number].append(catalogue.value(at: indices[number], of: summary))
          case .events(let value): samples[number].append(value(watcher))
          }
        }
      }
      let found = samples.map { Interval(of: $0, quantile: quantile) }
      intervals.withLock { $0[experiment] = found }
    }
    let found = intervals.withLock { $0 }
    say("\(queue.name) (\(queue.plan.scenario.calendar.days) days a run)")
    var holds = agreesWithLibrary(queue, found[0])
    for (number, figure) in queue.figures.enumerated() {
      holds = judge(figure, found.map { $0[number] }) && holds
    }
    return holds
  }

  private func simulate(_ plan: Plan, seed: UInt64, run: Int) -> (Summary, Watcher) {
    var simulation = Simulation(plan: plan, seed: seed, replication: run)
    var recorder = Recorder(plan: plan)
    var watcher = Watcher(plan: plan)
    while simulation.advance({
      recorder.fold($0)
      watcher.fold($0)
    }) {}
    watcher.finish()
    return (recorder.finish(), watcher)
  }

  private func judge(_ figure: QueueCase.Figure, _ intervals: [Interval]) -> Bool {
    let count = intervals.count { $0.covers(figure.truth) }
    let mean = intervals.reduce(0) { $0 + $1.mean } / Double(intervals.count)
    let halfWidth = intervals.reduce(0) { $0 + $1.halfWidth } / Double(intervals.count)
    var verdict = acceptable.contains(count) ? "holds" : "FAILS"
    if figure.counts < QueueCase.fewest { verdict = "not judged: too rare" }
    say(
      "  " + padded(figure.name, 26) + padded(number(figure.truth), 14) + padded(number(mean), 14)
        + padded("±\(number(halfWidth, digits: 2))", 12)
        + padded(number((mean - figure.truth) / halfWidth, digits: 1), 8) + padded("\(count)/\(experiments)", 10)
        + verdict)
    return verdict != "FAILS"
  }

  /// Whether the library's own experiments come to the same mean and half-width as those made here.
  private func agreesWithLibrary(_ queue: QueueCase, _ intervals: [Interval]) -> Bool {
    let result = Experiment(plan: queue.plan, seed: 1, replications: QueueCase.runs, jobs: jobs).run()
    var agrees = true
    for (figure, interval) in zip(queue.figures, intervals) {
      guard case .library(let name) = figure.source else { continue }
      let estimate = result.estimate(name) ?? Estimate(mean: .nan)
      let distance = max(
        abs(estimate.mean - interval.mean), abs((estimate.halfWidth ?? .nan) - interval.halfWidth))
      guard !(distance <= 1e-9 * abs(interval.mean)) else { continue }
      say("  \(name): the library says \(estimate), it should be \(interval)  FAILS")
      agrees = false
    }
    return agrees
  }
}

/// Calls `body` with 0 ..< `count`, on up to `jobs` threads at a time.
func concurrently(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Void) {
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }
}
