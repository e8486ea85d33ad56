import ContactCentre
import Experiments
import Metrics
import Writing

extension Quantity {
  /// A table's cell for a number of the given unit.
  ///
  /// Means of counts over several replications have one decimal. A half-width has the decimals of its mean, but not its
  /// unit again. A time has a form of its own, whatever the `decimals`.
  package static func cell(_ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil) -> TextTable.Cell {
    let mean = estimate.mean
    guard mean.isFinite else { return TextTable.Cell(undefined) }
    let halfWidth = estimate.finiteHalfWidth
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

  /// A time in seconds, however long.
  private static func seconds(_ estimate: Estimate, decimals: Int) -> TextTable.Cell {
    TextTable.Cell(
      decimal(estimate.mean, decimals: decimals) + " s",
      halfWidth: estimate.finiteHalfWidth.map { decimal($0, decimals: decimals) })
  }

  /// As ``cell(_:_:decimals:)``, with as many digits as say whether the mean and the ends of its interval keep to
  /// `bound`: what is missed by a hair must not read as reached.
  package static func cell(
    _ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil, heldTo bound: FigureExpectation.Bound
  ) -> TextTable.Cell {
    let (mean, width) = (estimate.mean, estimate.finiteHalfWidth ?? 0)
    return cell(estimate, unit, decimals: decimals) { read, readWidth in
      [(mean, read), (mean - width, read - readWidth), (mean + width, read + readWidth)]
        .allSatisfy { bound.isKept(by: $0) == bound.isKept(by: $1) }
    }
  }

  /// As ``cell(_:_:decimals:)``, with as many digits as it takes until what is read `isTrue`: a mean and half a width, each
  /// rounded. With none more where six more do not do.
  private static func cell(
    _ estimate: Estimate, _ unit: Figure.Unit, decimals: Int?, until isTrue: (_ mean: Double, _ width: Double) -> Bool
  ) -> TextTable.Cell {
    let plain = cell(estimate, unit, decimals: decimals)
    let mean = estimate.mean
    guard mean.isFinite else { return plain }
    func isRead(_ rounded: (Double) -> Double) -> Bool {
      isTrue(rounded(mean), estimate.finiteHalfWidth.map(rounded) ?? 0)
    }
    let isTime = unit == .seconds
    if isTime, isRead({ asWritten(duration: $0, ofMean: mean) }) { return plain }
    let scale: Double = unit == .share ? 100 : 1
    let shown = plain.text.firstIndex(of: ".").map { plain.text[$0...].dropFirst().count(where: \.isNumber) } ?? 0
    let least = max(shown, isTime ? 1 : 0)
    let needed = (least...least + 6).first { decimals in
      isRead { asWritten($0 * scale, decimals: decimals) / scale }
    }
    guard let needed else { return plain }
    return isTime ? seconds(estimate, decimals: needed) : cell(estimate, unit, decimals: needed)
  }

  /// A table's cell for a difference: as ``cell(_:_:decimals:)`` but signed, and that of shares in points of a hundred. If it
  /// `isClear`, with as many digits as show that it is more than half its width.
  package static func difference(
    _ difference: Double, halfWidth: Double?, _ unit: Figure.Unit, decimals: Int? = nil, isClear: Bool = false
  ) -> TextTable.Cell {
    guard difference.isFinite else { return TextTable.Cell(undefined) }
    let estimate = Estimate(mean: abs(difference), halfWidth: halfWidth)
    let size =
      isClear
      ? cell(estimate, unit, decimals: decimals) { $0 > $1 } : cell(estimate, unit, decimals: decimals)
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

extension Estimate {
  /// ``halfWidth``, where it is a number that can be written.
  fileprivate var finiteHalfWidth: Double? { halfWidth.flatMap { $0.isFinite ? $0 : nil } }
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
