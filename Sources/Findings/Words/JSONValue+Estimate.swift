import Experiments
import Writing

extension JSONValue {
  /// An estimate as every schema has it: `of` says in how many replications it is defined, if in some of them only.
  package static func estimate(_ estimate: Estimate) -> JSONValue {
    var members = [
      Member(name: "mean", value: .number(estimate.mean)),
      Member(name: "halfWidth", value: estimate.halfWidth.map(JSONValue.number) ?? .null),
    ]
    if let count = estimate.definedIn { members.append(Member(name: "of", value: .integer(count))) }
    return .object(members)
  }
}
