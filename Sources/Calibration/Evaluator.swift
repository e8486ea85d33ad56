import Experiments

/// Evaluates a model at many values at a time, and none twice.
final class Evaluator {
  private let model: @Sendable ([Double]) -> [Double]?
  private let jobs: Int?
  private let note: @Sendable (Evaluation) -> Void
  private var known: [[Double]: [Double]?]
  private var asked: Set<[Double]> = []

  /// How many values were asked for, each counted once; those known beforehand as well.
  var count: Int { asked.count }

  /// An evaluator that knows `known` already. `note` hears of every evaluation it adds to them, on the thread that made it,
  /// but never on two at once; of those made together in any order.
  init(
    known: [Evaluation], jobs: Int?, note: @escaping @Sendable (Evaluation) -> Void,
    model: @escaping @Sendable ([Double]) -> [Double]?
  ) {
    self.model = model
    self.jobs = jobs
    self.note = note
    self.known = Dictionary(known.map { ($0.values, $0.figures) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures at each of `points`, in their order. Blocks until all are known.
  func figures(at points: [[Double]]) -> [[Double]?] {
    asked.formUnion(points)
    var missing: [[Double]] = []
    for point in points where known[point] == nil && !missing.contains(point) { missing.append(point) }
    let (wanted, model, note) = (missing, model, note)
    let found = parallelMap(count: wanted.count, jobs: jobs) {
      model(wanted[$0])
    } noting: { index, figures, _ in
      note(Evaluation(values: wanted[index], figures: figures))
    }
    for (point, figures) in zip(wanted, found) { known[point] = .some(figures) }
    return points.map { known[$0] ?? nil }
  }
}
