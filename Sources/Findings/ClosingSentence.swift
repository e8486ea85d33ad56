import ContactCentre
import Experiments
import Metrics
import Writing

/// What a variant costs, where anything has a price, and what it brings, in one sentence for the meeting in which it is decided upon.
package struct ClosingSentence {
  private let variant: VariantResult

  /// The sentence about `variant`.
  package init(_ variant: VariantResult) { self.variant = variant }

  /// The sentence, and others about the channels and grades that it cannot name.
  package var text: String {
    var raised: [String] = []
    var lowered: [String] = []
    var unclear: [String] = []
    var unchanged: [String] = []
    let headlines = Headlines(variant)
    let levels =
      headlines.channels.map { ($0.name, Headlines.serviceLevel($0.name, of: variant)) }
      + headlines.grades.map { ($0.name, Headlines.response($0.name, of: variant)) }
    for case (let id, let line?) in levels {
      guard let level = variant.difference(line.metric), let difference = level.difference else { continue }
      let name = "\(id.fitted(to: 40)) \(line.label.prefix(1).lowercased())\(line.label.dropFirst())"
      let size = Quantity.difference(abs(difference), halfWidth: level.halfWidth, .share)
      let amount = "\(size.text.drop { $0 == "+" })\(size.halfWidth.map { " \u{B1} \($0)" } ?? "") points"
      if level.isClear {
        if difference > 0 { raised.append("\(name) by \(amount)") } else { lowered.append("\(name) by \(amount)") }
      } else if level.isNone {
        unchanged.append(name)
      } else {
        unclear.append(name)
      }
    }
    let effects = [("lift", raised), ("lower", lowered)].filter { !$0.1.isEmpty }.map { "\($0) \(Self.list($1))" }
    if effects.isEmpty {
      let effect =
        unclear.isEmpty
        ? unchanged.isEmpty ? nil : "leave every service level as it was"
        : variant.result.replications == 1
          ? "do to service levels what one replication cannot tell" : "make no clear difference to any service level"
      return sentence([effect].compactMap(\.self))
    }
    let rest = [("No clear difference to", unclear), ("No difference at all to", unchanged)].filter { !$0.1.isEmpty }
    return ([sentence(effects)] + rest.map { "\($0) \(Self.list($1))." }).joined(separator: " ")
  }

  /// Cost first, then `effects`.
  private func sentence(_ effects: [String]) -> String {
    let days = Double(variant.result.scenario.calendar.days)
    let hours = rosteredHours / days
    let cost = cost(perDayOf: days)
    let hasSameHours = abs(hours) < 0.05
    var clauses: [String] = []
    var subject = "The same rostered hours"
    if !hasSameHours {
      let digits = Quantity.difference(hours, halfWidth: nil, .hours).text
      subject = "\(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) rostered hours a day"
    }
    switch cost {
    case .some(let amount): clauses.append("cost \(amount)")
    case .unclear: clauses.append("make no clear difference in cost")
    case .unknown: break
    case .none where hasSameHours: subject += " at the same cost"
    case .none: clauses.append("cost no more and no less")
    }
    return ([subject] + [Self.list(clauses + effects)].filter { !$0.isEmpty }).joined(separator: " ") + "."
  }

  /// What there is to say of a difference in cost.
  private enum Cost {
    /// Nothing has a price.
    case unknown
    /// There is none.
    case none
    /// There may be none.
    case unclear
    /// So much a day, more or less.
    case some(String)
  }

  /// How much more the variant costs in all. Of one replication nobody knows how sure the amount is.
  private func cost(perDayOf days: Double) -> Cost {
    guard Headlines(variant).hasCosts else { return .unknown }
    guard let total = variant.difference(Headlines.cost.metric), let difference = total.difference else { return .none }
    let amount = abs(difference) / days
    let halfWidth = total.halfWidth.map { $0 / days }
    if amount < 0.5, (halfWidth ?? 0) < 0.5 { return .none }
    if halfWidth != nil, !total.isClear { return .unclear }
    let interval = halfWidth.flatMap { $0 >= 0.5 ? " \u{B1} \(Quantity.decimal($0))" : nil } ?? ""
    return .some("\(Quantity.decimal(amount))\(interval) a day \(difference > 0 ? "more" : "less")")
  }

  /// How many more hours the variant rosters in all, by the plan: who comes makes no difference. A team or hub that only one
  /// plan has counts in full.
  private var rosteredHours: Double {
    Headlines(variant).rosteredHours.reduce(0) { sum, metric in
      let hours = variant.difference(metric)
      return sum + (hours?.variant ?? 0) - (hours?.base ?? 0)
    }
  }

  private static func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : "\(items.dropLast().joined(separator: ", ")) and \(items[items.count - 1])"
  }
}
