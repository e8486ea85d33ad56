import ContactCentre
import DiscreteEvents

/// A change of a scenario of which it is known beforehand what it does to the log: nothing, or exactly something.
///
/// No log need be known to be right for that. Each relation makes a random scenario from a seed, takes from it what the
/// relation does not hold for, changes it, runs both and compares all events.
struct Relation: Sendable {
  /// What was compared, and the first thing that is not as it should be.
  struct Finding: Sendable {
    var events: Int
    var problem: String?
  }

  /// What holds, as a sentence.
  var name: String
  /// Whether it holds in the scenario of a seed.
  var check: @Sendable (UInt64) -> Finding

  /// Those that both the tests and the tool ask for in logs.
  static var all: [Relation] {
    [
      laterByWeeks, otherNames, splitTeams, unusedParts, anotherCentreBeside, doubleLoadAndStaff, moreHandlers,
    ]
  }

  /// Compares two logs event by event.
  static func same(_ expected: [Event], _ found: [Event]) -> Finding {
    var finding = Finding(events: expected.count)
    let place = zip(expected, found).prefix { $0 == $1 }.count
    if place < max(expected.count, found.count) {
      func text(_ events: [Event]) -> String { place < events.count ? story([events[place]])[0] : "the end" }
      finding.problem = "event \(place) should be “\(text(expected))”, not “\(text(found))”"
    }
    return finding
  }

  /// Compares two lists of what happened; the second should be a rearrangement of the first.
  static func sameInAnyOrder(_ expected: [String], _ found: [String]) -> Finding {
    let (expected, found) = (expected.sorted(), found.sorted())
    var finding = Finding(events: expected.count)
    let place = zip(expected, found).prefix { $0 == $1 }.count
    if place < max(expected.count, found.count) {
      func text(_ lines: [String]) -> String { place < lines.count ? lines[place] : "nothing more" }
      finding.problem = "there should be “\(text(expected))”, not “\(text(found))”"
    }
    return finding
  }
}

extension Relation.Finding {
  /// Both, and the first problem of the two.
  static func + (one: Relation.Finding, other: Relation.Finding) -> Relation.Finding {
    Relation.Finding(events: one.events + other.events, problem: one.problem ?? other.problem)
  }
}

extension Event {
  /// The same with other numbers in it.
  func with(
    subject: UInt32? = nil, value: UInt32? = nil, resource: UInt16? = nil, extra: UInt32? = nil
  ) -> Event {
    Event(
      word0: word0, word1: UInt64(value ?? self.value) << 32 | UInt64(subject ?? self.subject),
      word2: UInt64(extra ?? self.extra) << 32 | UInt64(group) << 16 | UInt64(resource ?? self.resource))
  }

  /// Whether it tells of a handler's tour.
  var isOfTour: Bool { (32..<39).contains(rawKind) }
  /// Whether it numbers a new contact.
  var bringsContact: Bool {
    kind == .contactArrived || kind == .contactRedialled || kind == .contactTransferred || kind == .contactFollowedUp
  }
  /// Whether its resource is a handler, and its subject a contact.
  var isOfWork: Bool {
    kind == .contactAnswered || kind == .handlingEnded || kind == .wrapUpEnded || kind == .workResumed
  }
  /// Whether its value is another contact.
  var followsAnother: Bool {
    kind == .contactRedialled || kind == .contactTransferred || kind == .contactFollowedUp
  }
  /// Whether its extra number is that of a contact to come.
  var numbersFollowUp: Bool { kind == .followUpScheduled || kind == .contactFollowedUp }
}
