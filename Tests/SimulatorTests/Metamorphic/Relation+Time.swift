import ContactCentre
import DiscreteEvents

extension Relation {
  /// Weeks later, everything happens weeks later: times are told since the first instant of the run, so the log is the same.
  ///
  /// Where clocks do not change; with callers as recorded, because other callers come on other dates; and with everybody at
  /// work, because other people stay away on other dates.
  static let laterByWeeks = Relation(name: "weeks later, the same happens") { seed in
    var scenario = randomFloor(seed)
    scenario.calendar.zone = .utc
    scenario = scenario.recorded(seed: seed).withFullAttendance()
    let weeks = [1, 2, 52, 151, -7][Int(seed % 5)]
    return same(run(scenario, seed: seed), run(scenario.later(byWeeks: weeks), seed: seed))
  }
}

extension Scenario {
  /// The same, so many weeks later.
  fileprivate func later(byWeeks weeks: Int) -> Scenario {
    var later = self
    let days = 7 * weeks
    let time = Milliseconds(days) * .day
    later.calendar.start += time
    later.calendar.holidays = calendar.holidays.map { $0 + days }
    for index in channels.indices {
      guard case .trace(let rows) = channels[index].arrivals else { continue }
      later.channels[index].arrivals = .trace(
        rows.map { row in
          var row = row
          row.time += time
          return row
        })
    }
    for index in teams.indices {
      switch teams[index].staff {
      case .roster(let rows):
        later.teams[index].staff = .roster(
          rows.map { .init(handler: $0.handler, start: $0.start + time, end: $0.end + time) })
      case .rotation(var rotation):
        rotation.firstDay += days
        later.teams[index].staff = .rotation(rotation)
      case .shifts, .intervals: break
      }
    }
    for index in sites.indices {
      later.sites[index].closures = sites[index].closures.map { .init(from: $0.from + time, to: $0.to + time) }
    }
    return later
  }
}
