import ContactCentre
import DiscreteEvents

/// The state of the contact centre at one point of its log: who waits, who works on what, what is due.
///
/// Nothing changes it but ``evolve(_:)``, a pure fold of one event, and the few steps of it that ``Simulation`` takes
/// apart to go on at once to what comes next (`arriveToGoOn` and its like), which change it as that does. So the world
/// after n events is a function of the plan and those n events, whether they have just been decided or were read back
/// from a log. Memory follows how many contacts are in the centre at once, not how many have been.
///
/// It is large, and what asks it is asked at every event: hence the many `@inline(always)`.
struct World: ~Copyable {
  private let place = StaysInPlace()
  /// The rules it lives by.
  let plan: Plan
  let tables: PlanTables
  /// By which plan those sign on who do: its own, or while it follows what another decided, that one.
  var rostering: Plan
  /// The key of each channel's callers, then of each log's incidents.
  let keys: UnsafeMutablePointer<RandomKey>

  /// The time of the last event.
  var now: Milliseconds = 0
  /// How many contacts have been numbered.
  var contactsNumbered: UInt32 = 0
  /// How many duties have begun, attended or not.
  var dutiesBegun: UInt32 = 0
  /// When the last of them began, and how many began at that instant.
  var lastDutyTime: Milliseconds = 0
  var lastDutyCount: UInt32 = 0
  /// The arrival of the last caller, or incident, taken from the demand tape; the empty event before the first.
  var lastArrival = Event(word0: 0, word1: 0, word2: 0)

  var contacts = NumberedRing<ContactRecord>(capacity: 256)
  var handlers = HandlerTable()
  /// One queue for each channel.
  let queues: UnsafeMutablePointer<ContactQueue>
  /// The ready lists of every team, one for each number of contacts in hand: see ``TeamRule/firstList``.
  let readyLists: UnsafeMutablePointer<ReadyList>
  /// By team, what is known of its handlers together.
  let teams: UnsafeMutablePointer<TeamState>
  /// By team, its handlers who may be called away from the work in hand, the longest at it first.
  let interruptibleLists: UnsafeMutablePointer<ReadyList>
  /// By team, and within it by channel, how many of its handlers may be called away for a contact of the channel. Nothing
  /// where no scenario's rule asks who comes to handlers in another way.
  let interruptedCounts: UnsafeMutablePointer<UInt16>
  /// By number of the surge.
  let surges: UnsafeMutablePointer<SurgeState>

  /// What contacts wait for, by contact.
  var contactCalendar = Calendar()
  /// What handlers and units wait for: see ``Owner``.
  private(set) var forceCalendar = Calendar()
  /// What incidents wait for. Apart from the rest, because much of it is hours away and would be in its way.
  private(set) var incidentCalendar = Calendar()
  /// When contacts come that follow from others, by ``FollowUpRecord/number``; likewise.
  private(set) var followUpCalendar = Calendar()
  /// When the soonest of the three is due, or a unit can be sent. Asked for before every event, though it seldom changes.
  private(set) var forceMoment = Calendar.never

  /// One bit for each channel with a contact in its queue.
  var channelsWaiting: UInt64 = 0
  /// One bit for each channel of which somebody could take a contact now.
  var channelsReady: UInt64 = 0
  /// One bit for each channel with unsettled contacts in its queue.
  var channelsUnsettled: UInt64 = 0

  /// The contacts that are to come of others. Apart from the contacts, because they may be weeks away while thousands of
  /// others come and go; none is further away than an event can say, so the ring holds what comes of seven weeks.
  var followUps = NumberedRing<FollowUpRecord>(capacity: 16)
  /// How many of them have been numbered.
  var followUpsNumbered: UInt32 = 0
  /// Incidents and units.
  var response: ResponseState
  /// Whether a unit can be sent to an incident now.
  var dispatchIsDue = false {
    didSet { if dispatchIsDue != oldValue { refreshForceMoment() } }
  }

  /// The world before its first event.
  init(plan: Plan, keys channelKeys: [RandomKey]) {
    self.plan = plan
    rostering = plan
    tables = plan.tables
    keys = .allocate(capacity: channelKeys.count)
    keys.initialize(from: channelKeys, count: channelKeys.count)
    queues = .allocate(capacity: plan.tables.channelCount)
    queues.initialize(repeating: ContactQueue(), count: plan.tables.channelCount)
    readyLists = .allocate(capacity: plan.tables.listCount)
    readyLists.initialize(repeating: ReadyList(), count: plan.tables.listCount)
    teams = .allocate(capacity: plan.tables.teamCount)
    teams.initialize(repeating: TeamState(), count: plan.tables.teamCount)
    let interruptedCount = plan.tables.routing == nil ? 0 : plan.tables.teamCount * plan.tables.channelCount
    interruptedCounts = .allocate(capacity: interruptedCount)
    interruptedCounts.initialize(repeating: 0, count: interruptedCount)
    interruptibleLists = .allocate(capacity: plan.tables.teamCount)
    interruptibleLists.initialize(repeating: ReadyList(), count: plan.tables.teamCount)
    let surgeCount = plan.tables.routing?.pointee.surgeCount ?? 0
    surges = .allocate(capacity: surgeCount)
    surges.initialize(repeating: SurgeState(), count: surgeCount)
    response = ResponseState(gradeCount: plan.tables.response?.pointee.gradeCount ?? 0)
  }

  /// Something is due to `owner`, see ``Owner``, at `moment`, and nothing was.
  @inline(always)
  mutating func scheduleForce(_ owner: UInt32, at moment: Calendar.Moment) {
    forceCalendar.schedule(owner, at: moment)
    refreshForceMoment()
  }

  /// What was due to `owner` at `moment` no longer is.
  @inline(always)
  mutating func cancelForce(_ owner: UInt32, at moment: Calendar.Moment) {
    forceCalendar.cancel(owner, at: moment)
    refreshForceMoment()
  }

  /// What was due to `owner` at `moment` is due at `other` instead.
  @inline(always)
  mutating func moveForce(_ owner: UInt32, from moment: Calendar.Moment, to other: Calendar.Moment) {
    forceCalendar.cancel(owner, at: moment)
    forceCalendar.schedule(owner, at: other)
    refreshForceMoment()
  }

  /// Something is due to an incident at `moment`, and nothing was.
  mutating func scheduleIncident(_ number: UInt32, at moment: Calendar.Moment) {
    incidentCalendar.schedule(number, at: moment)
    refreshForceMoment()
  }

  /// What was due to an incident at `moment` no longer is.
  mutating func cancelIncident(_ number: UInt32, at moment: Calendar.Moment) {
    incidentCalendar.cancel(number, at: moment)
    refreshForceMoment()
  }

  /// A contact that follows from another is due at `moment`.
  mutating func scheduleFollowUp(_ number: UInt32, at moment: Calendar.Moment) {
    followUpCalendar.schedule(number, at: moment)
    refreshForceMoment()
  }

  /// It no longer is.
  mutating func cancelFollowUp(_ number: UInt32, at moment: Calendar.Moment) {
    followUpCalendar.cancel(number, at: moment)
    refreshForceMoment()
  }

  /// When units are sent that can be sent now.
  var dispatchMoment: Calendar.Moment { Calendar.moment(now, rank: Rank.dispatch) }

  @inline(always)
  private mutating func refreshForceMoment() {
    forceMoment = min(forceCalendar.nextMoment, min(incidentCalendar.nextMoment, followUpCalendar.nextMoment))
    if dispatchIsDue { forceMoment = min(forceMoment, dispatchMoment) }
  }

  /// The place on the demand tape of what was last taken from it, if anything.
  var tapePlace: TapePlace? {
    let logs = lastArrival.kind == .incidentLogged ? UInt16(tables.channelCount) : 0
    guard logs > 0 || lastArrival.kind == .contactArrived else { return nil }
    return TapePlace(
      cell: lastArrival.value, time: lastArrival.time, source: lastArrival.resource + logs, index: lastArrival.extra)
  }

  deinit {
    keys.deallocate()
    queues.deallocate()
    readyLists.deallocate()
    teams.deallocate()
    interruptibleLists.deallocate()
    interruptedCounts.deallocate()
    surges.deallocate()
  }
}

/// The contacts waiting on one channel, the longest-waiting first.
struct ContactQueue: BitwiseCopyable {
  var head = noContact
  var tail = noContact
  var count: UInt32 = 0
  /// The first of those that joined at this very instant and are not settled; all behind it are unsettled too.
  var firstUnsettled = noContact
  /// Where the queue overflows, the first that has not waited long enough; all before it have, if they are settled.
  var firstShort = noContact
  /// When that one will have; ``Calendar/never`` for nobody.
  var overflowMoment = Calendar.never
}

/// Whether teams help on a channel, or will.
struct SurgeState: BitwiseCopyable {
  var isActive = false
  /// When they will begin, or end, to help, as it stands in the calendar; ``Calendar/never`` if nothing is due.
  var moment = Calendar.never
}

/// What is known of the handlers of a team together, so that nobody has to count them.
struct TeamState: BitwiseCopyable {
  /// One bit for each channel that it answers and of which one of them could take a contact.
  var ready: UInt64 = 0
  /// One bit for each channel for whose contacts one of them may be called away from all that is in hand.
  var interrupted: UInt64 = 0
  /// How many work and are not about to stop.
  var atWork = 0
  /// How many are ready and have nothing in hand; counted only where it matters: see ``TeamRule/isCounted``.
  var idle = 0
}

/// Handlers of one team with the same number of contacts in hand who could take another, the longest there first.
struct ReadyList: BitwiseCopyable {
  var head = noHandler
  var tail = noHandler
}
