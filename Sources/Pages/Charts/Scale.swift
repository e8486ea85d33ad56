import Metrics
import Writing

/// Where an axis has its marks, and what they are called.
struct Scale {
  /// What stands at one mark.
  struct Mark {
    var value: Double
    var label: String
  }

  /// The least value there is room for: 0 but where a scale goes below.
  let least: Double
  /// The greatest value there is room for.
  let most: Double
  /// The marks, the least first.
  let marks: [Mark]

  /// A scale from 0 that has room for `values`, with four or five marks at round numbers.
  init(_ unit: Figure.Unit, upTo values: some Sequence<Double>) {
    let known = values.filter(\.isFinite).max()
    if unit == .share {
      // A share is read against all of the whole, unless it is known to be small throughout.
      let greatest = known ?? 1
      self.init(unit, step: greatest > 0.5 ? 0.25 : Self.step(for: max(greatest, 0.01)), upTo: greatest, atMost: 1)
      return
    }
    let greatest = known ?? 0
    let step = unit == .seconds ? Self.timeStep(for: max(greatest, 1)) : Self.step(for: max(greatest, 1))
    self.init(unit, step: unit == .count ? max(step, 1) : step, upTo: greatest, atMost: .infinity)
  }

  /// A scale that has room for 0 and for `values` on both sides of it, with about as many marks at round numbers.
  init(_ unit: Figure.Unit, around values: [Double]) {
    let known = values.filter(\.isFinite)
    let lowest = min(known.min() ?? 0, 0)
    let greatest = max(known.max() ?? 0, 0)
    let span = max(greatest - lowest, 0.4)
    let step = unit == .seconds ? Self.timeStep(for: span) : Self.step(for: span)
    let first = (lowest / step + 1e-9).rounded(.down)
    let last = max((greatest / step - 1e-9).rounded(.up), first + 1)
    least = first * step
    most = last * step
    marks = (Int(first)...Int(last)).map { Mark(value: Double($0) * step, label: Self.label(Double($0) * step, unit)) }
  }

  private init(_ unit: Figure.Unit, step: Double, upTo greatest: Double, atMost limit: Double) {
    let count = max(1, (greatest / step - 1e-9).rounded(.up))
    least = 0
    most = min(count * step, max(limit, step))
    marks = (0...Int(count)).map { Mark(value: Double($0) * step, label: Self.label(Double($0) * step, unit)) }
  }

  /// 1, 2 or 5 times a power of ten: a quarter of `greatest` or a little more.
  private static func step(for greatest: Double) -> Double {
    var power = 1.0
    while power * 10 <= greatest / 4 { power *= 10 }
    while power > greatest / 4 { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 * 4.0001 >= greatest } ?? power * 10
  }

  /// A length of time by which people count: a quarter of `greatest` or a little more.
  private static func timeStep(for greatest: Double) -> Double {
    let steps: [Double] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200]
    return steps.first { $0 * 4 >= greatest } ?? step(for: greatest / 3_600) * 3_600
  }

  /// A round number on an axis.
  static func label(_ value: Double, _ unit: Figure.Unit) -> String {
    switch unit {
    case .share:
      let percent = value * 100
      return Quantity.share(value, decimals: abs(percent - percent.rounded()) < 1e-9 ? 0 : 1)
    case .seconds: return value == 0 ? "0" : Quantity.limit(value)
    case .count, .hours, .money:
      return Quantity.decimal(value, decimals: value == value.rounded() ? 0 : 1)
    }
  }
}
