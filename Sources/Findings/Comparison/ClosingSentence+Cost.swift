import ContactCentre
import Experiments
import Metrics
import Writing

extension ClosingSentence {
  /// How much more a variant costs a day: its rostered hours, by the plan, and its overtime, which depends on what happens.
  struct Cost {
    /// An amount of money a day, more or less. Of one replication nobody knows how sure it is.
    struct Amount {
      var difference: Double
      var halfWidth: Double?

      /// Whether it is less than half of the smallest amount that is told.
      var isNothing: Bool { abs(difference) < 0.5 && (halfWidth ?? 0) < 0.5 }
      /// Whether no interval leaves a doubt that there is one.
      var isClear: Bool { halfWidth.map { abs(difference) > $0 } ?? true }
      private var interval: String {
        halfWidth.flatMap { $0 >= 0.5 ? " \u{B1} \(Quantity.decimal($0))" : nil } ?? ""
      }
      /// `432 ± 17 a day more`.
      var words: String { "\(Quantity.decimal(abs(difference)))\(interval) a day \(difference > 0 ? "more" : "less")" }
      /// `+432 ± 17 a day`.
      var signed: String { "\(Quantity.difference(difference, halfWidth: nil, .money).text)\(interval) a day" }
    }

    /// The pay of rostered hours, premiums included; all costs, where overtime is what it was.
    let rostered: Amount
    /// That of overtime; nil where it is what it was.
    let overtime: Amount?
    private let total: Amount

    /// How much more `variant` costs than `base` on each of so many `days`; nil where nothing has a price.
    init?(_ variant: VariantResult, base: Scenario, days: Double) {
      guard Headlines(variant).costs != nil, let all = variant.difference(Headlines.cost.metric),
        let difference = all.difference
      else { return nil }
      total = Amount(difference: difference / days, halfWidth: all.halfWidth.map { $0 / days })
      let parts = Self.overtime(in: variant, base: base)
      guard parts.contains(where: { !$0.isNone }) else {
        rostered = total
        overtime = nil
        return
      }
      let amount = parts.reduce(0) { $0 + $1.amount } / days
      // Of the two only overtime varies, so that the interval of all costs is its own.
      rostered = Amount(difference: total.difference - amount)
      overtime = Amount(difference: amount, halfWidth: total.halfWidth)
    }

    /// What there is to say of overtime, and of all costs, in a sentence; nil where overtime costs what it did.
    var overtimeRemark: String? {
      guard let overtime, !overtime.isNothing else { return nil }
      let remark =
        overtime.halfWidth == nil
        ? "In this replication overtime costs \(overtime.words)"
        : overtime.isClear
          ? "Overtime costs \(overtime.words)" : "Overtime makes no clear difference in cost: \(overtime.signed)"
      return rostered.isNothing ? "\(remark)." : "\(remark); in all, costs change by \(total.signed)."
    }

    /// By how much the overtime of every team and hub differs, and whether it does in any replication.
    private static func overtime(in variant: VariantResult, base: Scenario) -> [(amount: Double, isNone: Bool)] {
      func part(_ metric: String, before: Double = 1, after: Double = 1) -> (amount: Double, isNone: Bool)? {
        guard let value = variant.difference(metric) else { return nil }
        let amount = (value.variant ?? 0) * after - (value.base ?? 0) * before
        let isSame = value.difference == nil ? amount == 0 : value.isNoneSeen
        return (amount, isSame && (before == after || amount == 0))
      }
      let plans = [base, variant.result.scenario]
      let teams = Set(plans.flatMap { $0.teams.map { "teams.\($0.id)" } }).union(["dispatchers"]).sorted()
      let hubs = Set(plans.flatMap { ($0.response?.hubs ?? []).map(\.id) }).sorted()
      return teams.compactMap { part("\($0).overtimeCost") }
        + hubs.compactMap { hub in
          let rates = plans.map { $0.response?.hubs.first { $0.id == hub }?.overtimeRate ?? 0 }
          return part("hubs.\(hub).overtimeHours", before: rates[0], after: rates[1])
        }
    }
  }
}
