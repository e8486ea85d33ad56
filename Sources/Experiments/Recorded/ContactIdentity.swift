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
