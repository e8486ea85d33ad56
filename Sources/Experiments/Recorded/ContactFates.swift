import ContactCentre
import DiscreteEvents

/// Who a contact is, whatever number it has: the same in every run of the same seed and replication.
struct ContactIdentity: Hashable {
  /// How it came of what its source brought: handed on, say, and then followed up. As of the numbers
  /// drawn for a contact, two ways are taken for one with the probability of a 64-bit hash.
  private var way = RandomKey(bits: 0)
  private var cell: UInt32
  private var index: UInt32
  /// The source on the demand tape: a channel, or a log's number.
  private var source: UInt16
  /// How often its caller has redialled since.
  private var redials: UInt16 = 0

  private init(source: UInt16, cell: UInt32, index: UInt32) {
    self.source = source
    self.cell = cell
    self.index = index
  }

  /// Whoever, or whatever, an event takes off the demand tape.
  init(fromTape event: Event) {
    let source = event.kind == .incidentLogged ? ~event.resource : event.resource
    self.init(source: source, cell: event.value, index: event.extra)
  }

  /// Somebody of whom an event says no more than a number, because nothing is known of what they come of.
  init(strangerOf event: Event) {
    self.init(source: event.resource, cell: .max, index: event.subject)
  }

  /// The same caller, trying once more.
  var redialled: Self {
    var identity = self
    identity.redials &+= 1
    return identity
  }

  /// How one contact comes of another. It does not matter how often the caller had to redial before.
  enum Step {
    /// Its caller rang again about the incident; the first time is 1.
    case rangAgain(UInt8)
    case transferred
    /// By the rule of this number.
    case followedUp(UInt8)

    fileprivate var number: UInt64 {
      switch self {
      case .rangAgain(let attempt): UInt64(attempt)
      case .transferred: 0x100
      case .followedUp(let rule): 0x200 + UInt64(rule)
      }
    }
  }

  /// The contact that comes of this one.
  func after(_ step: Step) -> Self {
    var identity = self
    identity.way = way.derived(step.number)
    identity.redials = 0
    return identity
  }
}

/// What became of the contacts that were in the centre at some instant or came later.
///
/// 33 bytes a contact of the whole run, and 28 an incident that is open or a follow-up that is to come.
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
  /// By the numbers of the contacts, as are the others: every event that numbers one adds to all three.
  private(set) var identities: [ContactIdentity] = []
  private(set) var fates: [Fate] = []
  /// When they joined the queue, and once they have left it how long they waited.
  private(set) var waits: [Milliseconds] = []
  private var incidents: [UInt32: ContactIdentity] = [:]
  /// Who will come of a contact that is over, by the numbers of what is pending.
  private var followUps: [UInt32: ContactIdentity] = [:]

  /// Nothing is known yet of a run; fates decided before `start` are not of interest.
  init(from start: Milliseconds) { self.start = start }

  /// Takes note of what happened next. O(events).
  mutating func fold(_ events: Span<Event>) {
    for index in events.indices { fold(events[index]) }
  }

  private mutating func fold(_ event: Event) {
    let number = Int(event.subject)
    switch event.kind {
    case .contactArrived: arrive(ContactIdentity(fromTape: event), event)
    case .contactRedialled: arrive(identity(of: event.value)?.redialled, event)
    case .contactRangAgain: arrive(incidents[event.value]?.after(.rangAgain(event.detail)), event)
    case .contactTransferred: arrive(identity(of: event.value)?.after(.transferred), event)
    case .followUpScheduled: followUps[event.extra] = identity(of: event.subject)?.after(.followedUp(event.detail))
    case .contactFollowedUp: arrive(followUps.removeValue(forKey: event.extra), event)
    case .incidentLogged: incidents[event.subject] = ContactIdentity(fromTape: event)
    case .incidentOpened:
      if let opener = identity(of: event.value) { incidents[event.subject] = opener }
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

  /// Who the contact of this number is; nil if there is none.
  private func identity(of number: UInt32) -> ContactIdentity? {
    Int(number) < identities.count ? identities[Int(number)] : nil
  }

  /// A contact has come. It has its place also where a file does not say of whom it comes, as others are numbered after it.
  private mutating func arrive(_ identity: ContactIdentity?, _ event: Event) {
    identities.append(identity ?? ContactIdentity(strangerOf: event))
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
public struct ContactChanges: Equatable, Sendable {
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
