import ContactCentre
import DiscreteEvents

/// The time that teams spent in each hour of the day.
///
/// What a team is at changes at any moment, but what that comes to by the hour is worked out only where one ends: from what
/// it has come to in all by then, less what it had come to when the hour began. Tours that begin together are as a rule of
/// the same length: their hours are gone through once for all of them. Must be freed by whoever made it.
struct HoursOfTeams {
  /// Tours of one team that begin and end together, and are not in ``hours`` yet.
  private struct Tours {
    var team = 0
    var start: Milliseconds = 0
    var end: Milliseconds = 0
    var count: Milliseconds = 0
  }

  /// Which hour it is, and when it ends.
  private(set) var clock: ArrivalClock
  /// A row of 24 for each team.
  private let hours: UnsafeMutablePointer<HourTimes>
  /// By team, what its time at work and with contacts had come to when the hour began.
  private let before: UnsafeMutablePointer<HourTimes>
  private var tours = Tours()
  private let teamCount: Int

  init(plan: Plan, teamCount: Int) {
    clock = ArrivalClock(plan: plan)
    self.teamCount = teamCount
    hours = .allocate(capacity: teamCount * ArrivalClock.hours)
    hours.initialize(repeating: HourTimes(), count: teamCount * ArrivalClock.hours)
    before = .allocate(capacity: teamCount)
    before.initialize(repeating: HourTimes(), count: teamCount)
  }

  func free() {
    hours.deallocate()
    before.deallocate()
  }

  private static func hour(_ clock: ArrivalClock) -> Int { clock.slot % ArrivalClock.hours }

  /// The hour is over; `totals` is what the time at work and with contacts of each team has come to in all by its end. There
  /// is an hour after it until the window is over.
  mutating func endHour(_ totals: UnsafePointer<HourTimes>) {
    // Before the window nobody's time counts, and all totals are nothing.
    if clock.isInWindow {
      for team in 0..<teamCount {
        let hour = hours + team * ArrivalClock.hours + Self.hour(clock)
        hour.pointee.staffed &+= totals[team].staffed &- before[team].staffed
        hour.pointee.busy &+= totals[team].busy &- before[team].busy
        before[team] = totals[team]
      }
    }
    clock.advance(to: clock.until)
  }

  /// Somebody is rostered in a team from an instant of the window to another. O(1), or O(hours between) if it is not as the
  /// last was.
  mutating func roster(_ team: Int, from start: Milliseconds, to end: Milliseconds) {
    if start != tours.start || team != tours.team || end != tours.end {
      addTours()
      tours = Tours(team: team, start: start, end: end)
    }
    tours.count += 1
  }

  /// Adds the hours of the tours that are not added yet.
  private mutating func addTours() {
    var clock = clock
    while tours.start < tours.end {
      clock.advance(to: tours.start)
      let next = min(clock.until, tours.end)
      hours[tours.team * ArrivalClock.hours + Self.hour(clock)].rostered &+= (next &- tours.start) &* tours.count
      tours.start = next
    }
    tours.count = 0
  }

  /// What a team came to in each hour of the day, from midnight on.
  mutating func times(ofTeam team: Int) -> [HourTimes] {
    addTours()
    return (0..<ArrivalClock.hours).map { hours[team * ArrivalClock.hours + $0] }
  }
}
