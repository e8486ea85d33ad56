import Experiments
import Metrics
import ScenarioFile
import Writing

/// How a target's numbers are written: as it was published, in its own unit.
struct TargetWords {
  private let outcome: CalibrationResult.TargetOutcome
  private var target: PublishedTarget { outcome.target }

  init(_ outcome: CalibrationResult.TargetOutcome) { self.outcome = outcome }

  /// What was published: `66% ± 1`, `26 ± 2 s`, `at most 50%`, `10 to 12 h`.
  var published: String {
    if let value = target.value {
      guard let tolerance = target.tolerance else { return number(value) + suffix }
      return outcome.unit == .share
        ? "\(number(value))% \u{B1} \(number(tolerance))" : "\(number(value)) \u{B1} \(number(tolerance))\(suffix)"
    }
    switch (target.atLeast, target.atMost) {
    case (let low?, let high?): return "\(number(low)) to \(number(high))\(suffix)"
    case (let low?, nil): return "at least \(number(low))\(suffix)"
    case (nil, let high?): return "at most \(number(high))\(suffix)"
    default: return Quantity.undefined
    }
  }

  /// What was simulated, and half the width of the interval around it.
  var simulated: TextTable.Cell {
    guard outcome.value.mean.isFinite else { return TextTable.Cell(Quantity.undefined) }
    return TextTable.Cell(
      written(outcome.value.mean) + suffix, halfWidth: outcome.value.halfWidth.map { written($0) })
  }

  /// What comes of it, in a word or two.
  var verdict: TextTable.Cell {
    if target.weight == 0 { return TextTable.Cell("reported only") }
    if outcome.isMet { return TextTable.Cell("met", tone: .good) }
    guard outcome.distance.isFinite else { return TextTable.Cell("undefined", tone: .bad) }
    return TextTable.Cell("off by \(Quantity.decimal(abs(outcome.distance), decimals: 1))", tone: .bad)
  }

  private var suffix: String {
    switch outcome.unit {
    case .share: "%"
    case .seconds: " \((target.unit ?? .seconds).rawValue)"
    case .hours: " h"
    case .count, .money: ""
    }
  }

  /// A number of the target, in its unit.
  private func number(_ number: Double) -> String {
    let shown = outcome.unit == .share ? number * 100 : number
    // A published number has the decimals it was published with.
    let decimals = (0..<4).first { decimals in
      let scale = FixedDecimals.scale(decimals)
      return abs((shown * scale).rounded() - shown * scale) < 1e-6 * scale
    }
    return Quantity.decimal(shown, decimals: decimals ?? 4)
  }

  /// A number of a result, in the target's unit.
  private func written(_ number: Double) -> String {
    switch outcome.unit {
    case .share: return Quantity.decimal(number * 100, decimals: 2)
    case .seconds:
      let unit = target.unit ?? .seconds
      return Quantity.decimal(number / unit.seconds, decimals: unit == .seconds && outcome.value.mean >= 100 ? 0 : 2)
    case .hours, .money: return Quantity.decimal(number, decimals: 1)
    case .count: return Quantity.decimal(number, decimals: countDecimals)
    }
  }

  /// The decimals of a number of things: none of what was counted once and for all, and more the smaller a mean is, as how
  /// often each caller of a group rings.
  private var countDecimals: Int {
    let mean = outcome.value.mean
    if outcome.value.halfWidth == nil, mean == mean.rounded() { return 0 }
    return abs(mean) < 10 ? 2 : abs(mean) < 100 ? 1 : 0
  }
}

extension CalibrationResult.ParameterOutcome {
  /// Whether the targets leave less than a quarter of its range open.
  var isPinnedDown: Bool { share > 0.75 }

  /// Whether they leave next to all of it open.
  var isOpen: Bool { share < 0.1 }

  /// Whether it was found where its range ends, but for what nobody sees.
  var isAtEnd: Bool {
    let range = parameter.parameter.range
    return [range.lowerBound, range.upperBound].contains { end in
      abs(value - end) <= 1e-3 * min(range.upperBound - range.lowerBound, abs(end))
    }
  }

  /// A value of the parameter as people read it.
  func written(_ value: Double) -> String {
    if parameter.isTime { return Quantity.duration(value) }
    if value == value.rounded() { return Quantity.decimal(value) }
    return Quantity.decimal(value, decimals: value < 1 ? 4 : value < 10 ? 3 : value < 100 ? 2 : value < 1_000 ? 1 : 0)
  }
}

extension CalibrationResult {
  /// How many of the targets that matter are met: `25 of 25 targets`.
  var tally: String { "\(weighted.count(where: \.isMet)) of \(Quantity.counted(weighted.count, "target"))" }

  /// How the scenario was searched, in a sentence.
  var effort: String {
    // A search takes several steps at a time, and ends where not all of the next could be tried.
    let isCutShort = !isSettled && evaluations + repeats < limit
    let end =
      isSettled
      ? "until nothing got better"
      : isCutShort
        ? "until those left of the \(Quantity.counted(limit, "evaluation")) allowed were too few for another round"
        : "until the most evaluations allowed were made"
    let reused = known == 0 ? "" : ", \(known) of them known before"
    let again = isCutShort && repeats > 0 ? ", and \(repeats) of the same values again" : ""
    return "Searched \(end): \(Quantity.counted(evaluations, "evaluation"))\(reused)\(again)."
  }

  /// The parameters that targets do not pin down.
  var unsure: [ParameterOutcome] { parameters.filter { !$0.isPinnedDown } }

  /// Combinations of two to four parameters that targets do not tell apart: names, each with the way it goes. Those of more
  /// tell nobody anything.
  var combinations: [String] {
    determination.loose.filter { (2...4).contains($0.parts.count) }.map { direction in
      direction.parts.map { part in
        "\(parameters[part.parameter].parameter.parameter.name) \(part.weight > 0 ? "up" : "down")"
      }.joined(separator: ", ")
    }
  }
}
