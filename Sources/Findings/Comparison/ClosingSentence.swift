import ContactCentre
import Experiments
import Metrics
import Writing

/// What a variant costs, where anything has a price, and what it brings, in one sentence for the meeting in which it is decided
/// upon. Rostered hours cost what the plan says; what becomes of overtime is chance as well, and is said apart.
///
/// Service levels that are measured by another limit than in the base are named apart: what moves them may be the limit alone.
/// Effects on service levels are held to 95 % together: see ``VariantResult/clearDifferences(among:)``.
package struct ClosingSentence {
  private let variant: VariantResult
  private let base: Scenario

  /// The sentence about `variant`, beside what came of the plan `base`.
  package init(_ variant: VariantResult, base: Scenario) {
    self.variant = variant
    self.base = base
  }

  /// The sentence, and others about the channels and grades that it cannot name.
  package var text: String {
    var raised: [String] = []
    var lowered: [String] = []
    var unclear: [String] = []
    var unchanged: [String] = []
    let all = Headlines(variant).levels
    let levels = all.filter { variant.differentLimits(of: $0.subject) == nil }
    let unlike = all.filter { variant.differentLimits(of: $0.subject) != nil }.map { $0.subject.id.fitted(to: 40) }
    let apart =
      unlike.isEmpty
      ? "" : " \(Self.list(unlike)) \(unlike.count == 1 ? "is" : "are") measured by another limit than in the base."
    let clear = variant.clearDifferences(among: levels.map(\.line.metric))
    for (subject, line) in levels {
      guard let level = variant.difference(line.metric), let difference = level.difference else { continue }
      let name = "\(subject.id.fitted(to: 40)) \(line.label.prefix(1).lowercased())\(line.label.dropFirst())"
      let size = Quantity.difference(abs(difference), halfWidth: level.halfWidth, .share)
      let amount =
        TextTable.Cell(String(size.text.drop { $0 == "+" }), halfWidth: size.halfWidth).words + " points"
      if clear.contains(line.metric) {
        if difference > 0 { raised.append("\(name) by \(amount)") } else { lowered.append("\(name) by \(amount)") }
      } else if level.isNone {
        unchanged.append(name)
      } else {
        unclear.append(name)
      }
    }
    let effects = [("lift", raised), ("lower", lowered)].filter { !$0.1.isEmpty }.map { "\($0) \(Self.list($1))" }
    let other = unlike.isEmpty ? "" : " other"
    if effects.isEmpty {
      let effect =
        unclear.isEmpty
        ? unchanged.isEmpty
          ? unlike.isEmpty ? nil : "leave no service level to be compared"
          : "leave every\(other) service level as it was"
        : variant.result.replications == 1
          ? "have effects on\(other) service levels that one replication cannot tell from chance"
          : "make no clear difference to any\(other) service level"
      return sentence([effect].compactMap(\.self)) + apart
    }
    let rest = [("No clear difference to", unclear), ("No difference at all to", unchanged)].filter { !$0.1.isEmpty }
    return ([sentence(effects)] + rest.map { "\($0) \(Self.list($1))." }).joined(separator: " ") + apart
  }

  /// Cost first, then `effects`; then what overtime adds to the cost, if anything.
  private func sentence(_ effects: [String]) -> String {
    let days = Double(variant.result.scenario.calendar.days)
    let hours = rosteredHours / days
    let cost = Cost(variant, base: base, days: days)
    let hasSameHours = abs(hours) < 0.05
    var clauses: [String] = []
    var subject = "The same rostered hours"
    if !hasSameHours {
      let digits = Quantity.difference(hours, halfWidth: nil, .hours).text
      subject = "\(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) rostered hours a day"
    }
    switch cost?.rostered {
    case .some(let amount) where amount.isNothing:
      if hasSameHours {
        subject += cost?.overtime == nil ? " at the same cost" : " at the same pay"
      } else {
        clauses.append("cost no more and no less")
      }
    case .some(let amount): clauses.append(amount.isClear ? "cost \(amount.words)" : "make no clear difference in cost")
    case nil: break
    }
    if hasSameHours, let atWork = hoursAtWork {
      subject += ", with \(atWork)\(clauses.isEmpty && effects.isEmpty ? "" : ",")"
    }
    let first = ([subject] + [Self.list(clauses + effects)].filter { !$0.isEmpty }).joined(separator: " ") + "."
    return ([first] + [cost?.overtimeRemark].compactMap(\.self)).joined(separator: " ")
  }

  /// How many more hours the variant rosters in all, by the plan: who comes makes no difference. A team or hub that only one
  /// plan has counts in full.
  private var rosteredHours: Double {
    Headlines(variant).rosteredHours.reduce(0) { sum, metric in
      let hours = variant.difference(metric)
      return sum + (hours?.variant ?? 0) - (hours?.base ?? 0)
    }
  }

  /// How many more hours a day people are at work under the variant, breaks left out; nil if that is nothing to speak of: less
  /// than a hundredth of them, or not clear.
  ///
  /// No interval of a sum is wider than those of its parts together, and that is the one the sum is held to.
  private var hoursAtWork: String? {
    let days = Double(variant.result.scenario.calendar.days)
    let parts = Headlines(variant).staffedHours.compactMap { variant.difference($0) }
    let hours = parts.reduce(0) { $0 + ($1.variant ?? 0) - ($1.base ?? 0) }
    let most = parts.reduce(0) { $0 + max($1.variant ?? 0, $1.base ?? 0) }
    let halfWidth = parts.reduce(0) { $0 + ($1.halfWidth ?? 0) }
    guard abs(hours) > halfWidth, abs(hours) >= most / 100 else { return nil }
    return "\(Quantity.decimal(abs(hours) / days, decimals: 1)) \(hours > 0 ? "more" : "fewer") hours a day at work"
  }

  private static func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : "\(items.dropLast().joined(separator: ", ")) and \(items[items.count - 1])"
  }
}
