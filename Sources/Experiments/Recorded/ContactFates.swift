import ContactCentre
import DiscreteEvents

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
