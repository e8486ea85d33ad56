import ContactCentre
import DiscreteEvents

/// What the handlers at their positions are doing, and the time their teams spent so far. The dispatchers, if there are
/// any, are one team more.
///
/// A stretch of time is taken off a team's sum when it begins and added when it ends, each instant being clipped to the
/// window first, so nothing but the sum need be remembered. By the hour, the sums are looked at where one ends. Must be freed
/// by whoever made it.
struct Positions {
  /// The handler at one position. Eight bytes, a size that addresses are made of without multiplying.
  private struct Handler {
    /// Contacts in hand.
    var inHand: UInt32 = 0
    var team: UInt16 = 0
    /// Signed on and not on a break.
    var isWorking = false
  }

  /// The tour of the handler at one position.
  private struct Tour {
    /// When the handler signed on.
    var start: Milliseconds = 0
    /// When it began by plan, which its breaks are laid out by, and when it ends.
    var plannedStart: Milliseconds = 0
    var end: Milliseconds = .max
    /// When the handler last began to work.
    var workedSince: Milliseconds = 0
    var shift = Event.noShift
    var turn: UInt16 = 0
    var isRostered = false
  }

  private let windowStart: Milliseconds
  private let windowEnd: Milliseconds
  private var pauses: PlannedPauses
  private var hours: HoursOfTeams
  /// Room for what each team has come to by the end of an hour.
  private let totals: UnsafeMutablePointer<HourTimes>
  /// By team, the premiums of its role; no entry where nobody has any.
  private let premiums: [PremiumHours]
  /// A row for each team: the time each premium is paid for. As wide as the most premiums of any.
  private let premiumTimes: UnsafeMutablePointer<Milliseconds>
  private let mostPremiums: Int
  /// One more than there are; the last is for numbers it does not know.
  private let teams: UnsafeMutablePointer<TeamSummary>
  private let teamCount: Int
  private var handlers: UnsafeMutablePointer<Handler>
  private var tours: UnsafeMutablePointer<Tour>
  /// One less than the number of handlers, a power of two.
  private var mask: Int
  /// How many of them have been signed on so far: those from there on are nobody's.
  private var positionCount = 0

  init(plan: Plan, capacity: Int = 256) {
    windowStart = plan.windowStart
    windowEnd = plan.windowEnd
    let roles = plan.scenario.teams.map(\.role) + (plan.scenario.response?.dispatchers.map { [$0.role] } ?? [])
    teamCount = roles.count
    pauses = PlannedPauses(plan: plan)
    hours = HoursOfTeams(plan: plan, teamCount: teamCount + 1)
    totals = .allocate(capacity: teamCount + 1)
    totals.initialize(repeating: HourTimes(), count: teamCount + 1)
    premiums = roles.map { PremiumHours($0.premiums, plan: plan) }
    mostPremiums = premiums.map(\.count).max() ?? 0
    premiumTimes = .allocate(capacity: (teamCount + 1) * mostPremiums)
    premiumTimes.initialize(repeating: 0, count: (teamCount + 1) * mostPremiums)
    teams = .allocate(capacity: teamCount + 1)
    teams.initialize(repeating: TeamSummary(), count: teamCount + 1)
    handlers = .allocate(capacity: capacity)
    handlers.initialize(repeating: Handler(), count: capacity)
    tours = .allocate(capacity: capacity)
    tours.initialize(repeating: Tour(), count: capacity)
    mask = capacity - 1
  }

  func free() {
    teams.deinitialize(count: teamCount + 1)
    teams.deallocate()
    premiumTimes.deallocate()
    hours.free()
    totals.deallocate()
    handlers.deallocate()
    tours.deallocate()
  }

  @inline(__always)
  private func clipped(_ time: Milliseconds) -> Milliseconds { max(windowStart, min(time, windowEnd)) }

  /// The handler at `position` has one contact, or assignment, more in hand.
  @inline(__always)
  mutating func takeUp(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    if handler.pointee.inHand == 0 {
      if time >= hours.clock.until { endHours(until: time) }
      teams[Int(handler.pointee.team)].busy &-= clipped(time)
    }
    handler.pointee.inHand &+= 1
  }

  /// The handler at `position` has one contact, or assignment, fewer in hand.
  @inline(__always)
  mutating func putDown(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    if handler.pointee.inHand == 1 {
      // Before the handler is taken for idle: who is busy at the end of an hour was busy in it.
      if time >= hours.clock.until { endHours(until: time) }
      teams[Int(handler.pointee.team)].busy &+= clipped(time)
    }
    handler.pointee.inHand &-= 1
  }

  /// Takes note of the hours that are over at `time`.
  @inline(never)
  private mutating func endHours(until time: Milliseconds) {
    while time >= hours.clock.until, hours.clock.until != .max {
      let end = clipped(hours.clock.until)
      for team in 0...teamCount { totals[team] = HourTimes(staffed: teams[team].staffed, busy: teams[team].busy) }
      for place in 0..<positionCount {
        let team = Int(handlers[place].team)
        if handlers[place].isWorking { totals[team].staffed &+= end }
        if handlers[place].inHand > 0 { totals[team].busy &+= end }
      }
      hours.endHour(totals)
    }
  }

  /// A handler signed on for a tour.
  mutating func signOn(_ event: Event) {
    let position = event.resource
    let time = event.time
    if Int(position) > mask { grow(for: position) }
    positionCount = max(positionCount, Int(position) + 1)
    let number = min(Int(event.group), teamCount)
    let end = Self.end(of: event)
    if event.isOnOvertime {
      teams[number].broughtIn &+= clipped(end) &- clipped(time)
    } else {
      roster(number, from: time, to: end)
    }
    teams[number].expected &+= clipped(end) &- clipped(time)
    let shift = UInt16(truncatingIfNeeded: event.extra)
    let tour = Tour(
      start: time, plannedStart: pauses.tourStart(shift: shift, from: time, to: end), end: end, shift: shift,
      turn: UInt16(truncatingIfNeeded: event.extra &>> 16), isRostered: !event.isOnOvertime)
    teams[number].pauses &+= pauseTime(of: tour, number, within: windowStart..<max(windowStart, windowEnd))
    handlers[Int(position)] = Handler(team: UInt16(clamping: number))
    tours[Int(position)] = tour
    start(position, at: time)
  }

  /// A tour, or its beginning, passes without its handler.
  mutating func absent(_ event: Event) {
    let number = min(Int(event.group), teamCount)
    let end = Self.end(of: event)
    roster(number, from: event.time, to: end)
    if event.isLate { teams[number].expected &+= clipped(end) &- clipped(event.time) }
  }

  private static func end(of event: Event) -> Milliseconds {
    // No run comes near what stands for never, and it leaves room for adding.
    event.value == Event.endless ? .max / 4 : event.time &+ Milliseconds(event.value)
  }

  private mutating func roster(_ team: Int, from start: Milliseconds, to end: Milliseconds) {
    teams[team].rostered &+= clipped(end) &- clipped(start)
    hours.roster(team, from: clipped(start), to: clipped(end))
    guard mostPremiums > 0, team < teamCount else { return }
    premiums[team].add(from: clipped(start), to: clipped(end), to: premiumTimes + team * mostPremiums)
  }

  /// The handler at `position` is there for contacts from now on.
  mutating func start(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    guard !handler.pointee.isWorking else { return }
    if time >= hours.clock.until { endHours(until: time) }
    handler.pointee.isWorking = true
    tours[Int(position) & mask].workedSince = time
    teams[Int(handler.pointee.team)].staffed &-= clipped(time)
  }

  /// The handler at `position` went on a break or home; home may follow a break.
  mutating func stop(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    guard handler.pointee.isWorking else { return }
    if time >= hours.clock.until { endHours(until: time) }
    handler.pointee.isWorking = false
    let team = Int(handler.pointee.team)
    teams[team].staffed &+= clipped(time)
    noteWork(Int(position) & mask, until: time, in: &teams[team])
  }

  /// The handler at a place has worked until now, since a while that was not taken note of yet.
  private func noteWork(_ place: Int, until time: Milliseconds, in summary: inout TeamSummary) {
    let tour = tours[place]
    let from = clipped(tour.workedSince)
    let to = clipped(min(time, tour.end))
    guard from < to else { return }
    if tour.isRostered { summary.present &+= to &- from }
    summary.kept &+= to &- from &- pauseTime(of: tour, Int(handlers[place].team), within: from..<to)
  }

  private func pauseTime(of tour: Tour, _ team: Int, within stretch: Range<Milliseconds>) -> Milliseconds {
    pauses.time(
      team: team, shift: tour.shift, turn: tour.turn, tourStart: tour.plannedStart, from: tour.start, to: tour.end,
      within: stretch)
  }

  /// The handler at `position` went home.
  mutating func signOff(_ position: UInt16, at time: Milliseconds) {
    stop(position, at: time)
    let place = Int(position) & mask
    teams[Int(handlers[place].team)].overrun &+= overrun(place, at: time)
    tours[place].end = .max
  }

  /// The time the handler at a place has been signed on beyond the end of the tour.
  private func overrun(_ place: Int, at time: Milliseconds) -> Milliseconds {
    max(0, clipped(time) &- clipped(tours[place].end))
  }

  /// The teams' times if the run ended at `end`, the dispatchers' last.
  mutating func summaries(at end: Milliseconds) -> [TeamSummary] {
    endHours(until: windowEnd)
    var summaries = (0..<teamCount).map { teams[$0] }
    for team in summaries.indices {
      summaries[team].byHour = hours.times(ofTeam: team)
      summaries[team].premiums = (0..<premiums[team].count).map { premiumTimes[team * mostPremiums + $0] }
    }
    for index in 0...mask where Int(handlers[index].team) < teamCount {
      let handler = handlers[index]
      if handler.isWorking {
        summaries[Int(handler.team)].staffed &+= clipped(end)
        noteWork(index, until: end, in: &summaries[Int(handler.team)])
      }
      if handler.inHand > 0 { summaries[Int(handler.team)].busy &+= clipped(end) }
      summaries[Int(handler.team)].overrun &+= overrun(index, at: end)
    }
    return summaries
  }

  private mutating func grow(for position: UInt16) {
    var capacity = mask + 1
    while capacity <= Int(position) { capacity *= 2 }
    let larger = UnsafeMutablePointer<Handler>.allocate(capacity: capacity)
    larger.initialize(repeating: Handler(), count: capacity)
    larger.update(from: handlers, count: mask + 1)
    handlers.deallocate()
    handlers = larger
    let longer = UnsafeMutablePointer<Tour>.allocate(capacity: capacity)
    longer.initialize(repeating: Tour(), count: capacity)
    longer.update(from: tours, count: mask + 1)
    tours.deallocate()
    tours = longer
    mask = capacity - 1
  }
}
