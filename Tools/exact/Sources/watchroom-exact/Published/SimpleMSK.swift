import Watchroom

/// The scenario of one day of SimpleMSK.
enum SimpleMSK {
  /// A group of handlers: so many from the start, more after two hours, and of all those some leave after four.
  struct Group {
    let types: ClosedRange<Int>
    let first: Int
    let joining: Int
    let leaving: Int
  }

  static let groups = [
    Group(types: 0...1, first: 12, joining: 6, leaving: 9), Group(types: 1...2, first: 15, joining: 5, leaving: 9),
  ]

  /// When groups shrink.
  static let shrinking = 4 * Milliseconds.hour

  private static let start: Milliseconds = 1_640_995_200_000
  // By type and period, calls a minute; by period, per minute of handling and of waiting.
  private static let arrivals = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]]
  private static let handled = [0.5, 0.6, 0.4]
  private static let givingUp = [0.3, 0.4, 0.2]

  /// A day with all rates multiplied by `busyness`. By group, `leaving` are those whose tours end early, by the order in
  /// which they sign on.
  static func plan(busyness: Double, leaving: [Set<Int>]) -> Plan {
    let channels = (0..<9).map { number -> Channel in
      let (type, period) = (number / 3, number % 3)
      return Channel(
        id: id(type, period),
        arrivals: .profile(
          ArrivalProfile(
            perYear: arrivals[type][period] * busyness * 120 * 365,
            hourOfDay: (0..<24).map { $0 / 2 == period ? 1 : 0 })),
        patience: .exponential(mean: 60 / givingUp[period]), handling: .exponential(mean: 60 / handled[period]),
        target: .init(share: 0.8, within: 20_000, shortAbandon: 20_000))
    }
    let teams = zip(groups, leaving).map { group, leaving in
      let rows = (0..<group.first + group.joining).map { number in
        Staff.RosterRow(
          handler: "handler \(number)", start: start + (number < group.first ? 0 : 2 * .hour),
          end: start + (leaving.contains(number) ? shrinking : .day))
      }
      return Team(
        id: "types \(group.types)", answers: group.types.flatMap { type in (0..<3).map { id(type, $0) } },
        staff: .roster(rows))
    }
    return Plan(
      Scenario(name: "SimpleMSK", calendar: ScenarioCalendar(start: start), channels: channels, teams: teams))
  }

  private static func id(_ type: Int, _ period: Int) -> String { "type \(type) period \(period)" }
}

/// Sees who is the first to have nothing in hand from a given instant on.
struct FirstFree {
  private struct Handler {
    var team: UInt16
    /// When the last call taken before the instant ended; the distant future while it has not.
    var free: Milliseconds = 0
  }

  private let instant: Milliseconds
  private var handlers: [UInt16: Handler] = [:]
  /// Those of each team, in the order in which they signed on.
  private var teams: [UInt16: [UInt16]] = [:]
  private var hasPassed = false
  private var busy = 0

  init(at instant: Milliseconds) { self.instant = instant }

  /// Whether the instant has passed and all calls in hand at it have ended.
  var isDone: Bool { hasPassed && busy == 0 }

  mutating func fold(_ events: Span<Event>) {
    for index in events.indices {
      let event = events[index]
      if event.time >= instant { hasPassed = true }
      switch event.kind {
      case .handlerSignedOn:
        handlers[event.resource] = Handler(team: event.group)
        teams[event.group, default: []].append(event.resource)
      case .contactAnswered where event.time < instant:
        handlers[event.resource]?.free = .max
        busy += 1
      case .handlingEnded where handlers[event.resource]?.free == .max:
        handlers[event.resource]?.free = event.time
        busy -= 1
      default: continue
      }
    }
  }

  /// So many of a team, by the order in which they signed on.
  func firstFree(ofTeam team: UInt16, _ count: Int) -> Set<Int> {
    let members = (teams[team] ?? []).enumerated().sorted { left, right in
      let leftFree = handlers[left.element]?.free ?? 0
      let rightFree = handlers[right.element]?.free ?? 0
      return (max(leftFree, instant), left.offset) < (max(rightFree, instant), right.offset)
    }
    return Set(members.prefix(count).map(\.offset))
  }
}
