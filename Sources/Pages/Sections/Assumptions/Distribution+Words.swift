import DiscreteEvents
import Writing

extension Distribution {
  /// What it is, in half a sentence; in seconds.
  var words: String {
    let mean = "mean \(Quantity.duration(self.mean))"
    func parts(_ name: String, _ more: String? = nil) -> String {
      [mean, name + (more.map { " \($0)" } ?? "")].joined(separator: ", ")
    }
    func number(_ value: Double) -> String { Quantity.decimal(value, decimals: 2) }
    return switch self {
    case .never: "without end"
    case .constant(let value): value == 0 ? "none" : "always \(Quantity.duration(value))"
    case .uniform(let least, let most): "anything from \(Quantity.duration(least)) to \(Quantity.duration(most))"
    case .exponential: parts("exponential")
    case .lognormal(_, let sigma): parts("lognormal", "(\u{3C3} \(number(sigma)))")
    case .gamma(_, let variation): parts("gamma", "(cv \(number(variation)))")
    case .weibull(_, let shape): parts("Weibull", "(shape \(number(shape)))")
    case .mixture(let components): parts("a mixture of \(components.count)")
    case .empirical(let values): parts("as in \(Quantity.integer(UInt64(values.count))) observed values")
    case .quantiles: parts("as observed")
    }
  }
}
