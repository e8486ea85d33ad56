import ContactCentre
import DiscreteEvents

/// Gives some teams of a small scenario terms, people behind their posts, minimums, sites and breaks with cover.
///
/// From choices of its own, so that the rest of a random scenario is as it would be without.
func addPeople(to scenario: inout Scenario, _ seed: UInt64) {
  var maker = PeopleMaker(dice: Dice(seed ^ 0x9E0_91E), calendar: scenario.calendar)
  guard maker.dice.chance(0.6) else { return }
  scenario.sites = (0..<maker.dice.below(3)).map { Site(id: "site \($0)", closures: maker.closures()) }
  for index in scenario.shifts.indices { maker.cover(&scenario.shifts[index]) }
  for index in scenario.teams.indices { maker.change(&scenario.teams[index], sites: scenario.sites.map(\.id)) }
  if maker.dice.chance(0.3) {
    scenario.calendar.holidays = [Int(scenario.calendar.start / .day)]
  }
}

private struct PeopleMaker {
  var dice: Dice
  let calendar: ScenarioCalendar

  private var today: Int { calendar.zone.civilTime(at: calendar.start).dayNumber }

  mutating func closures() -> [Site.Closure] {
    (0..<dice.below(4)).map { _ in
      let from = calendar.start + Milliseconds(dice.below(96) - 8) * 15 * .minute
      return Site.Closure(from: from, to: from + dice.pick([.minute, 5 * .minute, 20 * .minute, 90 * .minute]))
    }
  }

  mutating func cover(_ shift: inout Shift) {
    for index in shift.breaks.indices where dice.chance(0.8) { shift.breaks[index].cover = 1 + dice.below(3) }
  }

  mutating func change(_ team: inout Team, sites: [String]) {
    if dice.chance(0.4) {
      team.role.attendance = dice.pick([1, 0.6, Attendance(byMonth: (0..<12).map { 0.5 + Double($0) / 24 })])
    }
    if dice.chance(0.3) {
      team.role.lateness = dice.pick([
        .constant(0), .exponential(mean: 300), .constant(600), .uniform(min: 0, max: 20_000),
      ])
    }
    if dice.chance(0.7), !sites.isEmpty { team.site = dice.pick(sites) }
    var isNamed = false
    if case .roster = team.staff { isNamed = true }
    if dice.chance(0.6), !isNamed { team.people = people() }
    if dice.chance(0.4), case .shifts(var shifts) = team.staff {
      team.minimums = [.init(shift: "shift 0", heads: dice.below(5)), .init(shift: "shift 1", heads: dice.below(3))]
      if dice.chance(0.5) { shifts[0].holiday = dice.below(4) }
      team.staff = .shifts(shifts)
    }
  }

  private mutating func people() -> Workforce {
    Workforce(
      establishment: 10, strength: dice.pick([6, 9.5, 10, 17]), asOf: today - dice.below(100),
      leavers: dice.pick([0, 0.3]),
      intakes: (0..<1 + dice.below(2)).map {
        .init(id: "\($0)", on: today - dice.below(200), heads: dice.pick([0, 3, 5.5]), training: 10 * .week)
      },
      learning: dice.chance(0.8) ? .init(slower: dice.pick([1.3, 2]), over: 26 * .week) : nil)
  }
}
