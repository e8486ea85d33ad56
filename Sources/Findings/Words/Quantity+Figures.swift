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
    case .seconds: self.limit(limit)
    case .share: share(limit, decimals: 2)
    case .count, .hours, .money: decimal(limit, decimals: limit == limit.rounded() ? 0 : 2)
    }
  }

  /// A number in a sentence, with its half-width: `94.92% ± 0.03`.
  package static func words(_ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil) -> String {
    cell(estimate, unit, decimals: decimals).words
  }
}
