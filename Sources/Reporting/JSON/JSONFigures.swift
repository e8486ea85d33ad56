import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

/// Figures as the tree of the published schema, whatever stands for the value of one.
struct JSONFigures<Value: Sendable> {
  /// The dates that the elements of `byDay` stand for.
  let days: [CivilTime]
  /// What stands for one figure.
  let leaf: (Figure, Value) -> JSONValue
  /// The estimate by which a target is judged to be met.
  let estimate: (Value) -> Estimate

  /// The tree that is `node`, whose keys from the root are `path`.
  func value(_ node: NestedFigures<Value>, at path: [String] = []) -> JSONValue {
    switch node {
    case .figure(let figure, let value):
      return leaf(figure, value)
    case .numbered(let parts):
      return .array(parts.map { value($0, at: path + [""]) })
    case .named(let parts):
      return .object(parts.map { JSONValue.Member(name: $0.key, value: part($0.value, at: path + [$0.key])) })
    }
  }

  /// The part at `path`, with what its figures cannot say: which date, and whether the target is met.
  private func part(_ node: NestedFigures<Value>, at path: [String]) -> JSONValue {
    let value = value(node, at: path)
    switch (path[0], path.count, path[path.count - 1], value) {
    case ("channels", 3, "byDay", .array(let elements)):
      return .array(zip(days, elements).map(Self.dated))
    case ("channels", 3, "serviceLevel", .object(let members)):
      return .object(members + Self.met(TargetVerdict(serviceLevel: node.mapValues(estimate))))
    case ("grades", 2, _, .object(let members)):
      let met = Self.met(TargetVerdict(grade: node.mapValues(estimate)))
      return .object(members.flatMap { $0.name == "target" ? [$0] + met : [$0] })
    default:
      return value
    }
  }

  /// Whether a target is met, if there is one; null where there is nothing to judge by.
  private static func met(_ verdict: TargetVerdict?) -> [JSONValue.Member] {
    verdict.map { [JSONValue.Member(name: "met", value: $0.isMet.map(JSONValue.bool) ?? .null)] } ?? []
  }

  private static func dated(_ day: CivilTime, _ figures: JSONValue) -> JSONValue {
    guard case .object(let members) = figures else { return figures }
    return .object([JSONValue.Member(name: "date", value: .string(day.dateText))] + members)
  }
}

extension JSONFigures<Estimate> {
  /// An expectation as the schema has it, `value` standing for that of its figure.
  static func expectation(_ expectation: ExpectationResult, value: JSONValue) -> JSONValue {
    .object([
      JSONValue.Member(name: "name", value: .string(expectation.name)),
      JSONValue.Member(name: "metric", value: .string(expectation.metric)),
      expectation.bound.member,
      JSONValue.Member(name: "value", value: value),
      JSONValue.Member(name: "verdict", value: .string(expectation.verdict.rawValue)),
    ])
  }
}
