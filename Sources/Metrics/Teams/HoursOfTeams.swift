import ContactCentre
import DiscreteEvents

/// The time that teams spent in each hour of the day.
///
/// What a team is at changes at any moment, but what that comes to by the hour is worked out only where one ends: from what
/// it has come to in all by then, less what it had come to when the hour began. Must be freed by whoever made it.
struct HoursOfTeams {
  /// Which hour it is, and when it ends.
  private(set) var clock: ArrivalClock
  /// A row of 24 for each team.
  private let hours: UnsafeMutablePointer<HourTimes>
  /// By team, what its time at work and with contacts had come to when the hour began.
  private let before: UnsafeMutablePointer<HourTimes>
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
  mutating func endHour(_ totals: [HourTimes]) {
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

  /// Somebody is rostered in a team from an instant of the window to another. O(hours between).
  func roster(_ team: Int, from start: Milliseconds, to end: Milliseconds) {
    var clock = clock
    var start = start
    while start < end {
      clock.advance(to: start)
      let next = min(clock.until, end)
      hours[team * ArrivalClock.hours + Self.hour(clock)].rostered &+= next &- start
      start = next
    }
  }

  /// What a team came to in each hour of the day, from midnight on.
  func times(ofTeam team: Int) -> [HourTimes] {
    (0..<ArrivalClock.hours).map { hours[team * ArrivalClock.hours + $0] }
  }
}
