import ContactCentre
import Experiments
import Reading
import ScenarioFile
import Writing

/// What the figures that scenarios have expectations of came to when they were recorded: `watchroom/baseline/1`.
///
/// Keeps the value of every replication, not only the mean: with the same seed the callers are the same, so that a later
/// check can be paired with it replication for replication, and tells a small change from chance.
public struct Baseline: Sendable, Equatable {
  /// One expectation's figure.
  public struct Record: Sendable, Equatable {
    /// What the expectation was called.
    public var name: String
    /// Its figure.
    public var metric: String
    /// By replication, the figure's values; not a number where undefined.
    public var values: [Double]
  }

  /// The schema the file follows, as it says itself.
  public static let schema = "watchroom/baseline/1"
  /// The most bytes a file may have.
  public static let limit = 64 << 20

  /// By path of the scenario, as it was named, the figures that have values by replication, in the order of the scenario.
  public private(set) var scenarios: [(path: String, records: [Record])]

  /// A baseline of what was simulated among `checked`.
  public init(_ checked: [CheckedScenario]) {
    scenarios = checked.compactMap { checked in
      guard case .simulated(let result, _) = checked.outcome else { return nil }
      let records = result.expectations.compactMap { expectation in
        result.values(of: expectation.metric).map {
          Record(name: expectation.name, metric: expectation.metric, values: $0)
        }
      }
      return (checked.path, records)
    }
  }

  /// The record of an expectation of the scenario at `path`; nil if there is none, or it was of another figure.
  public func record(_ expectation: String, of metric: String, at path: String) -> Record? {
    scenarios.first { $0.path == path }?.records.first { $0.name == expectation && $0.metric == metric }
  }

  /// The file, with a newline at its end.
  public var text: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name),
        "scenarios": .object(
          scenarios.map { path, records in
            JSONValue.Member(
              name: path,
              value: .object(
                records.map { record in
                  JSONValue.Member(
                    name: record.name,
                    value: .members([
                      "metric": .string(record.metric), "values": .array(record.values.map(JSONValue.number)),
                    ]))
                }))
          }),
      ]))
  }

  /// Reads a file that ``text`` made.
  ///
  /// - Parameter path: what to call it.
  /// - Throws: what is wrong with it.
  public init(bytes: [UInt8], path: String) throws(ScenarioError) {
    let tree = try JSONTree(json5: bytes, origin: .file(path))
    func refuse(_ tree: JSONTree, _ path: String) -> ScenarioError {
      let problem = Problem(
        place: tree.place, path: path, message: "this is not what a baseline says here",
        remedy: "give a file that “watchroom check --record” wrote")
      return ScenarioError(cause: .invalid, problems: [problem])
    }
    guard case .string(Self.schema)? = tree["schema"]?.value, let scenarios = tree["scenarios"],
      case .object(let members) = scenarios.value
    else { throw refuse(tree, "schema") }
    self.scenarios = []
    for member in members {
      guard case .object(let expectations) = member.value.value else { throw refuse(member.value, member.name) }
      var records: [Record] = []
      for expectation in expectations {
        guard case .string(let metric)? = expectation.value["metric"]?.value,
          case .array(let elements)? = expectation.value["values"]?.value
        else { throw refuse(expectation.value, "\(member.name).\(expectation.name)") }
        var values: [Double] = []
        for element in elements {
          switch element.value {
          case .number(let number): values.append(number.value)
          case .null: values.append(.nan)
          default: throw refuse(element, "\(member.name).\(expectation.name).values")
          }
        }
        records.append(Record(name: expectation.name, metric: metric, values: values))
      }
      self.scenarios.append((member.name, records))
    }
  }

  /// Whether both have the same values, undefined ones included.
  public static func == (left: Baseline, right: Baseline) -> Bool { left.text == right.text }
}

/// What an expectation's figure is beside what was recorded of it.
public struct BaselineComparison: Sendable, Hashable {
  /// The expectation.
  public let expectation: ExpectationResult
  /// The figure as recorded (base) and now (variant), over the replications both have.
  public let difference: Difference

  /// Whether the figure is worse than recorded beyond doubt: moved towards its bound or beyond, and the 95 % interval of the
  /// paired difference does not hold 0.
  public var isRegression: Bool {
    guard difference.isClear, let change = difference.difference else { return false }
    switch expectation.bound {
    case .atLeast: return change < 0
    case .atMost: return change > 0
    }
  }
}

extension Baseline {
  /// What can be compared of `result`, of the scenario at `path`, in the order of its expectations. Left out is what has no
  /// interval (figures of the pooled sample) and what was not recorded.
  public func comparisons(with result: ExperimentResult, at path: String) -> [BaselineComparison] {
    result.expectations.compactMap { expectation in
      guard let record = record(expectation.name, of: expectation.metric, at: path),
        let values = result.values(of: expectation.metric)
      else { return nil }
      let difference = Difference(base: record.values, variant: values)
      return difference.halfWidth == nil ? nil : BaselineComparison(expectation: expectation, difference: difference)
    }
  }
}
