import ContactCentre
import DiscreteEvents

/// The people behind a team's posts, its minimum, and the sites.
extension ScenarioDecoder {
  func workforce(_ cursor: Cursor, _ context: Context) -> Workforce {
    let errorCount = log.errorCount
    let fields = fields(cursor, ScenarioFormat.workforce)
    let start = context.calendar.map { $0.zone.civilTime(at: $0.start).dayNumber }
    let people = Workforce(
      establishment: number(fields, "establishment", default: 1), strength: number(fields, "strength", default: 1),
      asOf: fields["asOf"].flatMap(day) ?? start ?? 0, leavers: number(fields, "leavers", default: 0),
      intakes: fields["intakes"].map(intakes) ?? [], learning: fields["learning"].map(learning))
    if log.errorCount == errorCount { check(people, fields, hasDay: start != nil || fields["asOf"] != nil) }
    return people
  }

  private func intakes(_ cursor: Cursor) -> [Workforce.Intake] {
    dictionary(cursor, noun: "intakes", limit: Limits.intakes).map { member in
      let fields = fields(member.cursor, ScenarioFormat.intake)
      return Workforce.Intake(
        id: member.name, on: fields["on"].flatMap(day) ?? 0, heads: number(fields, "heads", default: 0),
        training: milliseconds(fields, "training", default: 0))
    }
  }

  private func learning(_ cursor: Cursor) -> Workforce.Learning {
    let fields = fields(cursor, ScenarioFormat.learning)
    return Workforce.Learning(
      slower: number(fields, "slower", default: 1), over: milliseconds(fields, "over", default: .day))
  }

  private func check(_ people: Workforce, _ fields: Fields, hasDay: Bool) {
    let joined = people.intakes.filter { $0.joins <= people.asOf }.reduce(0) { $0 + $1.heads }
    if hasDay, joined > people.strength, let cursor = fields["strength"] {
      log.error(
        cursor.place, cursor.path, "the strength is less than who joined up to the day it is told of",
        "count in the strength the \(NumberRange.plain(joined)) of intakes trained by then")
    }
    if people.mostHeads(for: 1) > Limits.peopleForEachPost, let cursor = fields["strength"] {
      log.error(
        cursor.place, cursor.path,
        "with its intakes, there are more than \(Limits.peopleForEachPost) people for each post",
        "count strength and establishment of the same team")
    }
    if people.learning != nil, people.intakes.isEmpty, let cursor = fields["learning"] {
      log.warning(
        cursor.place, cursor.path, "nobody joins who could be learning",
        "add intakes, for example intakes: { August: { on: \"2022-08-08\", heads: 12, training: \"10w\" } }")
    }
  }

  func teamMinimums(_ cursor: Cursor, of staff: Staff, _ context: Context) -> [Team.Minimum] {
    dictionary(cursor, noun: "minimums", limit: Limits.shifts).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.shiftNames, noun: "shift")
      if context.shiftNames.contains(member.name), !staff.works(member.name) {
        log.error(
          member.cursor.place, member.cursor.path, "nobody of the team works the shift “\(member.name.prefix(60))”",
          "roster some, for example staff: { \(member.name.prefix(60)): 20 }, or leave the minimum out")
      }
      return Team.Minimum(shift: member.name, heads: whole(member.cursor, 0...Limits.heads) ?? 0)
    }
  }

  func sites(_ cursor: Cursor, _ context: Context) -> [Site] {
    dictionary(cursor, noun: "sites", limit: Limits.sites).map { member in
      let fields = fields(member.cursor, ScenarioFormat.site)
      let closed = fields["closed"].flatMap { elements($0, count: 0...Limits.closures, noun: "closures") } ?? []
      return Site(id: member.name, closures: closed.compactMap { closure($0, context) })
    }
  }

  private func closure(_ cursor: Cursor, _ context: Context) -> Site.Closure? {
    let fields = fields(cursor, ScenarioFormat.closure)
    let zone = context.calendar?.zone ?? .utc
    guard let from = fields["from"].flatMap({ moment($0, in: zone) }), let end = fields["to"],
      let to = moment(end, in: zone)
    else { return nil }
    let closure = Site.Closure(from: from.instant(in: zone), to: to.instant(in: zone))
    if closure.to <= closure.from {
      let fault = from.fault(until: to, "it opens before it closes", "let to follow from")
      log.error(end.place, end.path, fault.message, fault.remedy)
    }
    return closure
  }

  /// Notes sites where nobody works, and breaks with cover of units, who take them whatever it is.
  func warnOfPeople(_ scenario: Scenario, _ fields: Fields) {
    for site in scenario.sites where !scenario.teams.contains(where: { $0.site == site.id }) {
      guard let cursor = fields["sites"]?.descendant([site.id]) else { continue }
      log.warning(
        cursor.place, cursor.path, "no team works at this site", "write site: \"\(site.id.prefix(60))\" in a team")
    }
    let officers = scenario.response?.hubs.flatMap { [$0.officers, $0.diary] } ?? []
    for shift in scenario.shifts where shift.breaks.contains(where: { $0.cover > 0 }) {
      guard officers.contains(where: { $0.works(shift.id) }),
        let cursor = fields["shifts"]?.descendant([shift.id, "breaks"])
      else { continue }
      log.warning(
        cursor.place, cursor.path, "officers work this shift, and take their breaks without cover",
        "give them a shift of their own without it")
    }
  }
}
