import ContactCentre
import DiscreteEvents

/// Follows a log by the scenario and the published rules alone, slowly and without looking at how the core does it, and
/// notes everything that should not have happened.
///
/// It keeps to what is published: the order of things at one instant, the router's rule, how attention is shared, when
/// tours and breaks end, what happens to those who give up. Drawn lengths of time are taken from the events. Incidents
/// and units are followed by a ``ResponseWatcher``; here dispatchers are handlers of a team after the others, and a unit
/// that one of them tells where to go is work in hand.
struct LogWatcher {
  enum Stage {
    case atFront, inStage, unsettled, waiting, awaitingCallback, dialling, handling, introducing, briefing, wrappingUp
    case givenUp, redialling
  }
  enum Duty { case working, finishingForBreak, finishingForGood, onBreak }

  struct Contact {
    var channel: Int
    var stage = Stage.atFront
    var frontStage = 0
    /// How contacts may leave that stage, having chosen what this one did.
    var contains = 0.0
    var divertsTo: [FrontStage.Diversion] = []
    var diversions = 0
    var attempt = 0
    var due: Milliseconds?
    /// The events that brought it into the queue, and made due what it waits for.
    var joined = 0
    var enabled = 0
    var joinedAt: Milliseconds = 0
    var handler: UInt16 = 0
    /// Undivided attention still needed, in milliseconds, as of `reckoned`.
    var work = 0.0
    var reckoned: Milliseconds = 0
    /// The contact whose handler introduces it; the one it was handed on as; the rules by which others are to come of it.
    var introducer: UInt32?
    var handedOnAs: UInt32?
    var followUps: [Int] = []
  }

  struct Handler {
    var team: Int
    var end: Milliseconds?
    var breaks: [Shift.Break]
    /// When each of `breaks` is due.
    var breaksDue: [Milliseconds]
    var duty = Duty.working
    var hands: [UInt32] = []
    /// The events by which it became as ready as it is, and began or ended what it is doing.
    var ready = 0
    var enabled = 0
    /// When the last contact was let go of, or the break ends.
    var free: Milliseconds = 0
  }

  let plan: Plan
  let scenario: Scenario
  private(set) var failures: [String] = []
  /// How often each kind of event was seen, to know that a test looked at something.
  private(set) var seen: [EventKind: Int] = [:]

  var contacts: [UInt32: Contact] = [:]
  private var handlers: [UInt16: Handler] = [:]
  var numbered: UInt32 = 0
  var items: [UInt32: Item] = [:]
  var itemsNumbered = 0
  private var duties: UInt32 = 0
  var index = 0
  var now: Milliseconds = 0
  /// The events of this instant: where each stands in the published order.
  private var instant: [(index: Int, place: UInt64)] = []
  private var response: ResponseWatcher?

  init(_ plan: Plan) {
    self.plan = plan
    scenario = plan.scenario
    response = ResponseWatcher(plan)
  }

  /// What is wrong with the events of a run from beginning to end.
  static func failures(_ events: [Event], _ plan: Plan) -> [String] {
    var watcher = LogWatcher(plan)
    for event in events { watcher.watch(event) }
    watcher.finish()
    return watcher.failures
  }

  mutating func watch(_ event: Event) {
    if event.time != now {
      check(event.time > now, "time went back")
      endInstant()
      instant.removeAll(keepingCapacity: true)
      now = event.time
    }
    check(event.time < plan.end, "happened after the end")
    guard let kind = event.kind else { return fail("unknown kind") }
    seen[kind, default: 0] += 1
    follow(event, kind)
    if let place = response?.follow(event, kind, index: index) {
      take(place.rank, place.source, place.number, enabled: place.enabled)
    }
    // What happens to contacts changes nothing about who can be sent.
    if event.rawKind >= EventKind.contactRangAgain.rawValue { noteResponse() }
    index += 1
  }

  mutating func finish() {
    endInstant()
    now = plan.end - 1
    checkNothingOverdue()
    response?.endInstant(now)
    noteResponse()
  }

  /// The response is told who could send a unit now, and what it found wrong is kept with the rest.
  private mutating func noteResponse() {
    guard response != nil else { return }
    let dispatcher = readyDispatcher
    response?.canSend(dispatcher)
    for message in response?.takeFailures() ?? [] { fail(message) }
  }

  private mutating func follow(_ event: Event, _ kind: EventKind) {
    switch kind {
    case .contactArrived: arrive(event)
    case .contactRedialled: redial(event)
    case .frontStageEntered: enterStage(event)
    case .frontPassed: passFront(event)
    case .contactContained: contain(event)
    case .contactDiverted: divert(event)
    case .contactQueued: queue(event)
    case .contactAnswered: answer(event)
    case .handlingEnded: endHandling(event)
    case .wrapUpEnded: endWrapUp(event)
    case .contactAbandoned: abandon(event)
    case .redialScheduled: scheduleRedial(event)
    case .handlerSignedOn: signOn(event)
    case .handlerAbsent: absent(event)
    case .handlerFinishingUp: finishUp(event)
    case .handlerWentOnBreak: goOnBreak(event)
    case .handlerReturned: comeBack(event)
    case .handlerSignedOff: signOff(event)
    case .breakPostponed: postponeBreak(event)
    case .contactRangAgain: ringAgain(event)
    case .contactTransferred: transfer(event)
    case .followUpScheduled: scheduleFollowUp(event)
    case .contactFollowedUp: followUp(event)
    case .unitSignedOn: signOnUnit(event)
    case .unitAssigned, .unitDiverted: beginTelling(event)
    case .assignmentEnded, .unitStoodDown: endTelling(event)
    default: break
    }
  }

  // MARK: Saying what is wrong

  mutating func fail(_ message: String) {
    failures.append("event \(index) at \(now): \(message)")
  }

  mutating func check(_ isRight: Bool, _ message: @autoclosure () -> String) {
    if !isRight { fail(message()) }
  }

  /// The contact `number` in one of `stages`.
  private mutating func contact(_ number: UInt32, _ stages: Stage...) -> Contact? {
    guard let contact = contacts[number], stages.contains(contact.stage) else {
      fail("contact \(number) is not \(stages) but \(String(describing: contacts[number]))")
      return nil
    }
    return contact
  }

  private mutating func handler(_ number: UInt16, _ duties: Duty...) -> Handler? {
    guard let handler = handlers[number], duties.contains(handler.duty) else {
      fail("handler \(number) is not \(duties) but \(String(describing: handlers[number]))")
      return nil
    }
    return handler
  }

  // MARK: The order within an instant

  /// An event of this place in the published order, possible since the event `enabled` (−1: all along), happens now.
  ///
  /// Whatever happened at this instant but should have waited for it must have happened before it was possible.
  mutating func take(_ rank: UInt64, _ source: UInt64, _ number: UInt64, enabled: Int) {
    let place = rank << 60 | source << 56 | number
    for earlier in instant where earlier.place > place && earlier.index > enabled {
      fail("happened after event \(earlier.index), which should have waited for it")
    }
    instant.append((index, place))
  }

  // MARK: Contacts

  private mutating func arrive(_ event: Event) {
    take(3, 0, UInt64(event.resource) << 32 | UInt64(event.extra), enabled: -1)
    check(event.subject == numbered, "contacts are numbered one after the other")
    check(event.time < plan.windowEnd, "nobody arrives after the measured days")
    numbered += 1
    offer(event.subject, Contact(channel: Int(event.resource)))
  }

  private mutating func ringAgain(_ event: Event) {
    check(event.subject == numbered, "contacts are numbered one after the other")
    check(event.time < plan.windowEnd, "nobody rings after the measured days")
    numbered += 1
    offer(event.subject, Contact(channel: Int(event.resource)))
  }

  private mutating func redial(_ event: Event) {
    check(event.subject == numbered, "contacts are numbered one after the other")
    numbered += 1
    guard let previous = contact(event.value, .redialling) else { return }
    take(3, 1, UInt64(event.value), enabled: previous.enabled)
    check(previous.due == now, "redialled at the wrong time")
    check(previous.channel == Int(event.resource), "redialled the wrong channel")
    check(previous.attempt + 1 == Int(event.detail), "attempts are counted one after the other")
    contacts[event.value] = nil
    offer(event.subject, Contact(channel: Int(event.resource), attempt: Int(event.detail)))
  }

  mutating func offer(_ number: UInt32, _ offered: Contact) {
    var contact = offered
    contact.frontStage = 0
    contact.due = nil
    contact.enabled = index
    if scenario.channels[contact.channel].front.isEmpty {
      join(number, contact)
    } else {
      contact.stage = .atFront
      contacts[number] = contact
    }
  }

  private mutating func join(_ number: UInt32, _ joining: Contact) {
    var contact = joining
    contact.stage = .unsettled
    contact.due = nil
    contact.joined = index
    contact.joinedAt = now
    contacts[number] = contact
  }

  private mutating func enterStage(_ event: Event) {
    guard var contact = contact(event.subject, .atFront, .inStage) else { return }
    if contact.stage == .atFront {
      check(event.detail == 0 && contact.enabled == index - 1, "the first stage is entered at once")
    } else {
      take(3, 1, UInt64(event.subject), enabled: contact.enabled)
      check(contact.due == now && Int(event.detail) == contact.frontStage + 1, "the next stage follows the last one")
    }
    let front = scenario.channels[contact.channel].front
    guard Int(event.detail) < front.count else { return fail("there is no such stage") }
    let stage = front[Int(event.detail)]
    (contact.contains, contact.divertsTo) = (stage.contains, stage.divertsTo)
    if let number = event.stageOption {
      guard Int(number) < stage.options.count else { return fail("there is no such option") }
      let option = stage.options[Int(number)]
      check(option.share > 0, "nobody chooses this option")
      (contact.contains, contact.divertsTo) = (option.contains, option.divertsTo)
    }
    contact.stage = .inStage
    contact.frontStage = Int(event.detail)
    contact.due = now + Milliseconds(event.value)
    contact.enabled = index
    contacts[event.subject] = contact
  }

  /// The contact whose front stage ends now.
  private mutating func leaveStage(_ event: Event) -> Contact? {
    guard let contact = contact(event.subject, .inStage) else { return nil }
    take(3, 1, UInt64(event.subject), enabled: contact.enabled)
    check(contact.due == now, "left a stage at the wrong time")
    return contact
  }

  private mutating func passFront(_ event: Event) {
    guard let contact = leaveStage(event) else { return }
    check(contact.frontStage == scenario.channels[contact.channel].front.count - 1, "stages are left to come")
    join(event.subject, contact)
  }

  private mutating func contain(_ event: Event) {
    guard let contact = leaveStage(event) else { return }
    check(Int(event.detail) == contact.frontStage, "contained in the wrong stage")
    check(contact.contains > 0, "the stage contains nobody")
    var leaving = contact
    endIntroduction(of: &leaving, briefing: false)
    contacts[event.subject] = nil
  }

  private mutating func divert(_ event: Event) {
    guard var contact = leaveStage(event) else { return }
    let target = scenario.channels[Int(event.resource)].id
    check(Int(event.detail) == contact.frontStage, "diverted in the wrong stage")
    check(contact.divertsTo.contains { $0.to == target && $0.share > 0 }, "the stage does not divert there")
    check(contact.diversions < 16, "diverted too often")
    contact.diversions += 1
    contact.channel = Int(event.resource)
    offer(event.subject, contact)
  }

  private mutating func queue(_ event: Event) {
    guard var contact = contact(event.subject, .unsettled) else { return }
    take(4, 1, UInt64(contact.channel) << 48 | UInt64(contact.joined), enabled: contact.joined)
    check(contact.joinedAt == now, "settled after the instant of joining")
    check(!handlers.values.contains { canTake($0, contact.channel) }, "must wait although somebody is ready")
    checkCallback(event, contact)
    contact.stage = event.isForCallback ? .awaitingCallback : .waiting
    contact.due = event.value == Event.endless ? nil : now + Milliseconds(event.value)
    contact.enabled = index
    contacts[event.subject] = contact
  }

  private mutating func abandon(_ event: Event) {
    guard var contact = contact(event.subject, .waiting) else { return }
    take(5, 0, UInt64(event.subject), enabled: contact.enabled)
    check(contact.due == now, "gave up at the wrong time")
    endIntroduction(of: &contact, briefing: false)
    let redial = scenario.channels[contact.channel].redial
    if event.detail == 0 {
      check(redial?.probability != 1 || contact.attempt >= redial?.atMost ?? 0, "should try again")
      contacts[event.subject] = nil
    } else {
      check(redial.map { $0.probability > 0 && contact.attempt < $0.atMost } ?? false, "must not try again")
      contact.stage = .givenUp
      contact.enabled = index
      contacts[event.subject] = contact
    }
  }

  private mutating func scheduleRedial(_ event: Event) {
    guard var contact = contact(event.subject, .givenUp) else { return }
    check(contact.enabled == index - 1, "redialling is decided at once")
    let target = scenario.channels[Int(event.resource)].id
    check(scenario.channels[contact.channel].redial?.to == target, "will redial the wrong channel")
    let due = now + Milliseconds(event.value)
    contact.channel = Int(event.resource)
    contact.stage = .redialling
    contact.due = due
    contact.enabled = index
    contacts[event.subject] = due < plan.windowEnd ? contact : nil
  }

  // MARK: Routing

  private func sharesHandler(_ channel: Int) -> Bool { scenario.channels[channel].isConcurrent }

  private func canTake(_ handler: Handler, _ channel: Int) -> Bool {
    guard handler.duty == .working, handler.team < scenario.teams.count,
      scenario.teams[handler.team].answers.contains(scenario.channels[channel].id)
    else { return false }
    if handler.hands.isEmpty { return true }
    return sharesHandler(channel) && handler.hands.count < scenario.teams[handler.team].concurrency
      && handler.hands.allSatisfy { contacts[$0].map { sharesHandler($0.channel) } ?? false }
  }

  /// Who should be answered next by whom, by the published rule; nil if nobody can be.
  private func expectedPair() -> (contact: UInt32, handler: UInt16)? {
    var first: [Int: (number: UInt32, contact: Contact)] = [:]
    for (number, contact) in contacts
    where contact.stage == .unsettled || contact.stage == .waiting || contact.stage == .awaitingCallback {
      if let other = first[contact.channel], other.contact.joined < contact.joined { continue }
      first[contact.channel] = (number, contact)
    }
    let candidates = first.values.filter { candidate in
      handlers.values.contains { canTake($0, candidate.contact.channel) }
    }
    let chosen = candidates.min { left, right in
      let leftPriority = scenario.channels[left.contact.channel].priority
      let rightPriority = scenario.channels[right.contact.channel].priority
      if leftPriority != rightPriority { return leftPriority > rightPriority }
      return (left.contact.joinedAt, left.number) < (right.contact.joinedAt, right.number)
    }
    guard let chosen else { return nil }
    func order(_ handler: Handler) -> (Int, Int, Int, Int) {
      (handler.hands.count, scenario.teams[handler.team].answers.count, handler.team, handler.ready)
    }
    let taker = handlers.filter { canTake($0.value, chosen.contact.channel) }
      .min { order($0.value) < order($1.value) }
    return taker.map { (chosen.number, $0.key) }
  }

  private mutating func answer(_ event: Event) {
    if let expected = expectedPair() {
      check(
        expected.contact == event.subject && expected.handler == event.resource,
        "contact \(expected.contact) should have been answered by \(expected.handler), not \(event)")
    } else {
      fail("nobody should have been answered")
    }
    guard var contact = contact(event.subject, .unsettled, .waiting, .awaitingCallback),
      let handler = handler(event.resource, .working)
    else { return }
    take(4, 0, 0, enabled: max(contact.joined, handler.ready))
    check(contact.due.map { $0 >= now } ?? true, "answered after giving up")
    check(handler.end.map { $0 > now } ?? true, "answered after the end of the tour")
    check(handler.hands.count < scenario.teams[handler.team].concurrency, "a handler holds too many")
    checkReplies(event, contact)
    reckon(event.resource)
    endIntroduction(of: &contact, briefing: true)
    contact.stage = event.callbackReply == .unreached ? .dialling : .handling
    contact.due = nil
    contact.handler = event.resource
    contact.work = Double(event.value)
    contact.reckoned = now
    contacts[event.subject] = contact
    handlers[event.resource]?.hands.append(event.subject)
    changeLoad(event.resource)
  }

  // MARK: Work

  /// Brings the work of all that a handler holds up to now, at the pace of how many they are.
  private mutating func reckon(_ number: UInt16) {
    guard let handler = handlers[number] else { return }
    for held in handler.hands {
      guard var contact = contacts[held], contact.stage != .introducing else { continue }
      contact.work -= Double(now - contact.reckoned) / pace(handler)
      contact.reckoned = now
      contacts[held] = contact
    }
  }

  private func pace(_ handler: Handler) -> Double {
    let slowdown = scenario.teams[handler.team].slowdown
    return handler.hands.count <= slowdown.count ? slowdown[handler.hands.count - 1] : 1
  }

  private mutating func changeLoad(_ number: UInt16) {
    handlers[number]?.ready = index
    for held in handlers[number]?.hands ?? [] { contacts[held]?.enabled = index }
  }

  /// The contact whose handling or wrap-up ends now, when it should: to half a millisecond, at most, of attention. (Its end
  /// may have been set at a quicker pace than that of a change within its last millisecond.)
  mutating func endWork(of number: UInt32, by handler: UInt16?, _ stages: Stage...) -> Contact? {
    guard let before = contacts[number], stages.contains(before.stage) else {
      fail("contact \(number) is not \(stages) but \(String(describing: contacts[number]))")
      return nil
    }
    check(before.handler == handler ?? before.handler, "ended by the wrong handler")
    take(1, 0, UInt64(number), enabled: before.enabled)
    reckon(before.handler)
    let left = contacts[number]?.work ?? 0
    check(abs(left) <= 0.5 + 1e-6, "\(left) ms of work are left")
    return contacts[number]
  }

  private mutating func endHandling(_ event: Event) {
    guard var contact = endWork(of: event.subject, by: event.resource, .handling, .briefing, .dialling) else { return }
    checkWhatFollows(contact, Int(event.detail))
    if contact.stage == .dialling {
      check(
        event.value == 0 && Int(event.detail) == scenario.channels[contact.channel].outcomes.count,
        "who was not reached comes to nothing")
      return release(event)
    }
    let outcomes = scenario.channels[contact.channel].outcomes
    let areAll = outcomes.isEmpty || outcomes.reduce(0) { $0 + $1.share } > 0.999
    check(Int(event.detail) < outcomes.count + (areAll ? 0 : 1) || outcomes.isEmpty, "there is no such outcome")
    if event.value == 0 { return release(event) }
    contact.stage = .wrappingUp
    contact.work = Double(event.value)
    contact.enabled = index
    contacts[event.subject] = contact
  }

  private mutating func endWrapUp(_ event: Event) {
    if endWork(of: event.subject, by: event.resource, .wrappingUp) != nil { release(event) }
  }

  private mutating func release(_ event: Event) {
    contacts[event.subject] = nil
    handlers[event.resource]?.hands.removeAll { $0 == event.subject }
    handlers[event.resource]?.free = now
    if handlers[event.resource]?.duty != .working { handlers[event.resource]?.enabled = index }
    changeLoad(event.resource)
  }

  // MARK: Dispatchers

  /// The dispatcher at work and with nothing in hand for longest.
  private var readyDispatcher: UInt16? {
    guard scenario.response?.dispatchers != nil else { return nil }
    var longest: (number: UInt16, ready: Int)?
    for (number, handler) in handlers
    where handler.team == scenario.teams.count && handler.duty == .working && handler.hands.isEmpty
      && handler.ready < longest?.ready ?? .max
    { longest = (number, handler.ready) }
    return longest?.number
  }

  /// What stands for a unit among what a dispatcher has in hand: no contact's number.
  private func hand(_ unit: UInt16) -> UInt32 { UInt32.max - UInt32(unit) }

  private mutating func beginTelling(_ event: Event) {
    guard event.group != Event.noHandler, let handler = handler(event.group, .working) else { return }
    check(handler.team == scenario.teams.count && handler.hands.isEmpty, "no dispatcher, or a busy one, sends a unit")
    check(handler.end.map { $0 > now } ?? true, "sent after the end of the tour")
    let told = hand(event.resource)
    handlers[event.group]?.hands.append(told)
  }

  private mutating func endTelling(_ event: Event) {
    let told = hand(event.resource)
    guard let number = handlers.first(where: { $0.value.hands.contains(told) })?.key else {
      check(
        event.kind == .unitStoodDown && event.group == Event.noHandler,
        "nobody was telling unit \(event.resource) anything")
      return
    }
    check(event.group == number, "told by somebody else")
    handlers[number]?.hands.removeAll()
    handlers[number]?.free = now
    handlers[number]?.ready = index
    if handlers[number]?.duty != .working { handlers[number]?.enabled = index }
  }

  /// Units are duties as handlers' tours are.
  private mutating func signOnUnit(_ event: Event) {
    take(0, 0, UInt64(event.subject), enabled: -1)
    check(event.subject == duties, "duties are numbered one after the other")
    duties += 1
  }

  // MARK: Handlers

  private mutating func signOn(_ event: Event) {
    take(0, 0, UInt64(event.subject), enabled: -1)
    check(event.subject == duties, "duties are numbered one after the other")
    check(mayTurnUp(Int(event.group)) || event.isOnOvertime, "nobody should turn up")
    check(event.percentSlower == 0 || isLearning(Int(event.group)), "nobody is learning")
    duties += 1
    let lowest = (UInt16(0)...).first { handlers[$0] == nil }
    check(event.resource == lowest, "the lowest free position is taken")
    let end = event.value == Event.endless ? nil : now + Milliseconds(event.value)
    var handler = Handler(
      team: Int(event.group), end: end, breaks: [], breaksDue: [], ready: index, enabled: index, free: now)
    if UInt16(truncatingIfNeeded: event.extra) != Event.noShift {
      let shift = scenario.shifts[Int(event.extra & 0xFFFF)]
      let start = now == 0 || lateness(Int(event.group)) != nil ? lastStart(of: shift) : now
      handler.breaks = shift.breaks
      let turn = Milliseconds(event.extra >> 16)
      handler.breaksDue = shift.breaks.map { start + $0.after + $0.spread * turn / 65_536 }
    }
    skipBreaks(&handler)
    handlers[event.resource] = handler
  }

  /// When a tour of `shift` that is under way began: no tour is longer than a day.
  private func lastStart(of shift: Shift) -> Milliseconds {
    let zone = scenario.calendar.zone
    let today = zone.civilTime(at: plan.origin + now).dayNumber
    let starts = (today - 2...today).map { zone.instant(of: CivilTime(dayNumber: $0, timeOfDay: shift.start)) }
    return (starts.last { $0 <= plan.origin + now } ?? plan.origin) - plan.origin
  }

  /// The terms of a team, or of the dispatchers after them.
  private func role(_ team: Int) -> Role {
    team < scenario.teams.count ? scenario.teams[team].role : scenario.response?.dispatchers?.role ?? Role()
  }

  private func mayTurnUp(_ team: Int) -> Bool {
    (role(team).attendance ?? scenario.attendance).byMonth.contains { $0 > 0 }
  }

  private func lateness(_ team: Int) -> Distribution? { role(team).lateness }

  private func isLearning(_ team: Int) -> Bool {
    team < scenario.teams.count && scenario.teams[team].people?.learning != nil
  }

  /// The closure of a team's site that it is in now, if any.
  private func closure(_ team: Int) -> Site.Closure? {
    guard team < scenario.teams.count, let name = scenario.teams[team].site,
      let site = scenario.sites.first(where: { $0.id == name })
    else { return nil }
    // Of closures that touch, the last decides when work goes on.
    let time = plan.origin + now
    guard var closed = site.closures.first(where: { $0.from <= time && time < $0.to }) else { return nil }
    while let next = site.closures.first(where: { $0.from <= closed.to && $0.to > closed.to }) { closed.to = next.to }
    while let before = site.closures.first(where: { $0.from < closed.from && $0.to >= closed.from }) {
      closed.from = before.from
    }
    return Site.Closure(from: closed.from - plan.origin, to: closed.to - plan.origin)
  }

  /// How many others of a handler's team are at work and not about to stop.
  private func cover(besides number: UInt16, _ handler: Handler) -> Int {
    handlers.count { $0.key != number && $0.value.team == handler.team && $0.value.duty == .working }
  }

  private mutating func postponeBreak(_ event: Event) {
    guard var handler = handler(event.resource, .working, .finishingForBreak), let pause = handler.breaks.first else {
      return fail("no break can be put off")
    }
    take(2, 0, UInt64(event.resource), enabled: handler.enabled)
    check((handler.duty == .working ? handler.breaksDue.first : handler.free) == now, "no break is due")
    check(handler.end.map { $0 > now } ?? true && closure(handler.team) == nil, "no break can be due")
    check(cover(besides: event.resource, handler) < pause.cover, "enough are at work")
    let lapses = handler.end.map { now + 300_000 + pause.length > $0 } ?? false
    check(event.value == (lapses ? Event.endless : 300_000), "put off by \(event.value)")
    if lapses {
      handler.breaks.removeFirst()
      handler.breaksDue.removeFirst()
      skipBreaks(&handler)
    } else {
      handler.breaksDue[0] = now + 300_000
    }
    if handler.duty == .finishingForBreak { handler.ready = index }
    handler.duty = .working
    handler.enabled = index
    handlers[event.resource] = handler
  }

  private mutating func absent(_ event: Event) {
    take(0, 0, UInt64(event.subject), enabled: -1)
    check(event.subject == duties, "duties are numbered one after the other")
    let team = Int(event.group)
    check(
      event.isLate || !(role(team).attendance ?? scenario.attendance).isFull || lateness(team) != nil,
      "everybody should turn up")
    check(!event.isLate || lateness(team) != nil, "nobody should be late")
    duties += 1
  }

  private func skipBreaks(_ handler: inout Handler) {
    while let due = handler.breaksDue.first, due < now {
      handler.breaksDue.removeFirst()
      handler.breaks.removeFirst()
    }
  }

  private mutating func finishUp(_ event: Event) {
    guard var handler = handler(event.resource, .working) else { return }
    take(2, 0, UInt64(event.resource), enabled: handler.enabled)
    check(!handler.hands.isEmpty, "nothing is in hand")
    if event.detail == 1 {
      let closes = closure(handler.team)?.from == now
      check(
        (closes || handler.breaksDue.first == now) && handler.end.map { $0 > now } ?? true, "no break is due")
      if !closes {
        check(cover(besides: event.resource, handler) >= handler.breaks.first?.cover ?? 0, "too few would stay")
      }
    } else {
      check(handler.end == now, "the tour is not over")
    }
    handler.duty = event.detail == 1 ? .finishingForBreak : .finishingForGood
    handler.enabled = index
    handlers[event.resource] = handler
  }

  private mutating func goOnBreak(_ event: Event) {
    guard var handler = handler(event.resource, .working, .finishingForBreak) else { return }
    take(2, 0, UInt64(event.resource), enabled: handler.enabled)
    check(handler.hands.isEmpty, "on a break with work in hand")
    if event.isClosed { return leave(handler, event) }
    check(closure(handler.team) == nil, "on a break at a closed site")
    check(cover(besides: event.resource, handler) >= handler.breaks.first?.cover ?? 0, "too few stay at work")
    let due = handler.duty == .working ? handler.breaksDue.first : handler.free
    check(due == now, "on a break at the wrong time")
    check(handler.end.map { $0 > now } ?? true, "on a break after the tour")
    let length = handler.end.map { min(handler.breaks.first?.length ?? 0, $0 - now) }
    check(length == Milliseconds(event.value), "the break has the wrong length")
    if !handler.breaks.isEmpty {
      handler.breaks.removeFirst()
      handler.breaksDue.removeFirst()
    }
    handler.duty = .onBreak
    handler.free = now + Milliseconds(event.value)
    handler.enabled = index
    handlers[event.resource] = handler
  }

  /// Somebody cannot go on working, because the site is closed, or was while the work now done was in hand.
  private mutating func leave(_ leaving: Handler, _ event: Event) {
    var handler = leaving
    if let closure = closure(handler.team) {
      check(closure.from == now || handler.free == now, "left at the wrong time")
      check(Milliseconds(event.value) == min(closure.to, handler.end ?? .max) - now, "left for the wrong time")
    } else {
      check(handler.duty == .finishingForBreak && event.value == 0, "left an open site")
      check(handler.breaksDue.first ?? .max > now, "should be on a break")
    }
    handler.duty = .onBreak
    handler.free = now + Milliseconds(event.value)
    handler.enabled = index
    handlers[event.resource] = handler
  }

  private mutating func comeBack(_ event: Event) {
    guard var handler = handler(event.resource, .onBreak) else { return }
    take(0, 1, UInt64(event.resource), enabled: handler.enabled)
    check(handler.free == now, "back at the wrong time")
    check(handler.end.map { $0 > now } ?? true, "back after the tour")
    handler.duty = .working
    handler.ready = index
    handler.enabled = index
    skipBreaks(&handler)
    handlers[event.resource] = handler
  }

  private mutating func signOff(_ event: Event) {
    guard let handler = handler(event.resource, .working, .finishingForBreak, .finishingForGood, .onBreak) else {
      return
    }
    take(2, 0, UInt64(event.resource), enabled: handler.enabled)
    check(handler.hands.isEmpty, "signed off with work in hand")
    let due = handler.duty == .working ? handler.end : max(handler.end ?? .max, handler.free)
    check(due == now, "signed off at the wrong time")
    handlers[event.resource] = nil
  }

  // MARK: At the end of each instant

  private mutating func endInstant() {
    checkNothingOverdue()
    response?.endInstant(now)
    if let pair = expectedPair() { fail("contact \(pair.contact) waits although handler \(pair.handler) is ready") }
    for (number, contact) in contacts {
      switch contact.stage {
      case .atFront, .unsettled, .givenUp: fail("contact \(number) is left undecided")
      case .inStage, .waiting, .awaitingCallback, .dialling, .handling, .introducing, .briefing, .wrappingUp,
        .redialling:
        break
      }
    }
  }

  private mutating func checkNothingOverdue() {
    for (number, item) in items where item.due <= now { fail("follow-up \(number) was due") }
    for (number, contact) in contacts {
      if let due = contact.due, due <= now { fail("something was due for contact \(number)") }
      if [.handling, .wrappingUp, .briefing, .dialling].contains(contact.stage), let handler = handlers[contact.handler]
      {
        let left = contact.work - Double(now - contact.reckoned) / pace(handler)
        if left < -0.5 - 1e-6 { fail("contact \(number) is worked on for too long") }
      }
    }
    for (number, handler) in handlers {
      switch handler.duty {
      case .working:
        if let end = handler.end, end <= now { fail("handler \(number) stays after the tour") }
        if let due = handler.breaksDue.first, due <= now { fail("handler \(number) misses a break") }
        if closure(handler.team) != nil { fail("handler \(number) works at a closed site") }
      case .onBreak:
        if handler.free <= now { fail("handler \(number) stays on a break") }
      case .finishingForBreak, .finishingForGood:
        if handler.hands.isEmpty { fail("handler \(number) has finished up but stays") }
      }
    }
  }
}
