import Experiments
import Writing

extension JSONValue {
  /// An estimate as every schema has it.
  package static func estimate(_ estimate: Estimate) -> JSONValue {
    .members(["mean": .number(estimate.mean), "halfWidth": estimate.halfWidth.map(JSONValue.number) ?? .null])
  }
}
