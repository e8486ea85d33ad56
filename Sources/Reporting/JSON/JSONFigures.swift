import ContactCentre
import DiscreteEvents
import Experiments
import Metrics

/// Figures as the tree of the published schema, whatever stands for the value of one.
struct JSONFigures<Value: Sendable> {
  /// The dates that the elements of `byDay` stand for.
  let days: [CivilTime]
  /// What stands for one figure.
  let leaf: (Figure, Value) -> JSONValue
  /// Whether the target is met, by the `serviceLevel` part of a channel's figures; nil if there is none.
  let isMet: (NestedFigures<Value>) -> Bool?

  /// The tree that is `node`.
  func value(_ node: NestedFigures<Value>) -> JSONValue {
    switch node {
    case .figure(let figure, let value):
      return leaf(figure, value)
    case .numbered(let parts):
      return .array(parts.map(value))
    case .named(let parts):
      return .object(parts.map { JSONValue.Member(name: $0.key, value: part($0.key, $0.value)) })
    }
  }

  /// The part called `key`, with what its figures cannot say: which date, and whether the target is met.
  private func part(_ key: String, _ node: NestedFigures<Value>) -> JSONValue {
    let value = value(node)
    switch (key, value) {
    case ("byDay", .array(let elements)):
      return .array(zip(days, elements).map(Self.dated))
    case ("serviceLevel", .object(let members)):
      guard let isMet = isMet(node) else { return value }
      return .object(members + [JSONValue.Member(name: "met", value: .bool(isMet))])
    default:
      return value
    }
  }

  private static func dated(_ day: CivilTime, _ figures: JSONValue) -> JSONValue {
    guard case .object(let members) = figures else { return figures }
    return .object([JSONValue.Member(name: "date", value: .string(LocalTime.date(day)))] + members)
  }
}

extension JSONFigures<Estimate> {
  /// An estimate as the schema has it.
  static func estimate(_ estimate: Estimate) -> JSONValue {
    .members(["mean": .number(estimate.mean), "halfWidth": estimate.halfWidth.map(JSONValue.number) ?? .null])
  }

  /// An expectation as the schema has it, `value` standing for that of its figure.
  static func expectation(_ expectation: ExpectationResult, value: JSONValue) -> JSONValue {
    let bound: JSONValue.Member =
      switch expectation.bound {
      case .atLeast(let limit): JSONValue.Member(name: "atLeast", value: .number(limit))
      case .atMost(let limit): JSONValue.Member(name: "atMost", value: .number(limit))
      }
    return .object([
      JSONValue.Member(name: "name", value: .string(expectation.name)),
      JSONValue.Member(name: "metric", value: .string(expectation.metric)),
      bound,
      JSONValue.Member(name: "value", value: value),
      JSONValue.Member(name: "verdict", value: .string(expectation.verdict.rawValue)),
    ])
  }
}
