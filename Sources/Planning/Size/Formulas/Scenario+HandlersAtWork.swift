import ContactCentre
import DiscreteEvents

// Whom formulas count on: of those rostered the share that turns up and is not on a break.
extension Scenario {
  /// By team, the handlers expected to be at work in each of `hours`, which follow one another. O(tours).
  func handlersAtWork(in hours: [Milliseconds]) -> [[Double]] {
    var atWork = teams.map { _ in [Double](repeating: 0, count: hours.count) }
    let present = teams.map { team in
      hours.map { (team.role.attendance ?? attendance).share(on: calendar.zone.civilTime(at: $0).dayNumber) }
    }
    let plan = Plan(withEverybodyThere)
    // Where everybody comes, nothing about who works when is drawn, but who fills the last of half-filled posts.
    var roster = DutyRoster(plan: plan, root: RandomKey(bits: 0))
    while roster.nextMoment != Calendar.never {
      let duty = roster.next
      roster.advance()
      let team = Int(duty.staff)
      guard teams.indices.contains(team) else { continue }
      let working = duty.shift == Event.noShift ? 1 : shifts[Int(duty.shift)].shareWorked
      // Places that are always filled end with the run.
      let (start, end) = (plan.origin + duty.start, plan.origin + min(duty.end, plan.end))
      hours.forEachShare(of: start..<max(start, end)) { hour, share in
        atWork[team][hour] += present[team][hour] * working * share
      }
    }
    return atWork
  }

  /// The same where all who are rostered for teams come, and in time.
  private var withEverybodyThere: Scenario {
    var full = self
    full.attendance = 1
    for team in full.teams.indices {
      full.teams[team].role.attendance = nil
      full.teams[team].role.lateness = nil
    }
    return full
  }
}

extension Shift {
  /// The share of the shift that its breaks leave.
  var shareWorked: Double {
    let pauses = breaks.reduce(0) { $0 + $1.length }
    return 1 - Double(pauses) / Double(max(length, 1))
  }
}
