import ContactCentre

/// Tells who made a contact, of those who come again and again: an arrival says it, and whoever redials, or rings again
/// about an incident, is who they were.
///
/// Remembers the last ``size`` contacts, and as many incidents, whatever has become of them: constant memory, 4 MB. Who
/// comes back after more than that many others is not recognised.
public struct CallerRegister: Sendable {
  /// How many contacts, and incidents, are remembered.
  public static let size = 1 << 18

  /// Who made each contact, and who raised each incident: its number in the upper half; in the lower, 1 more than the
  /// group's number and then the caller's, 16 bits each, or 0 for nobody known.
  private var contacts: [UInt64]
  private var incidents: [UInt64]

  /// A register in which nobody stands.
  public init() {
    contacts = Array(repeating: 0, count: Self.size)
    incidents = Array(repeating: 0, count: Self.size)
  }

  /// Takes note of what happened next; who made the contact that began with it, if one did and it is somebody known. O(1).
  public mutating func follow(_ event: Event) -> RepeatCaller? {
    let caller: RepeatCaller?
    switch event.rawKind {
    case EventKind.contactArrived.rawValue:
      caller = event.repeatCaller
    case EventKind.contactRedialled.rawValue, EventKind.contactTransferred.rawValue,
      EventKind.contactFollowedUp.rawValue:
      caller = Self.look(event.value, in: contacts)
    case EventKind.contactRangAgain.rawValue:
      caller = Self.look(event.value, in: incidents)
    case EventKind.incidentOpened.rawValue:
      let raiser = event.value == Event.noContact ? nil : Self.look(event.value, in: contacts)
      Self.enter(raiser, event.subject, in: &incidents)
      return nil
    default:
      return nil
    }
    Self.enter(caller, event.subject, in: &contacts)
    return caller
  }

  private static func enter(_ caller: RepeatCaller?, _ number: UInt32, in entries: inout [UInt64]) {
    let who = caller.map { (UInt64($0.group) + 1) << 16 | UInt64($0.number) } ?? 0
    entries[Int(number) % size] = UInt64(number) << 32 | who
  }

  private static func look(_ number: UInt32, in entries: [UInt64]) -> RepeatCaller? {
    let entry = entries[Int(number) % size]
    let who = entry & 0xFFFF_FFFF
    guard entry >> 32 == UInt64(number), who > 0 else { return nil }
    return RepeatCaller(
      group: UInt8(truncatingIfNeeded: (who >> 16) - 1), number: UInt16(truncatingIfNeeded: who))
  }
}
