import Experiments
import ScenarioFile
import Writing

extension CalibrationReport {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/calibration/1"

  /// The report for programs, with a newline at its end. Figures are in the units of results, times in seconds.
  ///
  /// Of a parameter, `likelyFrom` and `likelyTo` are where it may lie as well, and `told` is the share of its range, from 0 to
  /// 1, that this rules out: of the logarithms' range where it is moved by its logarithm.
  public var json: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name),
        "scenario": .members(["name": .string(circumstances.scenario), "digest": .string(circumstances.digest)]),
        "targetsFile": .string(circumstances.targets), "met": .integer(result.weighted.count(where: \.isMet)),
        "of": .integer(result.weighted.count), "settled": .bool(result.isSettled),
        "evaluations": .integer(result.evaluations), "seeds": .array(result.seeds.map(JSONValue.unsigned)),
        "targets": .array(result.targets.map(target)), "parameters": .array(result.parameters.map(parameter)),
        "loose": .array(result.determination.loose.map(direction)),
      ]))
  }

  private func target(_ outcome: CalibrationResult.TargetOutcome) -> JSONValue {
    let target = outcome.target
    let unit = target.unit?.seconds ?? 1
    func number(_ value: Double?) -> JSONValue { value.map { .number($0 * unit) } ?? .null }
    return .members([
      "name": .string(target.name), "value": number(target.value), "tolerance": number(target.tolerance),
      "atLeast": number(target.atLeast), "atMost": number(target.atMost), "weight": .number(target.weight),
      "simulated": .members([
        "mean": .number(outcome.value.mean), "halfWidth": outcome.value.halfWidth.map(JSONValue.number) ?? .null,
      ]),
      "off": .number(outcome.distance), "verdict": .string(verdict(outcome)), "runsMet": .integer(outcome.runsMet),
    ])
  }

  private func verdict(_ outcome: CalibrationResult.TargetOutcome) -> String {
    outcome.target.weight == 0 ? "reported" : outcome.isMet ? "met" : "missed"
  }

  private func parameter(_ outcome: CalibrationResult.ParameterOutcome) -> JSONValue {
    let parameter = outcome.parameter.parameter
    return .members([
      "name": .string(parameter.name), "from": .number(parameter.range.lowerBound),
      "to": .number(parameter.range.upperBound), "start": .number(outcome.parameter.start),
      "value": .number(outcome.value), "likelyFrom": .number(outcome.likely.lowerBound),
      "likelyTo": .number(outcome.likely.upperBound), "told": .number(outcome.share),
    ])
  }

  private func direction(_ direction: Determination.Direction) -> JSONValue {
    .object(
      direction.parts.map { part in
        JSONValue.Member(name: result.parameters[part.parameter].parameter.parameter.name, value: .number(part.weight))
      })
  }
}
