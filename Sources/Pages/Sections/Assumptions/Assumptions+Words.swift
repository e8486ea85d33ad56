import ContactCentre
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

extension Staff {
  /// Who is rostered when, in half a sentence.
  var words: String {
    func week(_ heads: [Int]) -> String {
      if Set(heads).count <= 1 { return String(heads.first ?? 0) }
      return zip(CivilTime.shortWeekdays, heads).map { "\($0) \($1)" }.joined(separator: " ")
    }
    if case .shifts(let shifts) = self {
      return shifts.isEmpty
        ? "nobody"
        : shifts.map { "\($0.shift) \(week($0.heads))\($0.holiday.map { ", on holidays \($0)" } ?? "")" }
          .joined(separator: "; ")
    }
    if case .intervals(let days) = self {
      let heads = days.flatMap(\.self)
      let count = days.first?.count ?? 24
      return
        "from \(heads.min() ?? 0) to \(heads.max() ?? 0) heads, by \(count == 24 ? "hour" : "interval") of the week"
    }
    if case .roster(let rows) = self {
      return "\(Quantity.integer(UInt64(rows.count))) tours of named people"
    }
    if case .rotation(let rotation) = self {
      return
        "\(rotation.groups.count) groups of \(rotation.groups.map(String.init).joined(separator: ", ")) in a cycle of "
        + "\(rotation.pattern.count) days"
    }
    return "as the scenario says"
  }
}

extension Attendance {
  /// How many of those rostered turn up, as a sentence.
  var words: String {
    let least = Quantity.share(byMonth.min() ?? 1, decimals: 1)
    let most = Quantity.share(byMonth.max() ?? 1, decimals: 1)
    return least == most
      ? "Of those rostered \(least) turn up." : "Of those rostered \(least) to \(most) turn up, by the month."
  }
}

extension Quantity {
  /// How often: `once`, `twice`, `5 times`.
  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

  /// A length of time as a scenario states it: `3 min`, `8 h`, `2 h 30 min`, `2 days`.
  static func length(_ time: Milliseconds) -> String {
    if time >= 2 * .day, time % .day == 0 { return "\(time / .day) days" }
    if time > .hour, time % .hour != 0, time % .minute == 0 {
      return "\(time / .hour) h \(time % .hour / .minute) min"
    }
    return limit(Double(time) / 1_000)
  }
}

extension LocalTime {
  /// A date for people, for example `22 July 2022`.
  static func day(_ civil: CivilTime) -> String { "\(civil.day) \(CivilTime.months[civil.month - 1]) \(civil.year)" }
}
