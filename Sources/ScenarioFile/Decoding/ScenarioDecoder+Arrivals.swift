import ContactCentre
import Reading

extension ScenarioDecoder {
  func arrivals(_ cursor: Cursor, _ context: Context, of subject: TraceSubject) -> Arrivals {
    let fields = fields(cursor, ScenarioFormat.arrivals)
    if let trace = fields["trace"] { return .trace(self.trace(trace, context, of: subject)) }
    if let ledger = fields["ledger"] {
      return .trace(recorded(ledger, source: fields["channel"], context, of: subject))
    }
    if let cursor = fields["appointments"] {
      if case .incidents = subject {
        log.error(
          cursor.place, cursor.path, "incidents are not logged by appointment", "give perYear, or a trace")
      }
      return .appointments(appointments(cursor))
    }
    var profile = ArrivalProfile(perYear: number(fields, "perYear", default: 0))
    if let cursor = fields["hourOfDay"] { profile.hourOfDay = weights(cursor, count: 24) ?? profile.hourOfDay }
    if let cursor = fields["dayOfWeek"] {
      let days = weights(cursor, names: ScenarioFormat.weekdays + [ScenarioFormat.holiday], noun: "days")
      profile.dayOfWeek = Array(days.prefix(ScenarioFormat.weekdays.count))
      profile.holiday = cursor.tree[ScenarioFormat.holiday] == nil ? nil : days.last
    }
    if let cursor = fields["month"] { profile.month = weights(cursor, names: ScenarioFormat.months, noun: "months") }
    if let cursor = fields["byHourOfWeek"] {
      profile.byHourOfWeek = weights(cursor, count: 168)
      for name in ["hourOfDay", "dayOfWeek"] {
        guard let place = fields.namePlace(name), let ignored = fields[name] else { continue }
        log.warning(place, ignored.path, "“\(name)” has no effect beside “byHourOfWeek”", "leave one of the two out")
      }
    }
    profile.busyness = fields["busyness"].map { cursor in
      let fields = self.fields(cursor, ScenarioFormat.busyness)
      return ArrivalProfile.Busyness(
        day: number(fields, "day", default: 0), interval: number(fields, "interval", default: 0),
        correlation: number(fields, "correlation", default: 0))
    }
    profile.scale = number(fields, "scale", default: 1)
    profile.factors = fields["factors"].map { factors($0, context) } ?? []
    profile.messages = fields["messages"].map(messages) ?? []
    return .profile(profile)
  }

  private func weights(_ cursor: Cursor, count: Int) -> [Double]? {
    guard let elements = elements(cursor, count: count...count, noun: "weights") else { return nil }
    let weights = elements.map { number($0, .nonNegative(to: Limits.weight)) ?? 1 }
    checkWeights(weights, cursor)
    return weights
  }

  private func weights(_ cursor: Cursor, names: [String], noun: String) -> [Double] {
    var weights = [Double](repeating: 1, count: names.count)
    for member in named(cursor, names, noun: noun) {
      weights[member.index] = number(member.cursor, .nonNegative(to: Limits.weight)) ?? 1
    }
    // A holiday alone makes no week.
    checkWeights(zip(names, weights).filter { $0.0 != ScenarioFormat.holiday }.map(\.1), cursor)
    return weights
  }

  private func checkWeights(_ weights: [Double], _ cursor: Cursor) {
    if weights.allSatisfy({ $0 == 0 }) {
      log.error(cursor.place, cursor.path, "all weights are 0", "give at least one a weight above 0")
    } else if weights.allSatisfy({ $0 < Limits.leastWeight }) {
      log.error(
        cursor.place, cursor.path, "all weights are next to 0",
        "give at least one a weight of \(Limits.leastWeight) or more; only what they are to one another counts")
    }
  }

  /// The members of an object that may only have some names, with the number of each name.
  func named(_ cursor: Cursor, _ names: [String], noun: String) -> [(index: Int, cursor: Cursor)] {
    (members(cursor, noun: "an object of \(noun)") ?? []).compactMap { member in
      if let index = names.firstIndex(of: member.name) { return (index, member.cursor) }
      log.error(
        member.namePlace, member.cursor.path, "“\(member.name.prefix(40))” is not one of the \(noun)",
        suggestion(for: member.name, among: names, noun: noun))
      return nil
    }
  }
}
