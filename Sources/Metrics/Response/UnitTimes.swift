import ContactCentre
import DiscreteEvents

/// What the units are doing, and the time those of each hub spent so far.
///
/// Stretches of time are clipped to the window and summed as in ``Positions``. Must be freed by whoever made it.
struct UnitTimes {
  /// What a unit does. The raw values are places in a hub's row of times.
  enum Activity: UInt8 {
    case off, onBreak, free, mobile, scene, custody, paperwork

    /// How many there are.
    static var count: Int { Int(paperwork.rawValue) + 1 }
  }

  /// One unit: 16 bytes.
  private struct Unit {
    /// When its tour ends by plan; ``OpenIncident/never`` if it never does.
    var plannedEnd: Milliseconds = OpenIncident.never
    var hub: UInt16
    var officers: UInt8 = 0
    var activity = Activity.off
  }

  private let windowStart: Milliseconds
  private let windowEnd: Milliseconds
  private let hubCount: Int
  /// One more than the scenario has; the last is for numbers it does not know. Without the times in ``times``.
  private let hubs: UnsafeMutablePointer<HubSummary>
  /// A row for each of ``hubs``: the time spent on each activity.
  private let times: UnsafeMutablePointer<Milliseconds>
  private var units: UnsafeMutablePointer<Unit>
  /// One less than the number of units, a power of two.
  private var mask: Int

  init(plan: Plan, hubCount: Int, capacity: Int = 256) {
    windowStart = plan.windowStart
    windowEnd = plan.windowEnd
    self.hubCount = hubCount
    hubs = .allocate(capacity: hubCount + 1)
    hubs.initialize(repeating: HubSummary(), count: hubCount + 1)
    times = .allocate(capacity: (hubCount + 1) * Activity.count)
    times.initialize(repeating: 0, count: (hubCount + 1) * Activity.count)
    units = .allocate(capacity: capacity)
    units.initialize(repeating: Unit(hub: UInt16(clamping: hubCount)), count: capacity)
    mask = capacity - 1
  }

  func free() {
    hubs.deinitialize(count: hubCount + 1)
    hubs.deallocate()
    times.deallocate()
    units.deallocate()
  }

  private func clipped(_ time: Milliseconds) -> Milliseconds { max(windowStart, min(time, windowEnd)) }

  /// A crew came to `hub` as unit number `unit` for a tour of `length`.
  mutating func signOn(_ unit: UInt16, hub: UInt16, crew: UnitCrew, length: UInt32, at time: Milliseconds) {
    if Int(unit) > mask { grow(for: unit) }
    let hub = min(Int(hub), hubCount)
    let plannedEnd = length == Event.endless ? OpenIncident.never : time &+ Milliseconds(length)
    let tour = clipped(plannedEnd) &- clipped(time)
    hubs[hub].officers &+= Milliseconds(crew.officers) &* tour
    hubs[hub].broughtIn &+= Milliseconds(crew.onOvertime) &* tour
    units[Int(unit)] = Unit(
      plannedEnd: plannedEnd, hub: UInt16(clamping: hub), officers: UInt8(crew.officers))
    begin(.free, unit, at: time)
  }

  /// `unit` does something else from now on.
  func begin(_ activity: Activity, _ unit: UInt16, at time: Milliseconds) {
    let unit = units + Int(unit) & mask
    let row = times + Int(unit.pointee.hub) * Activity.count
    let now = clipped(time)
    row[Int(unit.pointee.activity.rawValue)] &+= now
    row[Int(activity.rawValue)] &-= now
    unit.pointee.activity = activity
  }

  /// `unit` went home.
  func signOff(_ unit: UInt16, at time: Milliseconds) {
    begin(.off, unit, at: time)
    let unit = units + Int(unit) & mask
    hubs[Int(unit.pointee.hub)].overrun &+= overrun(unit.pointee, at: time)
    unit.pointee.officers = 0
  }

  /// What the officers of a unit have worked beyond the planned end of its tour at `time`.
  private func overrun(_ unit: Unit, at time: Milliseconds) -> Milliseconds {
    Milliseconds(unit.officers) &* max(0, clipped(time) &- clipped(unit.plannedEnd))
  }

  /// The hub that `unit` signed on at.
  func hub(of unit: UInt16) -> UInt16 { units[Int(unit) & mask].hub }

  /// Counts an incident of the window to which a unit of `hub` came first.
  func attend(_ hub: UInt16, inTime: Bool) {
    let hub = hubs + min(Int(hub), hubCount)
    hub.pointee.attended &+= 1
    hub.pointee.attendedInTime &+= inTime ? 1 : 0
  }

  /// What the hubs' units did if the run ended at `end`.
  func summaries(at end: Milliseconds) -> [HubSummary] {
    var summaries = (0..<hubCount).map { hubs[$0] }
    var spent = (0..<hubCount * Activity.count).map { times[$0] }
    for index in 0...mask where Int(units[index].hub) < hubCount {
      let unit = units[index]
      spent[Int(unit.hub) * Activity.count + Int(unit.activity.rawValue)] &+= clipped(end)
      summaries[Int(unit.hub)].overrun &+= overrun(unit, at: end)
    }
    for index in summaries.indices {
      func time(_ activity: Activity) -> Milliseconds {
        spent[index * Activity.count + Int(activity.rawValue)]
      }
      summaries[index].free = time(.free)
      summaries[index].mobile = time(.mobile)
      summaries[index].scene = time(.scene)
      summaries[index].custody = time(.custody)
      summaries[index].paperwork = time(.paperwork)
    }
    return summaries
  }

  private mutating func grow(for unit: UInt16) {
    var capacity = mask + 1
    while capacity <= Int(unit) { capacity *= 2 }
    let larger = UnsafeMutablePointer<Unit>.allocate(capacity: capacity)
    larger.initialize(repeating: Unit(hub: UInt16(clamping: hubCount)), count: capacity)
    larger.update(from: units, count: mask + 1)
    units.deallocate()
    units = larger
    mask = capacity - 1
  }
}
