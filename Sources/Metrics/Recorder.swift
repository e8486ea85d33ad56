import ContactCentre
import DiscreteEvents

/// Makes figures of events: the fold behind every report, live or from a log.
///
/// Reads nothing but the plan and the events handed to it, in their order, so the same log gives the same summary, bit
/// for bit, wherever and however often it is read, and however it is cut into spans.
///
/// - A contact belongs to the hour, the date and the window in which it was *offered on that channel*; whatever happens
///   to it later, in the drain too, counts there. What was offered outside the window is followed but not reported.
/// - A redial is a contact of its own, as is a caller who rings again about an incident. A diverted contact counts as
///   diverted where it was and as offered where it goes; time it spent before being diverted is not part of its wait
///   there.
/// - A wait is time in the queue plus time in the stages before it that count. It is "in time" if no longer than the
///   target's `within`, a short abandon if shorter than `shortAbandon`, and late if longer than `within`.
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
  private var positions: Positions
  /// What is known of incidents and units; nil if the scenario has none. Behind a pointer, because an optional in place
  /// is copied out and in for every event.
  private let response: UnsafeMutablePointer<ResponseRecorder>?
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
    response = plan.scenario.response.map { response in
      let place = UnsafeMutablePointer<ResponseRecorder>.allocate(capacity: 1)
      place.initialize(to: ResponseRecorder(response, plan: plan))
      return place
    }
    contacts = OpenContacts(keepsFirstOffers: response != nil)
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
    response?.pointee.free()
    response?.deinitialize(count: 1)
    response?.deallocate()
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
    case EventKind.contactArrived.rawValue, EventKind.contactRedialled.rawValue, EventKind.contactRangAgain.rawValue:
      guard event.resource < channelCount else { return }
      if contacts.place(of: event.subject).pointee.isOpen { contacts.makeRoom(for: event.subject) }
      offer(contacts.place(of: event.subject), event)

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
      tally.pointee.answeredIn10 &+= wait <= 10 * .second ? 1 : 0
      tally.pointee.answeredIn60 &+= wait <= 60 * .second ? 1 : 0
      tally.pointee.waited &+= UInt128(UInt64(bitPattern: wait))
      channel.pointee.waits.add(wait)

    case EventKind.handlingEnded.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      let channel = contact.pointee.channel
      channel.pointee.outcomes[Int(event.detail)] &+= 1
      if channel.pointee.isDeferred { channel.pointee.reviewTimes.add(time &- contact.pointee.offered) }
      if event.value == 0 { finishOff(contact, event) }

    case EventKind.wrapUpEnded.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      finishOff(contact, event)

    case EventKind.frontStageEntered.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      let mask = contact.pointee.channel.pointee.stageMasks[Int(event.detail)]
      contact.pointee.mark &-= Milliseconds(event.value) & mask

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

    case EventKind.contactContained.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen else { return }
      contact.pointee.isOpen = false
      contact.pointee.tally.pointee.contained &+= 1

    case EventKind.contactDiverted.rawValue:
      let contact = contacts.place(of: event.subject)
      guard contact.pointee.isOpen, event.resource < channelCount else { return }
      contact.pointee.tally.pointee.diverted &+= 1
      contacts.keepFirstOffer(of: event.subject)
      offer(contact, event)

    case EventKind.handlerSignedOn.rawValue:
      positions.signOn(event.resource, team: event.group, length: event.value, at: time)
    case EventKind.handlerAbsent.rawValue:
      positions.roster(team: event.group, length: event.value, at: time)
    case EventKind.handlerWentOnBreak.rawValue, EventKind.handlerSignedOff.rawValue:
      positions.stop(event.resource, at: time)
    case EventKind.handlerReturned.rawValue:
      positions.start(event.resource, at: time)

    case EventKind.incidentOpened.rawValue, EventKind.appointmentCame.rawValue, EventKind.incidentRegraded.rawValue,
      EventKind.incidentClosed.rawValue,
      EventKind.unitSignedOn.rawValue, EventKind.unitAssigned.rawValue, EventKind.unitDiverted.rawValue,
      EventKind.assignmentEnded.rawValue, EventKind.unitMobile.rawValue, EventKind.unitAtScene.rawValue,
      EventKind.unitWentToCustody.rawValue, EventKind.unitBeganPaperwork.rawValue, EventKind.unitCleared.rawValue,
      EventKind.unitStoodDown.rawValue, EventKind.unitWentOnBreak.rawValue, EventKind.unitReturned.rawValue,
      EventKind.unitSignedOff.rawValue:
      response?.pointee.fold(event, contacts: contacts, positions: positions)

    default:
      // A contact that queues, a redial to come and a handler finishing up are seen when they have come to something.
      return
    }
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

  /// What it all came to, at the end of the run. O(channels × hours of the window + pages of histograms
  /// + open incidents).
  ///
  /// Handlers still at work are taken to have worked to the end of the window. Contacts in hand are answered, but have
  /// no handle time. Units at work are taken to have worked to the end likewise, and incidents open to be retained.
  public consuming func finish() -> Summary {
    var teams = positions.summaries(at: plan.end)
    let dispatchers = teams.count > plan.scenario.teams.count ? teams.removeLast() : TeamSummary()
    let response = self.response?.pointee.summaries(at: plan.end) ?? (grades: [], hubs: [])
    return Summary(
      runs: 1, channels: (0..<channelCount).map { channels[$0].summary(days: clock.days) }, teams: teams,
      dispatchers: dispatchers, grades: response.grades, hubs: response.hubs)
  }
}
