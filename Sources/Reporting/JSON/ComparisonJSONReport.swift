import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

/// A comparison for programs: the tree of the published schema `watchroom/comparison/1`.
///
/// `base` is the document that `run` gives of the base. Each of `variants` has the same tree, where every estimate and
/// every figure of the pooled sample is `{ base, variant, difference, halfWidth }`: null where a plan does not have the
/// figure, where it is undefined, or (half-widths) where there is none. A fifth member, `of`, says in how many replications both
/// plans define it, if in some of them only. What the scenario alone decides, such as a target,
/// is a plain number: the variant's, or the base's where only that has it. `onlyInBase` and `onlyInVariant` list what has
/// nothing to be compared with; `pairing` says how many times as wide the intervals would be had the plans met different
/// callers, for the figures people read first and as their median, `narrowing`. `precision` is that of a ``JSONReport``, of the differences.
///
/// The same comparison always gives the same bytes.
public struct ComparisonJSONReport: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/comparison/1"

  private let result: PairedResult
  private let provenance: ComparisonProvenance
  private let precision: Precision?

  /// A report of `result`, which was simulated until it had `precision`, if one was asked for, or gave up on it.
  public init(_ result: PairedResult, provenance: ComparisonProvenance, precision: Precision? = nil) {
    self.result = result
    self.provenance = provenance
    self.precision = precision
  }

  /// The document, with a newline at its end.
  public var text: String { JSONWriter.document(value) }

  var value: JSONValue {
    let base = JSONReport(result.base, provenance: Provenance(scenarioDigest: provenance.baseDigest)).value
    let variants = zip(result.variants, provenance.variantDigests).map { variant, digest in
      JSONValue.Member(name: variant.name, value: Self.variant(variant, scenarioDigest: digest))
    }
    return .object(
      [
        .init(name: "schema", value: .string(Self.schema)), .init(name: "engine", value: .string(Engine.name)),
      ] + JSONReport.circumstances(of: result.base) + JSONReport.member(precision, result.targetCertainty) + [
        .init(name: "base", value: base), .init(name: "variants", value: .object(variants)),
      ])
  }

  private static func variant(_ variant: VariantResult, scenarioDigest: String) -> JSONValue {
    let pairing = Pairing(variant)
    let head: JSONValue = .members([
      "scenario": .members([
        "name": .string(variant.result.scenario.name), "digest": .string(scenarioDigest),
      ]),
      "events": .unsigned(variant.result.events),
      "digest": .string(variant.result.digest),
      "pairing": .members([
        "narrowing": pairing.median.map(JSONValue.number) ?? .null,
        "figures": .object(
          pairing.narrowings.map { JSONValue.Member(name: $0.metric, value: .number($0.times)) }),
      ]),
      "onlyInBase": .array(variant.onlyInBase.map(JSONValue.string)),
      "onlyInVariant": .array(variant.onlyInVariant.map(JSONValue.string)),
    ])
    let tree = NestedFigures(variant.figures.lazy.map { ($0.figure, $0.difference) })
    let figures = JSONFigures<Difference>(days: variant.result.catalogue.days) { figure, value in
      figure.kind == .constant ? number(value.variant ?? value.base) : difference(value)
    } estimate: { value in
      Estimate(mean: value.variant ?? value.base ?? .nan)
    }
    guard case .object(let first) = head, case .object(let parts) = figures.value(tree) else { return head }
    let expectations = variant.result.expectations.map { expectation in
      JSONFigures.expectation(expectation, value: difference(variant.difference(expectation.metric) ?? Difference()))
    }
    return .object(first + parts + [JSONValue.Member(name: "expectations", value: .array(expectations))])
  }

  private static func difference(_ value: Difference) -> JSONValue {
    var members = [
      JSONValue.Member(name: "base", value: number(value.base)),
      JSONValue.Member(name: "variant", value: number(value.variant)),
      JSONValue.Member(name: "difference", value: number(value.difference)),
      JSONValue.Member(name: "halfWidth", value: number(value.halfWidth)),
    ]
    if let count = value.definedIn { members.append(JSONValue.Member(name: "of", value: .integer(count))) }
    return .object(members)
  }

  private static func number(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
