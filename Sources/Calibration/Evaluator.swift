import Dispatch
import Synchronization

/// Evaluates a model at many values at a time, and none twice.
final class Evaluator {
  private let model: @Sendable ([Double]) -> [Double]?
  private let jobs: Int?
  private let note: @Sendable (Evaluation) -> Void
  private var known: [[Double]: [Double]?]
  private var isFresh: [[Double]: Bool] = [:]

  /// How many values were asked for, each counted once; those known beforehand as well.
  private(set) var count = 0

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
    for point in points where isFresh.updateValue(false, forKey: point) == nil { count += 1 }
    var missing: [[Double]] = []
    for point in points where known[point] == nil && !missing.contains(point) { missing.append(point) }
    let (wanted, model, note) = (missing, model, note)
    let next = Atomic(0)
    let found = Mutex([[Double]?](repeating: nil, count: wanted.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs ?? wanted.count, wanted.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < wanted.count else { break }
        let figures = model(wanted[index])
        found.withLock { found in
          found[index] = figures
          note(Evaluation(values: wanted[index], figures: figures))
        }
      }
    }
    for (point, figures) in zip(wanted, found.withLock { $0 }) { known[point] = .some(figures) }
    return points.map { known[$0] ?? nil }
  }
}
