import ContactCentre
import DiscreteEvents

/// What the handlers at their positions are doing, and the time their teams spent so far. The dispatchers, if there are
/// any, are one team more.
///
/// A stretch of time is taken off a team's sum when it begins and added when it ends, each instant being clipped to the
/// window first, so nothing but the sum need be remembered. Must be freed by whoever made it.
struct Positions {
  /// The handler at one position. Eight bytes, a size that addresses are made of without multiplying.
  private struct Handler {
    /// Contacts in hand.
    var inHand: UInt32 = 0
    var team: UInt16 = 0
    /// Signed on and not on a break.
    var isWorking = false
  }

  private let windowStart: Milliseconds
  private let windowEnd: Milliseconds
  /// One more than there are; the last is for numbers it does not know.
  private let teams: UnsafeMutablePointer<TeamSummary>
  private let teamCount: Int
  private var handlers: UnsafeMutablePointer<Handler>
  /// One less than the number of handlers, a power of two.
  private var mask: Int

  init(plan: Plan, capacity: Int = 256) {
    windowStart = plan.windowStart
    windowEnd = plan.windowEnd
    teamCount = plan.scenario.teams.count + (plan.scenario.response?.dispatchers == nil ? 0 : 1)
    teams = .allocate(capacity: teamCount + 1)
    teams.initialize(repeating: TeamSummary(), count: teamCount + 1)
    handlers = .allocate(capacity: capacity)
    handlers.initialize(repeating: Handler(), count: capacity)
    mask = capacity - 1
  }

  func free() {
    teams.deallocate()
    handlers.deallocate()
  }

  @inline(__always)
  private func clipped(_ time: Milliseconds) -> Milliseconds { max(windowStart, min(time, windowEnd)) }

  /// The handler at `position` has one contact, or assignment, more in hand.
  @inline(__always)
  func takeUp(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    if handler.pointee.inHand == 0 { teams[Int(handler.pointee.team)].busy &-= clipped(time) }
    handler.pointee.inHand &+= 1
  }

  /// The handler at `position` has one contact, or assignment, fewer in hand.
  @inline(__always)
  func putDown(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    handler.pointee.inHand &-= 1
    if handler.pointee.inHand == 0 { teams[Int(handler.pointee.team)].busy &+= clipped(time) }
  }

  /// A handler came to `position` for a tour of `length`.
  mutating func signOn(_ position: UInt16, team: UInt16, length: UInt32, at time: Milliseconds) {
    if Int(position) > mask { grow(for: position) }
    roster(team: team, length: length, at: time)
    handlers[Int(position)] = Handler(team: UInt16(clamping: min(Int(team), teamCount)))
    start(position, at: time)
  }

  /// A tour of `length` begins, whether its handler came or not.
  func roster(team: UInt16, length: UInt32, at time: Milliseconds) {
    let end = length == Event.endless ? windowEnd : time &+ Milliseconds(length)
    teams[min(Int(team), teamCount)].rostered &+= clipped(end) &- clipped(time)
  }

  /// The handler at `position` is there for contacts from now on.
  func start(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    guard !handler.pointee.isWorking else { return }
    handler.pointee.isWorking = true
    teams[Int(handler.pointee.team)].staffed &-= clipped(time)
  }

  /// The handler at `position` went on a break or home; home may follow a break.
  func stop(_ position: UInt16, at time: Milliseconds) {
    let handler = handlers + Int(position) & mask
    guard handler.pointee.isWorking else { return }
    handler.pointee.isWorking = false
    teams[Int(handler.pointee.team)].staffed &+= clipped(time)
  }

  /// The teams' times if the run ended at `end`, the dispatchers' last.
  func summaries(at end: Milliseconds) -> [TeamSummary] {
    var summaries = (0..<teamCount).map { teams[$0] }
    for index in 0...mask where Int(handlers[index].team) < teamCount {
      let handler = handlers[index]
      if handler.isWorking { summaries[Int(handler.team)].staffed &+= clipped(end) }
      if handler.inHand > 0 { summaries[Int(handler.team)].busy &+= clipped(end) }
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
    mask = capacity - 1
  }
}
