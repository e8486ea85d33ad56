import ContactCentre
import DiscreteEvents

/// Who a contact is, whatever number it has: the same in every run of the same seed and replication.
struct ContactIdentity: Hashable {
  /// The source on the demand tape: a channel, or a log's number.
  var source: UInt16
  /// How often its caller had redialled, and before that rung again about an incident (upper 8 bits).
  var attempts: UInt16 = 0
  var cell: UInt32
  var index: UInt32
}

/// What became of the contacts that were in the centre at some instant or came later.
///
/// 21 bytes a contact and 12 an incident of the whole run.
struct ContactFates {
  enum Fate: UInt8 {
    /// It was decided before the instant.
    case past
    /// In the centre and not answered.
    case open
    case answered
    case abandoned
    /// Contained in a front stage.
    case contained
  }

  /// From when on fates are of interest.
  private let start: Milliseconds
  private(set) var identities: [ContactIdentity] = []
  private(set) var fates: [Fate] = []
  /// When they joined the queue, and once they have left it how long they waited.
  private(set) var waits: [Milliseconds] = []
  private var incidents: [UInt32: ContactIdentity] = [:]

  /// Nothing is known yet of a run; fates decided before `start` are not of interest.
  init(from start: Milliseconds) { self.start = start }

  /// Takes note of what happened next. O(events).
  mutating func fold(_ events: Span<Event>) {
    for index in events.indices { fold(events[index]) }
  }

  private mutating func fold(_ event: Event) {
    let number = Int(event.subject)
    switch event.kind {
    case .contactArrived:
      arrive(ContactIdentity(source: event.resource, cell: event.value, index: event.extra), event)
    case .contactRedialled:
      guard Int(event.value) < identities.count else { return }
      var identity = identities[Int(event.value)]
      identity.attempts &+= 1
      arrive(identity, event)
    case .contactRangAgain:
      guard var identity = incidents[event.value] else { return }
      identity.attempts = UInt16(event.detail) &<< 8
      arrive(identity, event)
    case .incidentLogged:
      incidents[event.subject] = ContactIdentity(source: ~event.resource, cell: event.value, index: event.extra)
    case .incidentOpened:
      if event.value != Event.noContact, Int(event.value) < identities.count {
        incidents[event.subject] = identities[Int(event.value)]
      }
    case .incidentClosed:
      incidents[event.subject] = nil
    case .frontPassed, .contactDiverted:
      if number < waits.count { waits[number] = event.time }
    case .contactAnswered: decide(.answered, event)
    case .contactAbandoned: decide(.abandoned, event)
    case .contactContained: decide(.contained, event)
    default: break
    }
  }

  private mutating func arrive(_ identity: ContactIdentity, _ event: Event) {
    identities.append(identity)
    fates.append(.open)
    waits.append(event.time)
  }

  private mutating func decide(_ fate: Fate, _ event: Event) {
    let number = Int(event.subject)
    guard number < fates.count else { return }
    fates[number] = event.time < start ? .past : fate
    waits[number] = event.time - waits[number]
  }
}

/// What became of contacts in one run and in another with the same callers, contact for contact.
public struct ContactChanges: Hashable, Sendable {
  /// How many were, or came, in both.
  public var inBoth: UInt64 = 0
  /// How many were answered in both.
  public var answeredInBoth: UInt64 = 0
  /// How many of those waited less in the second run.
  public var waitedLess: UInt64 = 0
  /// How many of those waited longer in the second run.
  public var waitedLonger: UInt64 = 0
  /// How much less those answered in both waited in the second, in all; negative if longer. Time in the queue alone.
  public var waitSaved: Milliseconds = 0
  /// How many were answered only in the second.
  public var newlyAnswered: UInt64 = 0
  /// How many of those had given up in the first.
  public var answeredNotAbandoned: UInt64 = 0
  /// How many were answered only in the first.
  public var noLongerAnswered: UInt64 = 0
  /// How many of those gave up in the second.
  public var abandonedNotAnswered: UInt64 = 0
  /// How many came in the first only, such as redials of callers who gave up there.
  public var onlyInFirst: UInt64 = 0
  /// How many came in the second only.
  public var onlyInSecond: UInt64 = 0

  /// The changes from `first` to `second`. O(contacts).
  init(from first: ContactFates, to second: ContactFates) {
    var places: [ContactIdentity: Int] = [:]
    for (number, fate) in first.fates.enumerated() where fate != .past { places[first.identities[number]] = number }
    for (number, fate) in second.fates.enumerated() where fate != .past {
      // Nobody is in a run twice, but a file may say so.
      guard let other = places.removeValue(forKey: second.identities[number]) else {
        onlyInSecond += 1
        continue
      }
      inBoth += 1
      switch (first.fates[other], fate) {
      case (.answered, .answered):
        let saved = first.waits[other] - second.waits[number]
        answeredInBoth += 1
        waitSaved &+= saved
        waitedLess += saved > 0 ? 1 : 0
        waitedLonger += saved < 0 ? 1 : 0
      case (let before, .answered):
        newlyAnswered += 1
        answeredNotAbandoned += before == .abandoned ? 1 : 0
      case (.answered, let after):
        noLongerAnswered += 1
        abandonedNotAnswered += after == .abandoned ? 1 : 0
      default: break
      }
    }
    onlyInFirst = UInt64(places.count)
  }
}
