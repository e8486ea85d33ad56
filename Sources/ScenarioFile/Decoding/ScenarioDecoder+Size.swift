import ContactCentre

extension ScenarioDecoder {
  func sizing(_ cursor: Cursor, _ context: Context) -> Sizing {
    let fields = fields(cursor, ScenarioFormat.size)
    var sizing = Sizing(
      reach: choice(fields, "reach", default: .overall), days: choice(fields, "days", default: .same),
      grades: flag(fields, "grades", default: false), expectations: flag(fields, "expectations", default: true))
    let budget = fields["budget"]
    sizing.budget = budget.flatMap { number($0, .nonNegative(to: Limits.bound)) }
    budgetPlace = budget?.place
    sizing.maxChange = fields["maxChange"].flatMap { whole($0, 0...Limits.heads) }
    sizing.teams =
      fields["teams"].map { groups($0, context.teamNames, noun: "team", limit: Limits.teams, context) } ?? []
    sizing.hubs = fields["hubs"].map { groups($0, context.hubNames, noun: "hub", limit: Limits.hubs, context) } ?? []
    return sizing
  }

  private func groups(
    _ cursor: Cursor, _ names: ScenarioNames, noun: String, limit: Int, _ context: Context
  ) -> [Sizing.Group] {
    dictionary(cursor, noun: "\(noun)s", limit: limit).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: names, noun: noun)
      if case .string(let word) = member.cursor.tree.value {
        if word != "fixed" {
          log.error(
            member.cursor.place, member.cursor.path, "“\(word.prefix(40))” is not “fixed”",
            "write \"fixed\", or limits by shift, for example { earlies: { min: 4 } }")
        }
        return Sizing.Group(id: member.name, isFixed: true)
      }
      let limits = dictionary(member.cursor, noun: "limits", limit: Limits.shifts).map { shift in
        checkReference(shift.name, shift.namePlace, shift.cursor.path, among: context.shiftNames, noun: "shift")
        return self.limit(shift.name, shift.cursor)
      }
      return Sizing.Group(id: member.name, limits: limits)
    }
  }

  private func limit(_ shift: String, _ cursor: Cursor) -> Sizing.Limit {
    if case .number = cursor.tree.value {
      let heads = whole(cursor, 0...Limits.heads) ?? 0
      return Sizing.Limit(shift: shift, least: heads, most: heads)
    }
    let fields = fields(cursor, ScenarioFormat.headLimits)
    let least = fields["min"].flatMap { whole($0, 0...Limits.heads) } ?? 0
    let most = fields["max"].flatMap { whole($0, 0...Limits.heads) }
    if let most, most < least {
      log.error(cursor.place, cursor.path, "max \(most) is less than min \(least)", "let max be \(least) or more")
    }
    return Sizing.Limit(shift: shift, least: least, most: most.map { max($0, least) })
  }
}
