import ContactCentre
import Writing

extension FigureExpectation.Bound {
  /// The bound as every schema has it: `"atLeast": 0.9`.
  package var member: JSONValue.Member {
    switch self {
    case .atLeast(let limit): JSONValue.Member(name: "atLeast", value: .number(limit))
    case .atMost(let limit): JSONValue.Member(name: "atMost", value: .number(limit))
    }
  }
}
