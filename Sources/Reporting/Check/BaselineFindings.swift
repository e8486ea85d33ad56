import Experiments
import Reading
import Writing

/// What a baseline says of one scenario that was checked.
public struct BaselineFindings: Sendable {
  /// An expectation that was not compared.
  public struct Uncompared: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// Its figure.
    public let metric: String
    /// Why not.
    public let reason: String
    /// What would help, if anything does.
    public let remedy: String?
  }

  /// The expectations that were compared, in the order of the scenario.
  public private(set) var comparisons: [BaselineComparison] = []
  /// Those that were not.
  public private(set) var uncompared: [Uncompared] = []
  /// The names of expectations that were recorded and that the scenario does not have any more, as they were recorded.
  public private(set) var forgotten: [String] = []
  /// Over how many replications figures were compared, if fewer were recorded than simulated, or more.
  public private(set) var paired: Int?
  /// Why nothing could be compared though it should; nil if something was, or nothing ever can be: figures of the pooled
  /// sample have no interval.
  public private(set) var problem: Problem?

  /// What `baseline` says of `result`, of the scenario at `path` simulated with `seed`.
  init(_ baseline: Baseline, _ result: ExperimentResult, at path: String) {
    if let seed = baseline.seed, seed != result.seed {
      problem = Problem(
        place: baseline.place, path: "seed",
        message: "recorded with --seed \(seed), compared with --seed \(result.seed), which makes other callers",
        remedy: "record it anew, or give --seed \(seed)")
      return
    }
    guard let entry = baseline.entry(at: path) else {
      problem = Problem(
        place: Place(origin: .file(baseline.place.file)), path: "scenarios", message: "nothing is recorded of \(path)",
        remedy: "record it anew with --record")
      return
    }
    let now = Baseline.Window(result)
    if let window = entry.window {
      guard window.start == now.start, window.end == now.end else {
        problem = Problem(
          place: entry.windowPlace, path: ScenarioPath(["windows", entry.path]).description,
          message: "recorded from \(window.start) to \(window.end), compared from \(now.start) to \(now.end)",
          remedy: "record it anew, or give the same --start and --days")
        return
      }
      if window.replications != now.replications { paired = min(window.replications, now.replications) }
    }
    compare(result, with: entry)
    let names = Set(result.expectations.map(\.name))
    forgotten = entry.records.map(\.name).filter { !names.contains($0) }
    let couldBe = result.expectations.contains { result.values(of: $0.metric) != nil } || !forgotten.isEmpty
    if comparisons.isEmpty, couldBe {
      let reasons = uncompared.map { "“\($0.name)”: \($0.reason)" }
      problem = Self.nothingCompared(entry, reasons.first ?? "nothing is expected")
    }
  }

  /// What `baseline` says of the scenario at `path` if that expects nothing: nil if nothing was recorded of it either.
  init?(_ baseline: Baseline, ofNothingAt path: String) {
    guard let entry = baseline.entry(at: path), !entry.records.isEmpty else { return nil }
    forgotten = entry.records.map(\.name)
    problem = Self.nothingCompared(entry, "the scenario expects nothing any more")
  }

  private mutating func compare(_ result: ExperimentResult, with entry: Baseline.Entry) {
    for expectation in result.expectations {
      func leaveOut(_ reason: String, remedy: String? = "record it again with --record") {
        uncompared.append(
          Uncompared(name: expectation.name, metric: expectation.metric, reason: reason, remedy: remedy))
      }
      guard let values = result.values(of: expectation.metric) else {
        leaveOut("a figure of all replications together has no interval to compare by", remedy: nil)
        continue
      }
      guard let record = entry.records.first(where: { $0.name == expectation.name }) else {
        leaveOut("the baseline does not have it")
        continue
      }
      guard record.metric == expectation.metric else {
        leaveOut("the baseline has it of another figure, \(record.metric)")
        continue
      }
      if let before = record.within, let after = result.limit(of: expectation.metric), before != after {
        leaveOut("the limit was \(Quantity.limit(before)), now \(Quantity.limit(after))")
        continue
      }
      let difference = Difference(base: record.values, variant: values)
      if difference.halfWidth == nil {
        leaveOut("fewer than two replications define it both as recorded and now")
      } else {
        comparisons.append(
          BaselineComparison(
            expectation: expectation, difference: difference, replications: min(record.values.count, values.count)))
      }
    }
  }

  private static func nothingCompared(_ entry: Baseline.Entry, _ reason: String) -> Problem {
    Problem(
      place: entry.place, path: ScenarioPath(["scenarios", entry.path]).description,
      message: "nothing of this could be compared: \(reason)",
      remedy: "record it anew with --record, or bring back what was expected")
  }
}
