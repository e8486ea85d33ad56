import ContactCentre
import DiscreteEvents

/// Makes figures of events: the fold behind every report, live or from a log.
///
/// Reads nothing but the plan and the events handed to it, in their order, so the same log gives the same summary, bit
/// for bit, wherever and however often it is read, and however it is cut into spans.
///
/// - A contact belongs to the hour, the date and the window in which it was *offered on that channel*; whatever happens
///   to it later, in the drain too, counts there. What was offered outside the window is followed but not reported.
/// - A redial is a contact of its own, as are a caller who rings again about an incident, one who is handed on to another
///   channel, and a contact that comes of another. A diverted contact counts as
///   diverted where it was and as offered where it goes; time it spent before being diverted is not part of its wait
///   there.
/// - A wait is time in the queue plus time in the stages before it that count; of who is called back, until a handler
///   dials, and they count as answered, whether they pick up or not. It is "in time" if no longer than the target's
///   `within`, except on a deferred channel, where work is in time that is over so long after it came at the latest; a
///   short abandon if shorter than `shortAbandon`, and late if longer than `within`.
/// - Handle time is time with the handler: while work on a contact is left for a more pressing one, it stands still.
/// - Times of handlers are those inside the window, by subtracting and adding the clipped instants at which they begin
///   and end. A dispatcher is busy with an assignment as a handler is with a contact.
/// - An incident belongs to the hour and the window in which it *opened*, and counts under the grade it has in the end.
///   Its response ends when the first unit arrives, and is "in time" if no longer than the grade's `within`.
///
/// Costs some sixty instructions an event, twice that one of an incident or a unit, and allocates nothing once the ring
/// of open contacts, the table of positions and the histograms have reached their size.
public struct Recorder: ~Copyable {
  private let plan: Plan
  private var clock: ArrivalClock
  private var contacts: OpenContacts
  /// How many contacts have come so far: what is said again of one that is open, such as that it was diverted, counts none.
  private var contactCount = 0
  private var positions: Positions
  private let midnights: Midnights
  private var surges: SurgeTimes
  /// What is known of incidents and units; nil if the scenario has none. Behind a pointer, because an optional in place
  /// is copied out and in for every event.
  private let response: UnsafeMutablePointer<ResponseRecorder>?
  /// What is known of those who come again and again; nil if the scenario has none.
  private let callers: UnsafeMutablePointer<CallerRecorder>?
  /// The channels, and then each of them again, for contacts offered outside the window: those are counted like any
  /// other, which spares the loop asking, and thrown away.
  private let channels: UnsafeMutablePointer<ChannelCounter>
  private let channelCount: Int
  /// The half of ``channels`` that contacts offered now are counted in.
  private var channelsNow: UnsafeMutablePointer<ChannelCounter>

  /// A recorder that has seen nothing yet of a run of `plan`.
  ///
  /// Takes 96 bytes for each hour of the window and channel, about 20 KB a channel, and 45 KB besides; with a
  /// response about 10 KB a grade and 65 KB more.
  public init(plan: Plan) {
    self.plan = plan
    clock = ArrivalClock(plan: plan)
    positions = Positions(plan: plan)
    midnights = Midnights(plan: plan)
    surges = SurgeTimes(plan: plan)
    response = plan.scenario.response.map { response in
      let place = UnsafeMutablePointer<ResponseRecorder>.allocate(capacity: 1)
      place.initialize(to: ResponseRecorder(response, plan: plan))
      return place
    }
    if plan.scenario.callers.isEmpty {
      callers = nil
    } else {
      callers = .allocate(capacity: 1)
      callers?.initialize(to: CallerRecorder(plan.scenario.callers))
    }
    contacts = OpenContacts(keepsPasts: response != nil)
    channelCount = plan.scenario.channels.count
    channels = .allocate(capacity: 2 * channelCount)
    channelsNow = channels + channelCount
    for (index, channel) in plan.scenario.channels.enumerated() {
      (channels + index).initialize(to: ChannelCounter(channel, slots: clock.slots))
      (channelsNow + index).initialize(to: ChannelCounter(channel, slots: 1))
    }
  }

  deinit {
    for index in 0..<2 * channelCount { channels[index].free() }
    channels.deallocate()
    contacts.free()
    positions.free()
    midnights.free()
    response?.pointee.free()
    response?.deinitialize(count: 1)
    response?.deallocate()
    callers?.deinitialize(count: 1)
    callers?.deallocate()
  }

  /// Takes note of what happened next.
  ///
  /// O(events). Kinds of events not known are passed over, as are events about contacts never seen to arrive.
  public mutating func fold(_ events: Span<Event>) {
    events.withUnsafeBufferPointer { events in
      guard var next = events.baseAddress else { return }
      let end = next + events.count
      while next < end {
        let event = next.pointee
        next += 1
        fold(event)
      }
    }
  }

  @inline(__always)
  private mutating func fold(_ event: Event) {
    let time = event.time
    switch event.rawKind {
    case EventKind.contactArrived.rawValue, EventKind.contactRedialled.rawValue, EventKind.contactRangAgain.rawValue,
      EventKind.contactFollowedUp.rawValue:
      guard event.resource < channelCount else { return }
      begin(event)
      if callers != nil { recognise(event) }

    case EventKind.contactTransferred.rawValue:
      handOn(event)

    case EventKind.contactAnswered.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      positions.takeUp(event.resource, at: time)
      let wait = time &- contact.pointee.mark
      contact.pointee.mark = time
      let channel = contact.pointee.channel
      let tally = contact.pointee.tally
      tally.pointee.answered &+= 1
      tally.pointee.answeredInTime &+= wait <= channel.pointee.inTime ? 1 : 0
      if wait == 0 {
        // As below, with nothing to reckon: most callers need not wait where there are handlers enough.
        tally.pointee.answeredIn10 &+= 1
        tally.pointee.answeredIn60 &+= 1
        channel.pointee.waits.addNone()
      } else {
        tally.pointee.answeredIn10 &+= wait <= 10 * .second ? 1 : 0
        tally.pointee.answeredIn60 &+= wait <= 60 * .second ? 1 : 0
        tally.pointee.waited &+= UInt128(UInt64(bitPattern: wait))
        channel.pointee.waits.add(wait)
      }
      if event.group != 0 { channel.pointee.noteAnswer(event) }
      if event.detail != 0 { response?.pointee.expect(event, contacts) }

    case EventKind.handlingEnded.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      let channel = contact.pointee.channel
      channel.pointee.outcomes[Int(event.detail)] &+= 1
      if channel.pointee.isDeferred { channel.pointee.finishWork(contact, at: time, midnights) }
      if event.value == 0 { finishOff(contact, event) }

    case EventKind.wrapUpEnded.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      finishOff(contact, event)

    case EventKind.frontStageEntered.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      let channel = contact.pointee.channel
      let stage = channel.pointee.stages[Int(event.detail)]
      let front = stage.first &+ (event.extra <= stage.options ? event.extra : 0)
      contact.pointee.mark &-= Milliseconds(event.value) & stage.mask
      contact.pointee.front = UInt16(truncatingIfNeeded: front)
      channel.pointee.fronts[Int(front)].entered &+= 1

    case EventKind.frontPassed.rawValue:
      contacts.place(of: event.subject).pointee.mark &+= time

    case EventKind.contactAbandoned.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      contact.pointee.isOpen = false
      let wait = time &- contact.pointee.mark
      let channel = contact.pointee.channel
      let tally = contact.pointee.tally
      tally.pointee.abandoned &+= 1
      tally.pointee.abandonedLate &+= wait > channel.pointee.notLate ? 1 : 0
      tally.pointee.abandonedShort &+= wait < channel.pointee.notShort ? 1 : 0
      if channel.pointee.isDeferred { channel.pointee.leave(contact, at: time, midnights) }

    case EventKind.contactQueued.rawValue:
      guard event.isForCallback else { return }
      let contact = contacts.place(of: event.subject)
      if contact.pointee.isOpen { contact.pointee.channel.pointee.callbacks.asked &+= 1 }

    case EventKind.contactContained.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      contact.pointee.isOpen = false
      contact.pointee.tally.pointee.contained &+= 1
      let channel = contact.pointee.channel
      if channel.pointee.isDeferred { channel.pointee.leave(contact, at: time, midnights) }
      channel.pointee.fronts[Int(contact.pointee.front)].contained &+= 1

    case EventKind.contactDiverted.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen, event.resource < channelCount else { return }
      contact.pointee.tally.pointee.diverted &+= 1
      let channel = contact.pointee.channel
      if channel.pointee.isDeferred { channel.pointee.leave(contact, at: time, midnights) }
      channel.pointee.fronts[Int(contact.pointee.front)].diverted &+= 1
      contacts.keepFirstOffer(of: event.subject)
      offer(contact, event)

    case EventKind.handlerSignedOn.rawValue:
      positions.signOn(event)
    case EventKind.handlerAbsent.rawValue:
      positions.absent(event)
    case EventKind.handlerWentOnBreak.rawValue:
      positions.stop(event.resource, at: time)
    case EventKind.handlerSignedOff.rawValue:
      positions.signOff(event.resource, at: time)
    case EventKind.handlerReturned.rawValue:
      positions.start(event.resource, at: time)

    case EventKind.workResumed.rawValue, EventKind.contactOverflowed.rawValue, EventKind.surgeBegan.rawValue,
      EventKind.surgeEnded.rawValue:
      foldRouting(event)

    case EventKind.incidentOpened.rawValue:
      response?.pointee.open(event, contacts)
      if callers != nil { recognise(event) }

    case EventKind.unitAssigned.rawValue, EventKind.unitDiverted.rawValue:
      guard let response else { return }
      response.pointee.fold(event)
      if event.group != Event.noHandler { positions.takeUp(event.group, at: time) }

    case EventKind.assignmentEnded.rawValue:
      if response != nil, event.group != Event.noHandler { positions.putDown(event.group, at: time) }

    case EventKind.unitStoodDown.rawValue:
      guard let response else { return }
      response.pointee.fold(event)
      if event.group != Event.noHandler { positions.putDown(event.group, at: time) }

    case EventKind.appointmentMade.rawValue, EventKind.appointmentCame.rawValue, EventKind.incidentRegraded.rawValue,
      EventKind.incidentClosed.rawValue,
      EventKind.unitSignedOn.rawValue, EventKind.unitMobile.rawValue, EventKind.unitAtScene.rawValue,
      EventKind.unitWentToCustody.rawValue, EventKind.unitBeganPaperwork.rawValue, EventKind.unitCleared.rawValue,
      EventKind.unitWentOnBreak.rawValue, EventKind.unitReturned.rawValue, EventKind.unitSignedOff.rawValue:
      response?.pointee.fold(event)

    default:
      // A redial or another contact to come and a handler finishing up are seen when they have come to something.
      return
    }
  }

  /// What happens to queues and work in hand where a scenario has rules for it.
  @inline(never)
  private mutating func foldRouting(_ event: Event) {
    switch event.kind {
    case .workResumed:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      // Handle time is time with the handler, not time left lying.
      contact.pointee.mark &+= Milliseconds(event.value)
      contacts.keepTimeLeft(Milliseconds(event.value), of: event.subject)
      contact.pointee.channel.pointee.interruptions &+= 1
    case .contactOverflowed:
      let contact = contacts.place(of: event.subject)
      if contact.pointee.isOpen { contact.pointee.channel.pointee.overflowed &+= 1 }
    case .surgeBegan: surges.begin(event)
    default: surges.end(event)
    }
  }

  /// The contact of `event` comes.
  @inline(__always)
  private mutating func begin(_ event: Event) {
    if contacts.place(of: event.subject).pointee.isOpen {
      makeRoom(for: event.subject)
    } else {
      contactCount &+= 1
    }
    offer(contacts.place(of: event.subject), event)
  }

  /// Finds contact `number`, whose place is taken, another. One that comes again though it is not over, as damaged logs may
  /// say, keeps its own, and is not counted again.
  @inline(never)
  private mutating func makeRoom(for number: UInt32) {
    if contacts.place(of: number).pointee.number == number { return }
    contacts.makeRoom(for: number, after: contactCount)
    contactCount &+= 1
  }

  /// Counts the contact of `event` as offered on the event's channel and remembers it at `place`.
  @inline(__always)
  private mutating func offer(_ place: UnsafeMutablePointer<OpenContact>, _ event: Event) {
    let time = event.time
    if time >= clock.until { moveOn(to: time) }
    let channel = channelsNow + Int(event.resource)
    let tally = channel.pointee.tallies + clock.slot
    tally.pointee.offered &+= 1
    place.pointee = OpenContact(
      offered: time, mark: time & channel.pointee.queueMask, channel: channel, tally: tally, number: event.subject,
      isOpen: true)
  }

  /// A contact is offered that is another handed on: whoever rang waits for the police since the first of them.
  @inline(never)
  private mutating func handOn(_ event: Event) {
    guard event.resource < channelCount else { return }
    // Asked before the contact that ended may lose its place to the new one.
    let firstOffer = contacts.firstOffer(of: event.value)
    begin(event)
    if let firstOffer { contacts.keepFirstOffer(firstOffer, of: event.subject) }
    if callers != nil { recognise(event) }
  }

  @inline(never)
  private func recognise(_ event: Event) { callers?.pointee.fold(event, isInWindow: clock.isInWindow) }

  @inline(never)
  private mutating func moveOn(to time: Milliseconds) {
    clock.advance(to: time)
    channelsNow = clock.isInWindow ? channels : channels + channelCount
  }

  /// The contact of `event` needs nobody any more.
  @inline(__always)
  private mutating func finishOff(_ contact: UnsafeMutablePointer<OpenContact>, _ event: Event) {
    contact.pointee.isOpen = false
    positions.putDown(event.resource, at: event.time)
    contact.pointee.channel.pointee.handleTimes.add(event.time &- contact.pointee.mark)
  }

  /// What has been counted so far of the contacts of a channel, by its place in the scenario, for every local hour of every
  /// date the measured window touches: 24 of the first date, midnight first, then of the next. O(dates).
  ///
  /// A summary has the hours of all dates together, and dates by themselves, but not the hours of each date.
  public borrowing func hourlyTallies(ofChannel channel: Int) -> [Tally] {
    (0..<clock.slots).map { channels[channel].tallies[$0] }
  }

  /// By local hour as ``hourlyTallies(ofChannel:)`` has them, the incidents that opened then and were attended in time so
  /// far, of a grade by its place in the scenario. O(dates + open incidents).
  ///
  /// A summary has them by hour of the day only.
  public borrowing func hourlyAttendance(ofGrade grade: Int) -> [Int] {
    response?.pointee.attendedInTime(ofGrade: grade) ?? Array(repeating: 0, count: clock.slots)
  }

  /// What the channels came to. What is left over of deferred work waits whenever it was offered.
  private var channelSummaries: [ChannelSummary] {
    var summaries: [ChannelSummary] = []
    let weekday = CivilTime(dayNumber: clock.firstDay).weekday
    for number in 0..<channelCount {
      var summary = channels[number].summary(days: clock.days, from: weekday)
      if channels[number].isDeferred {
        summary.backlog.merge(channels[channelCount + number].backlog)
        summary.backlog.midnights = UInt64(midnights.count)
      }
      summaries.append(summary)
    }
    return summaries
  }

  /// Deferred contacts on which the work is not over wait at all midnights to come.
  private func endBacklogs() {
    for place in 0...contacts.mask where contacts.entries[place].isOpen {
      let contact = contacts.entries + place
      let channel = contact.pointee.channel
      if channel.pointee.isDeferred { channel.pointee.leave(contact, at: .max, midnights) }
    }
  }

  /// What it all came to, at the end of the run. O(channels × hours of the window + pages of histograms
  /// + open incidents).
  ///
  /// Handlers still at work are taken to have worked to the end of the window. Contacts in hand are answered, but have
  /// no handle time. Units at work are taken to have worked to the end likewise, and incidents open to be retained.
  public consuming func finish() -> Summary {
    endBacklogs()
    var teams = positions.summaries(at: plan.end)
    let dispatchers = teams.count > plan.scenario.teams.count ? teams.removeLast() : TeamSummary()
    let response = self.response?.pointee.summaries(at: plan.end) ?? (grades: [], hubs: [])
    return Summary(
      runs: 1, channels: channelSummaries, teams: teams,
      dispatchers: dispatchers, surges: surges.finished(at: plan.end), grades: response.grades, hubs: response.hubs,
      callers: callers?.pointee.summaries ?? [])
  }
}
