import Experiments
import Metrics
import ScenarioFile
import Synchronization

/// Finds values of a scenario's free parameters with which it reproduces published figures.
public struct Calibration: Sendable {
  /// What is moved.
  public let model: ScenarioModel
  /// What should be reproduced.
  public let targets: [PublishedTarget]
  /// The figures that results have.
  public let catalogue: FigureCatalogue
  /// The most points at once; nil for as many as the machine has processors. Changes nothing but the time it takes.
  public let jobs: Int?
  /// The most values looked at.
  public let limit: Int
  /// How many runs, each with a seed of its own, the targets are judged by in the end.
  public let confirmations: Int

  /// A calibration, not yet run. Slopes at the start and at the end are measured whatever `limit` says.
  public init(
    model: ScenarioModel, targets: [PublishedTarget], catalogue: FigureCatalogue, jobs: Int? = nil, limit: Int? = nil,
    confirmations: Int = 5
  ) {
    precondition(jobs ?? 1 >= 1 && confirmations >= 1, "a calibration takes one job and one confirmation at least")
    self.model = model
    self.targets = targets
    self.catalogue = catalogue
    self.jobs = jobs
    self.limit = limit ?? Self.usualLimit(parameters: model.parameters.count)
    self.confirmations = confirmations
  }

  /// As many values as a search usually ends within: the slopes twelve times, as those of flat parameters take some ten looks
  /// the first time, and sixteen steps of four trials.
  public static func usualLimit(parameters: Int) -> Int { 12 * parameters + 64 }

  /// The figures that targets are compared with, each once, in the order of the targets: what ``ScenarioModel/paths`` must be.
  public static func paths(of targets: [PublishedTarget]) -> [String] {
    var seen: Set<String> = []
    return targets.flatMap(\.metric.paths).filter { seen.insert($0).inserted }
  }

  /// Searches, and judges what was found. Values that make no scenario together are passed over. Blocks until it is done;
  /// nil if the values it begins with make none (see ``ScenarioModel/start``), or those that it ends with, which only
  /// `known` evaluations that were never made can lead to.
  ///
  /// The result is the same for any number of jobs, and the same whether or not some of the evaluations are `known`
  /// beforehand. `note` hears of every one that is not; `progress`, after each, of how many there are. Both are called on
  /// the thread that ran it, but never on two at once.
  public func run(
    known: [Evaluation] = [], note: @escaping @Sendable (Evaluation) -> Void = { _ in },
    progress: (@Sendable (_ done: Int) -> Void)? = nil
  ) -> CalibrationResult? {
    let fresh = Mutex(0)
    let model = model
    let evaluator = Evaluator(
      known: known, jobs: jobs,
      note: { evaluation in
        note(evaluation)
        let done = fresh.withLock { count in
          count += 1
          return count
        }
        progress?(done)
      }, model: { model.figures(at: $0) })
    let space = SearchSpace(parameters: model.parameters)
    let aims = aims
    let search = Search(
      space: space, aims: aims.map(\.aim),
      measure: { points in evaluator.figures(at: points).map { $0.map { distances(aims, $0) } } }, limit: limit)
    guard let found = search.run() else { return nil }
    let seeds = (1...UInt64(confirmations)).map { model.seed &+ $0 }
    guard let runs = runs(at: found.values, seeds: seeds) else { return nil }
    let luck = aims.map { aim in Aim.luck(runs.map { aim.aim.distance(figure(aim.parts, aim.whole, $0)) }) }
    let determination = Determination(found.model, size: space.size, luck: luck)
    return CalibrationResult(
      values: found.values, parameters: outcomes(found, determination, space),
      targets: judged(runs, luck), determination: determination, evaluations: evaluator.count,
      known: evaluator.count - fresh.withLock { $0 }, isSettled: found.isSettled, limit: limit,
      repeats: found.looked - evaluator.count, seeds: seeds)
  }

  /// All aims, each with the places of its figures among ``ScenarioModel/paths``.
  private var aims: [(aim: Aim, parts: [Int], whole: [Int])] {
    let places = Dictionary(
      model.paths.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func indices(_ paths: [String]) -> [Int] { paths.compactMap { places[$0] } }
    return targets.enumerated().flatMap { index, target in
      let parts: [([Int], [Int])] =
        switch target.metric {
        case .figure(let path): [(indices([path]), [])]
        case .each(let paths): paths.map { (indices([$0]), []) }
        case .sum(let parts, let whole): [(indices(parts), indices(whole))]
        }
      return zip(Aim.aims(of: target, at: index), parts).map { ($0, $1.0, $1.1) }
    }
  }

  /// What stands for the distance of a figure that is not a number, such as a share of nothing: far off, whatever moves.
  private static let undefined = 10.0

  private func figure(_ parts: [Int], _ whole: [Int], _ figures: [Double]) -> Double {
    let sum = parts.reduce(0) { $0 + figures[$1] }
    return whole.isEmpty ? sum : sum / whole.reduce(0) { $0 + figures[$1] }
  }

  private func distances(_ aims: [(aim: Aim, parts: [Int], whole: [Int])], _ figures: [Double]) -> [Double] {
    aims.map { aim, parts, whole in
      let distance = aim.distance(figure(parts, whole, figures))
      return distance.isFinite ? distance : Self.undefined
    }
  }

  private func unit(of metric: PublishedTarget.Metric) -> Figure.Unit {
    if case .sum(_, let whole) = metric, !whole.isEmpty { return .share }
    return metric.paths.first.map(catalogue.unit) ?? .count
  }

  private func outcomes(
    _ found: Search.Found, _ determination: Determination, _ space: SearchSpace
  ) -> [CalibrationResult.ParameterOutcome] {
    let low = space.values(at: determination.likely.map(\.lowerBound))
    let high = space.values(at: determination.likely.map(\.upperBound))
    return space.parameters.indices.map { index in
      let (low, high) = (low[index], high[index])
      return CalibrationResult.ParameterOutcome(
        parameter: space.parameters[index], value: space.parameters[index].effective(at: found.values[index]),
        likely: min(low, high)...max(low, high), share: determination.shares[index])
    }
  }

  /// The figures of the scenario at `values`, simulated as in the search, with each seed; nil if they make none.
  private func runs(at values: [Double], seeds: [UInt64]) -> [[Double]]? {
    let model = model
    let found = parallelMap(count: seeds.count, jobs: jobs) { model.figures(at: values, seed: seeds[$0]) }
      .compactMap(\.self)
    return found.count == seeds.count ? found : nil
  }

  /// Compares the figures of `runs` with the targets; `luck` is, by aim, how far it moves them.
  private func judged(_ runs: [[Double]], _ luck: [Double]) -> [CalibrationResult.TargetOutcome] {
    let all = aims
    return targets.indices.map { index in
      let places = all.indices.filter { all[$0].aim.target == index }
      let aims = places.map { all[$0] }
      let byAim = aims.map { aim in runs.map { figure(aim.parts, aim.whole, $0) } }
      let estimates = byAim.map { Estimate(of: $0) }
      let misses = zip(aims, estimates).map { $0.aim.shortfall(of: $1.mean) }
      let worst = misses.indices.max { misses[$0] < misses[$1] } ?? 0
      return CalibrationResult.TargetOutcome(
        target: targets[index], unit: unit(of: targets[index].metric), value: estimates[worst],
        distance: aims[worst].aim.beyond(estimates[worst].mean),
        isMet: zip(aims, estimates).allSatisfy { $0.aim.holds($0.aim.distance($1.mean)) },
        runsMet: runs.indices.count { run in
          zip(aims, byAim).allSatisfy { $0.aim.holds($0.aim.distance($1[run])) }
        }, luck: 2 * (places.map { luck[$0] }.max() ?? 0).squareRoot())
    }
  }
}

extension Aim {
  /// The variance of a figure that was so far from its aim in runs of different luck; 0 where a single run says nothing of it.
  ///
  /// Of few runs the variance is itself uncertain, and is rather taken for larger: by (n + 1) / (n − 1) for n runs, which keeps
  /// two standard deviations nearly what they are where n is large.
  static func luck(_ distances: [Double]) -> Double {
    let defined = distances.filter(\.isFinite)
    guard defined.count > 1 else { return 0 }
    let count = Double(defined.count)
    let mean = defined.reduce(0, +) / count
    let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return squares / (count - 1) * (count + 1) / (count - 1)
  }

  /// How far a figure is off, in tolerances; for a limit, how far beyond it, below 0 if inside.
  func beyond(_ figure: Double) -> Double { allowsMore ? -distance(figure) : distance(figure) }

  /// How badly a figure does, in tolerances, to find the worst of several: how far it is from a value on either side, or beyond
  /// a limit, below 0 if inside. Without end where it is not a number, as that meets nothing.
  func shortfall(of figure: Double) -> Double {
    let beyond = beyond(figure)
    if beyond.isNaN { return .infinity }
    return allowsLess || allowsMore ? beyond : abs(beyond)
  }
}
