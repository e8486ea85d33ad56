import ContactCentre
import Experiments
import Metrics
import Writing

extension Quantity {
  /// A table's cell for a number of the given unit.
  ///
  /// Means of counts over several replications have one decimal. A half-width has the decimals of its mean, but not its
  /// unit again.
  package static func cell(_ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil) -> TextTable.Cell {
    let mean = estimate.mean
    guard mean.isFinite else { return TextTable.Cell(undefined) }
    let halfWidth = estimate.halfWidth.flatMap { $0.isFinite ? $0 : nil }
    switch unit {
    case .count, .hours, .money:
      let places = decimals ?? (unit == .hours || unit == .count && halfWidth != nil ? 1 : 0)
      return TextTable.Cell(
        decimal(mean, decimals: places), halfWidth: halfWidth.map { decimal($0, decimals: places) })
    case .share:
      let places = decimals ?? 2
      return TextTable.Cell(
        share(mean, decimals: places), halfWidth: halfWidth.map { decimal($0 * 100, decimals: places) })
    case .seconds:
      return TextTable.Cell(duration(mean), halfWidth: halfWidth.map { self.halfWidth($0, ofMean: mean) })
    }
  }

  /// As ``cell(_:_:decimals:)``, with as many digits as say whether the mean and the ends of its interval keep to
  /// `bound`: what is missed by a hair must not read as reached.
  package static func cell(
    _ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil, heldTo bound: FigureExpectation.Bound
  ) -> TextTable.Cell {
    let plain = cell(estimate, unit, decimals: decimals)
    guard estimate.mean.isFinite else { return plain }
    if unit == .seconds {
      if bound.isKept(by: asWritten(duration: estimate.mean)) == bound.isKept(by: estimate.mean) { return plain }
      let needed = self.decimals(from: 1, for: [estimate.mean], keeps: bound.isKept)
      return TextTable.Cell(
        decimal(estimate.mean, decimals: needed) + " s",
        halfWidth: estimate.halfWidth.flatMap { $0.isFinite ? decimal($0, decimals: needed) : nil })
    }
    let scale: Double = unit == .share ? 100 : 1
    let least = plain.text.firstIndex(of: ".").map { plain.text[$0...].dropFirst().count(where: \.isNumber) } ?? 0
    // The interval is printed as two numbers, each rounded.
    let numbers = [estimate.mean, estimate.low, estimate.high].filter(\.isFinite).map { $0 * scale }
    let needed = self.decimals(from: least, for: numbers) { bound.isKept(by: $0 / scale) }
    return needed == least ? plain : cell(estimate, unit, decimals: needed)
  }

  /// A table's cell for a difference: as ``cell(_:_:decimals:)`` but signed, and that of shares in points of a hundred.
  package static func difference(
    _ difference: Double, halfWidth: Double?, _ unit: Figure.Unit, decimals: Int? = nil
  ) -> TextTable.Cell {
    guard difference.isFinite else { return TextTable.Cell(undefined) }
    let size = cell(Estimate(mean: abs(difference), halfWidth: halfWidth), unit, decimals: decimals)
    let digits = unit == .share ? String(size.text.dropLast()) : size.text
    // What rounds to nothing has no sign.
    let isNothing = !digits.contains { ("1"..."9").contains($0) }
    return TextTable.Cell((isNothing ? "" : difference < 0 ? "-" : "+") + digits, halfWidth: size.halfWidth)
  }

  /// What a number of the given unit is held to: `90.00%`, `10 s`. A limit of 1.75 must not read as one of 2.
  package static func bound(_ limit: Double, _ unit: Figure.Unit) -> String {
    switch unit {
    case .seconds: return self.limit(limit)
    case .share: return share(limit, decimals: decimals(from: 2, toSay: limit * 100))
    case .count, .hours, .money:
      return decimal(limit, decimals: limit == limit.rounded() ? 0 : decimals(from: 2, toSay: limit))
    }
  }

  /// A number in a sentence, with its half-width: `94.92% ± 0.03`.
  package static func words(_ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil) -> String {
    cell(estimate, unit, decimals: decimals).words
  }
}

extension FigureExpectation.Bound {
  /// Whether `value` keeps to it, but for rounding.
  fileprivate func isKept(by value: Double) -> Bool {
    switch self {
    case .atLeast(let limit): Rounding.isAtMost(limit, value)
    case .atMost(let limit): Rounding.isAtMost(value, limit)
    }
  }
}
