import ContactCentre
import DiscreteEvents

/// Makes figures of events: the fold behind every report, live or from a log.
///
/// Reads nothing but the plan and the events handed to it, in their order, so the same log gives the same summary, bit
/// for bit, wherever and however often it is read, and however it is cut into spans.
///
/// - A contact belongs to the hour, the date and the window in which it was *offered on that channel*; whatever happens
///   to it later, in the drain too, counts there. What was offered outside the window is followed but not counted.
/// - A redial is a contact of its own. A diverted contact counts as diverted where it was and as offered where it goes;
///   time it spent before being diverted is not part of its wait there.
/// - A wait is time in the queue plus time in the stages before it that count. It is "in time" if no longer than the
///   target's `within`, a short abandon if shorter than `shortAbandon`, and late if longer than `within`.
/// - Times of handlers are those inside the window, by subtracting and adding the clipped instants at which they begin
///   and end.
///
/// Costs some tens of instructions an event and allocates nothing once the ring of open contacts, the table of
/// positions and the histograms have reached their size.
public struct Recorder: ~Copyable {
  private let plan: Plan
  private var clock: ArrivalClock
  private var contacts = OpenContacts()
  private var positions: Positions
  /// Tallies by channel, date and hour, after one, the first, for everything offered outside the window.
  private let cells: UnsafeMutablePointer<Tally>
  private let cellCount: Int
  private let rules: UnsafeMutablePointer<ChannelRule>
  /// By channel and number of the stage, all ones where its time counts as waiting and zero elsewhere.
  private let stageMasks: UnsafeMutablePointer<Milliseconds>
  /// By channel and kind of sample: see ``Sample``.
  private let samples: UnsafeMutablePointer<SampleCounter>
  private let outcomes: UnsafeMutablePointer<UInt64>

  /// A recorder that has seen nothing yet of a run of `plan`.
  ///
  /// Takes about 100 bytes for each hour of the window and channel, and 33 KB besides.
  public init(plan: Plan) {
    self.plan = plan
    let channels = plan.scenario.channels
    clock = ArrivalClock(plan: plan)
    positions = Positions(plan: plan)
    cellCount = 1 + channels.count * clock.days * ArrivalClock.hours
    cells = .allocate(capacity: cellCount)
    cells.initialize(repeating: Tally(), count: cellCount)
    rules = .allocate(capacity: channels.count)
    stageMasks = .allocate(capacity: channels.count * Self.stages)
    stageMasks.initialize(repeating: 0, count: channels.count * Self.stages)
    var outcomeCount = 0
    for (index, channel) in channels.enumerated() {
      let first = outcomeCount
      outcomeCount += channel.outcomes.count + 1
      (rules + index).initialize(
        to: ChannelRule(
          channel, firstCell: 1 + index * clock.days * ArrivalClock.hours, outcomes: first...(outcomeCount - 1)))
      for (stage, front) in channel.front.prefix(Self.stages).enumerated() where front.counts {
        stageMasks[index * Self.stages + stage] = -1
      }
    }
    samples = .allocate(capacity: channels.count * Sample.allCases.count)
    for index in 0..<channels.count * Sample.allCases.count { (samples + index).initialize(to: SampleCounter()) }
    outcomes = .allocate(capacity: outcomeCount)
    outcomes.initialize(repeating: 0, count: outcomeCount)
  }

  deinit {
    for index in 0..<plan.scenario.channels.count * Sample.allCases.count { samples[index].free() }
    samples.deallocate()
    outcomes.deallocate()
    stageMasks.deallocate()
    rules.deallocate()
    cells.deallocate()
    contacts.free()
    positions.free()
  }

  /// The stages an event can tell apart.
  private static var stages: Int { 256 }

  /// The lengths of time kept as histograms.
  private enum Sample: Int, CaseIterable {
    case speedOfAnswer
    case handleTime
    case reviewTime
  }

  /// What a channel's contacts are measured against, without reference counts.
  private struct ChannelRule {
    /// The longest wait that is in time.
    let inTime: Milliseconds
    /// The longest abandoned wait that is not late.
    let notLate: Milliseconds
    /// The shortest abandoned wait that is not a short abandon.
    let notShort: Milliseconds
    /// The cell of the window's first date, 00:00.
    let firstCell: Int
    /// The place of the first outcome's count, and of the count of what is no named outcome.
    let firstOutcome: Int
    let otherOutcome: Int
    let hasFront: Bool
    let isDeferred: Bool

    init(_ channel: Channel, firstCell: Int, outcomes: ClosedRange<Int>) {
      // Without a target no wait is in time, late or short.
      inTime = channel.target?.within ?? -1
      notLate = channel.target?.within ?? .max
      notShort = channel.target?.shortAbandon ?? 0
      self.firstCell = firstCell
      firstOutcome = outcomes.lowerBound
      otherOutcome = outcomes.upperBound
      hasFront = !channel.front.isEmpty
      isDeferred = channel.kind == .deferred
    }
  }

  /// Takes note of what happened next.
  ///
  /// O(events). Kinds of events not known are passed over, as are events about contacts never seen to arrive.
  public mutating func fold(_ events: Span<Event>) {
    // Everything the loop touches is reached through these copies: read through `self`, each would be loaded anew
    // after every store.
    let cells = cells
    let rules = rules
    let samples = samples
    let kinds = Sample.allCases.count
    let channelCount = plan.scenario.channels.count
    for index in events.indices {
      let event = events[unchecked: index]
      let time = event.time
      switch event.rawKind {
      case EventKind.contactArrived.rawValue, EventKind.contactRedialled.rawValue:
        guard event.resource < channelCount else { continue }
        if contacts.place(of: event.subject).pointee.isOpen { contacts.makeRoom(for: event.subject) }
        offer(contacts.place(of: event.subject), event, rules, cells)

      case EventKind.contactAnswered.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        positions.takeUp(event.resource, at: time)
        let wait = time &- contact.pointee.mark
        contact.pointee.mark = time
        guard contact.pointee.cell != 0 else { continue }
        let channel = Int(contact.pointee.channel)
        let cell = cells + Int(contact.pointee.cell)
        cell.pointee.answered &+= 1
        cell.pointee.answeredInTime &+= wait <= rules[channel].inTime ? 1 : 0
        cell.pointee.answeredIn10 &+= wait <= 10 * .second ? 1 : 0
        cell.pointee.answeredIn60 &+= wait <= 60 * .second ? 1 : 0
        cell.pointee.waited &+= UInt128(truncatingIfNeeded: wait)
        samples[channel &* kinds &+ Sample.speedOfAnswer.rawValue].add(wait)

      case EventKind.handlingEnded.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        let channel = Int(contact.pointee.channel)
        if contact.pointee.cell != 0 {
          let rule = rules + channel
          outcomes[min(rule.pointee.firstOutcome &+ Int(event.detail), rule.pointee.otherOutcome)] &+= 1
          if rule.pointee.isDeferred {
            samples[channel &* kinds &+ Sample.reviewTime.rawValue].add(time &- contact.pointee.offered)
          }
        }
        guard event.value == 0 else { continue }
        contact.pointee.isOpen = false
        positions.putDown(event.resource, at: time)
        guard contact.pointee.cell != 0 else { continue }
        samples[channel &* kinds &+ Sample.handleTime.rawValue].add(time &- contact.pointee.mark)

      case EventKind.wrapUpEnded.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        contact.pointee.isOpen = false
        positions.putDown(event.resource, at: time)
        guard contact.pointee.cell != 0 else { continue }
        samples[Int(contact.pointee.channel) &* kinds &+ Sample.handleTime.rawValue].add(time &- contact.pointee.mark)

      case EventKind.frontStageEntered.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        let stage = Int(contact.pointee.channel) &* Self.stages &+ Int(event.detail)
        contact.pointee.mark &-= Milliseconds(event.value) & stageMasks[stage]

      case EventKind.frontPassed.rawValue:
        contacts.place(of: event.subject).pointee.mark &+= time

      case EventKind.contactAbandoned.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        contact.pointee.isOpen = false
        let wait = time &- contact.pointee.mark
        let rule = rules + Int(contact.pointee.channel)
        let cell = cells + Int(contact.pointee.cell)
        cell.pointee.abandoned &+= 1
        cell.pointee.abandonedLate &+= wait > rule.pointee.notLate ? 1 : 0
        cell.pointee.abandonedShort &+= wait < rule.pointee.notShort ? 1 : 0

      case EventKind.contactContained.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen else { continue }
        contact.pointee.isOpen = false
        cells[Int(contact.pointee.cell)].contained &+= 1

      case EventKind.contactDiverted.rawValue:
        let contact = contacts.place(of: event.subject)
        guard contact.pointee.isOpen, event.resource < channelCount else { continue }
        cells[Int(contact.pointee.cell)].diverted &+= 1
        offer(contact, event, rules, cells)

      case EventKind.handlerSignedOn.rawValue:
        positions.signOn(event.resource, team: event.group, length: event.value, at: time)
      case EventKind.handlerAbsent.rawValue:
        positions.roster(team: event.group, length: event.value, at: time)
      case EventKind.handlerWentOnBreak.rawValue, EventKind.handlerSignedOff.rawValue:
        positions.stop(event.resource, at: time)
      case EventKind.handlerReturned.rawValue:
        positions.start(event.resource, at: time)

      default:
        // A contact that queues, a redial to come and a handler finishing up are seen when they have come to something.
        continue
      }
    }
  }

  /// Counts the contact of `event` as offered on the event's channel and remembers it at `place`.
  @inline(__always)
  private mutating func offer(
    _ place: UnsafeMutablePointer<OpenContact>, _ event: Event, _ rules: UnsafeMutablePointer<ChannelRule>,
    _ cells: UnsafeMutablePointer<Tally>
  ) {
    let time = event.time
    if time >= clock.until { clock.advance(to: time) }
    let rule = rules + Int(event.resource)
    let cell = (rule.pointee.firstCell &+ clock.slot) & clock.inWindow
    cells[cell].offered &+= 1
    place.pointee = OpenContact(
      offered: time, mark: rule.pointee.hasFront ? 0 : time, number: event.subject,
      cell: UInt32(truncatingIfNeeded: cell), channel: event.resource, isOpen: true)
  }

  /// What it all came to, at the end of the run. O(channels × hours of the window + pages of histograms).
  ///
  /// Handlers still at work are taken to have worked to the end of the window. Contacts in hand are answered, but have
  /// no handle time.
  public consuming func finish() -> Summary {
    let slots = clock.days * ArrivalClock.hours
    let channels = plan.scenario.channels.indices.map { index in
      let rule = rules[index]
      var summary = ChannelSummary(
        byDay: Array(repeating: Tally(), count: clock.days),
        outcomes: (rule.firstOutcome...rule.otherOutcome).map { outcomes[$0] })
      for slot in 0..<slots {
        let tally = cells[rule.firstCell + slot]
        summary.byHour[slot % ArrivalClock.hours].merge(tally)
        summary.byDay[slot / ArrivalClock.hours].merge(tally)
      }
      for tally in summary.byDay { summary.total.merge(tally) }
      let first = samples + index * Sample.allCases.count
      summary.speedOfAnswer = first[Sample.speedOfAnswer.rawValue].histogram
      summary.handleTime = first[Sample.handleTime.rawValue].histogram
      summary.reviewTime = first[Sample.reviewTime.rawValue].histogram
      return summary
    }
    return Summary(runs: 1, channels: channels, teams: positions.summaries(at: plan.end))
  }
}
