import ContactCentre
import Ledger

/// The first event in which a run differs from a recorded one.
public struct EventDifference: Equatable, Sendable {
  /// Its number.
  public let number: UInt64
  /// What was recorded; nil if the recorded run had ended.
  public let recorded: Event?
  /// What happened instead; nil if the other run had ended.
  public let other: Event?
  /// The number of the channel that the contact of the recorded event was on before, if what is said of that kind of event are
  /// numbers of a channel's stages or outcomes; else nil.
  public private(set) var recordedChannel: UInt16?
  /// Likewise of what happened instead.
  public private(set) var otherChannel: UInt16?

  init(number: UInt64, recorded: Event?, other: Event?) {
    self.number = number
    self.recorded = recorded
    self.other = other
  }

  /// The same with the channels, which the events before it in `ledger` tell. O(events before).
  func withChannels(of ledger: LedgerReader) throws(LedgerError) -> EventDifference {
    var difference = self
    (difference.recordedChannel, difference.otherChannel) = try ledger.channels(of: recorded, other, before: number)
    return difference
  }
}

/// Holds events, as they come, against those of a ledger, in constant memory.
struct EventMatcher: ~Copyable {
  private var cursor: LedgerCursor
  private var recorded: [Event] = []
  private var next = 0
  private var number: UInt64
  /// Where the two part; nil as long as they have not.
  private(set) var difference: EventDifference?

  /// Begins with the ledger's event number `first`.
  init(_ ledger: LedgerReader, from first: UInt64 = 0) {
    cursor = ledger.cursor(from: first)
    number = first
  }

  /// Takes the next events of the other run. What comes after a difference, or the end of the ledger, is not looked at.
  mutating func match(_ events: Span<Event>) throws(LedgerError) {
    for index in events.indices where difference == nil {
      guard try load() else {
        difference = EventDifference(number: number, recorded: nil, other: events[index])
        return
      }
      if recorded[next] != events[index] {
        difference = EventDifference(number: number, recorded: recorded[next], other: events[index])
      }
      next += 1
      number += 1
    }
  }

  /// The other run has ended: what the ledger still has is a difference.
  mutating func finish() throws(LedgerError) {
    guard difference == nil, try load() else { return }
    difference = EventDifference(number: number, recorded: recorded[next], other: nil)
  }

  /// Whether the ledger has an event at ``next``, once more are read if need be.
  private mutating func load() throws(LedgerError) -> Bool {
    if next < recorded.count { return true }
    recorded.removeAll(keepingCapacity: true)
    next = 0
    return try cursor.advance { events in
      for index in events.indices { recorded.append(events[index]) }
    }
  }
}

extension LedgerReader {
  /// Simulates the run again and compares it with what was recorded, event for event; nil if they are the same.
  ///
  /// Of an unfinished ledger only what there is of it is compared. Reads, and so verifies, every block up to the first
  /// difference. O(events), in constant memory.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot be read, or is damaged.
  /// - Precondition: there is one chapter at least.
  public func firstDifference(from chapters: [RunChapter]) throws(LedgerError) -> EventDifference? {
    var run = ChapteredRun(chapters, seed: header.seed, replication: Int(clamping: header.replication))
    var matcher = EventMatcher(self)
    // What an unfinished ledger does not have yet is no difference.
    let most = status == .finished ? UInt64.max : eventCount
    var matched: UInt64 = 0
    while matcher.difference == nil, matched < most,
      try run.advance({ events throws(LedgerError) in
        let count = min(UInt64(events.count), most - matched)
        matched += count
        try matcher.match(events.extracting(0..<Int(count)))
      })
    {}
    try matcher.finish()
    return try matcher.difference?.withChannels(of: self)
  }

  /// The numbers of the channels that the contacts of two events were on before the event of that `number`; nil for an event
  /// whose numbers are not those of a channel.
  fileprivate func channels(
    of first: Event?, _ second: Event?, before number: UInt64
  ) throws(LedgerError) -> (UInt16?, UInt16?) {
    let contacts = (first?.contactOnChannel, second?.contactOnChannel)
    var channels: (UInt16?, UInt16?) = (nil, nil)
    guard contacts.0 != nil || contacts.1 != nil else { return channels }
    var count: UInt64 = 0
    var cursor = cursor()
    while count < number,
      try cursor.advance({ events in
        for index in events.indices where count + UInt64(index) < number && events[index].offersContact {
          if events[index].subject == contacts.0 { channels.0 = events[index].resource }
          if events[index].subject == contacts.1 { channels.1 = events[index].resource }
        }
        count += UInt64(events.count)
      })
    {}
    return channels
  }
}

extension Event {
  /// The number of its contact, if what is said of its kind are numbers of a channel's stages or outcomes; else nil.
  fileprivate var contactOnChannel: UInt32? {
    switch kind {
    case .frontStageEntered, .contactContained, .contactDiverted, .handlingEnded: subject
    default: nil
    }
  }

  /// Whether a contact is offered on a channel with it, its resource.
  fileprivate var offersContact: Bool {
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred,
      .contactDiverted:
      true
    default: false
    }
  }
}
