import ContactCentre
import DiscreteEvents

/// A kind of distribution: its key, with what stands behind it, and how that is decoded.
struct DistributionKind: Sendable {
  /// How what stands behind the key is decoded. Whatever is wrong is reported, and something stands in for it.
  typealias Decode = @Sendable (ScenarioDecoder, Cursor, ScenarioDecoder.Surroundings) -> Distribution

  let key: ObjectFormat.Key
  let decode: Decode

  private init(
    _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ description: String,
    _ decode: @escaping Decode
  ) {
    key = .required(name, shape(), description)
    self.decode = decode
  }

  /// All there are, in the order in which they are explained.
  static let all: [DistributionKind] = [
    DistributionKind("constant", .duration(.duration), "Always this value.") { $0.constant($1, $2) },
    DistributionKind("uniform", .object(ScenarioFormat.uniform), "Every value in a range equally likely.") {
      $0.uniform($1, $2)
    },
    DistributionKind("exponential", .object(ScenarioFormat.exponential), "Memoryless.") { $0.exponential($1, $2) },
    DistributionKind(
      "lognormal", .object(ScenarioFormat.lognormal), "Skewed, with a long tail: mean and cv, or median and sigma."
    ) { $0.lognormal($1, $2) },
    DistributionKind("gamma", .object(ScenarioFormat.gamma), "Skewed, with a shorter tail.") { $0.gamma($1, $2) },
    DistributionKind(
      "weibull", .object(ScenarioFormat.weibull), "A shape below 1 has many short values and a long tail."
    ) { $0.weibull($1, $2) },
    DistributionKind(
      "mixture", .list(.object(ScenarioFormat.mixtureComponent), count: 1...Limits.mixtureComponents),
      "One of several, each chosen in proportion to its weight."
    ) { $0.mixture($1, $2) },
    DistributionKind("empirical", .object(ScenarioFormat.empirical), "As observed.") { $0.empirical($1, $2) },
    DistributionKind(
      "never", .object(ScenarioFormat.never), "It never happens: an endlessly patient caller. For patience only."
    ) { $0.never($1, $2) },
  ]
}
