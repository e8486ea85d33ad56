import DiscreteEvents

/// When whom of the handlers took contacts: for every handler and civil day on which there were any, how many were taken
/// in each half-hour.
struct AgentActivity: Sendable {
  /// Half-hours of a day.
  static let cells = 48
  /// Contacts of one handler looked back at for overlaps.
  private static let memory = 4

  /// The half-hours of one handler's day.
  struct Day: Sendable {
    var agent: Int
    var dayNumber: Int
    /// Contacts taken in each half-hour; more than 255 are as many as that.
    var taken = [UInt8](repeating: 0, count: AgentActivity.cells)
  }

  private(set) var days: [Day] = []
  private var places: [Key: Int] = [:]
  /// Contacts of each handler by channel.
  private(set) var contacts: [[Int: Int]] = []
  private var recent: [[(start: Milliseconds, end: Milliseconds)]] = []

  private struct Key: Hashable, Sendable {
    var agent: Int
    var dayNumber: Int
  }

  /// Takes note of a contact that `agent` took at `civil`. False if it overlaps another of the agent's, which a person who
  /// takes one call at a time cannot have had.
  mutating func add(_ record: ContactRecord, agent: Int, at civil: CivilTime) -> Bool {
    while contacts.count <= agent {
      contacts.append([:])
      recent.append([])
    }
    contacts[agent][record.channel, default: 0] += 1
    let key = Key(agent: agent, dayNumber: civil.dayNumber)
    let place = places[key] ?? days.count
    if place == days.count {
      places[key] = place
      days.append(Day(agent: agent, dayNumber: civil.dayNumber))
    }
    var cell = Int(civil.timeOfDay / (30 * .minute))
    // Records drop fractions of seconds: whoever begins at 15:00 with a caller waiting seems to do so at 14:59:59.
    let isLastSecond = civil.timeOfDay % (30 * .minute) >= 30 * .minute - .second
    if isLastSecond, days[place].taken[cell] == 0 { cell = min(cell + 1, Self.cells - 1) }
    if days[place].taken[cell] < .max { days[place].taken[cell] += 1 }

    let (start, end) = (record.answered, record.finished)
    // Clocks that count whole seconds may be one out at either end.
    let overlaps = recent[agent].contains { start + .second < $0.end && $0.start + .second < end }
    if recent[agent].count == Self.memory { recent[agent].removeFirst() }
    recent[agent].append((start, end))
    return !overlaps
  }
}
