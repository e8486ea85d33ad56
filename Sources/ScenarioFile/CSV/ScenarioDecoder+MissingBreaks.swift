import ContactCentre
import DiscreteEvents
import Reading

extension ScenarioDecoder {
  /// Warns that a team rostered by a table has no breaks where a shift of the scenario has: of as many rostered hours more
  /// are then at work. `path` is that of its staff. Nothing is said where no shift has breaks, of staff that is not from a
  /// table, and of tours that are written in parts, with the breaks between them; nor of a team with an attendance that its
  /// own keys say, which makes up for them. O(t log t) of t tours.
  func warnOfMissingBreaks(_ team: Team, in scenario: Scenario, _ path: ScenarioPath) {
    guard let table = tableUses[path.appending("csv")],
      let shift = scenario.shifts.first(where: { !$0.breaks.isEmpty && $0.length > 0 })
    else { return }
    let kind: String
    let way: String
    let other: String
    switch team.staff {
    case .roster(let tours):
      if tours.haveBreaks { return }
      kind = "tours"
      way =
        "give a tour two rows, before and after its break, of which each is then a tour of its own: the time between them "
        + "is not paid, and lateness and attendance are drawn for each;"
      other = ", which keeps hours and cost as they are"
    case .intervals: (kind, way, other) = ("heads", "leave out who is on a break,", "")
    case .shifts, .rotation: return
    }
    let share = Double(shift.breaks.reduce(0) { $0 + $1.length }) / Double(shift.length)
    let percent = NumberRange.plain((share * 1_000).rounded() / 10)
    let attendance = (team.role.attendance ?? scenario.attendance).byMonth
    let usual = attendance.reduce(0, +) / Double(attendance.count)
    let lowered = NumberRange.plain((usual * (1 - share) * 1_000).rounded() / 1_000)
    log.warning(
      table.place(line: 0, column: 0), path,
      "\(kind) of a table have no breaks, and those of shifts have: \(percent) % of “\(shift.id.prefix(60))”. So more people "
        + "are at work than with as many rostered on such shifts",
      "\(way) or give the team an attendance of its own, lower by as much: \(lowered)\(other)")
  }
}

extension [Staff.RosterRow] {
  /// How far apart two tours of one person may be for what is between them to be a break.
  private static var longestBreak: Milliseconds { 2 * .hour }

  /// Whether anybody has a break between two rows that are parts of one tour.
  fileprivate var haveBreaks: Bool {
    let sorted = sorted { ($0.handler, $0.start) < ($1.handler, $1.start) }
    return zip(sorted, sorted.dropFirst()).contains { first, second in
      first.handler == second.handler && second.start > first.end && second.start - first.end <= Self.longestBreak
    }
  }
}
