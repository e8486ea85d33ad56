import ContactCentre
import DiscreteEvents
import Simulator

/// Makes a ``Course`` of a run under way: is shown its world every few minutes, and all its events.
///
/// Up to ``longestWhole`` days every moment is kept; of more, an average day. Memory does not follow the length of the run.
public struct CourseCounter: Sendable {
  /// How many days a run may measure to be shown as it went, and not as an average day.
  public static let longestWhole = 3
  /// The time between two looks.
  private static let pace = 5 * Milliseconds.minute
  /// How much of an average day is put together: three looks a day.
  private static let averageStep = 3 * pace

  private let plan: Plan
  private let step: Milliseconds
  private let isAverageDay: Bool
  private let last: Milliseconds
  private var next: Milliseconds
  private var moments: [CourseSum] = []
  private var incidents: OpenIncidentCounts
  private var spots = SpotCounter()

  /// A counter that has seen nothing yet of a run of `plan`.
  public init(plan: Plan) {
    self.plan = plan
    isAverageDay = plan.scenario.calendar.days > Self.longestWhole
    step = isAverageDay ? Self.averageStep : Self.pace
    // Shifts change on the quarter of an hour, when both are there: an average day is looked at in between.
    next = plan.windowStart + (isAverageDay ? Self.pace / 2 : 0)
    incidents = OpenIncidentCounts(gradeCount: plan.scenario.response?.grades.count ?? 0)
    // On an average day, the end of the window would be the first moment of one more day.
    last = isAverageDay ? plan.windowEnd - 1 : plan.windowEnd
    if isAverageDay {
      moments = (0..<Int(Milliseconds.day / step)).map { CourseSum(time: Milliseconds($0) * step) }
    }
  }

  /// When the world is to be looked at next, after all that happens at that time; nil once everything has been seen.
  public var nextMoment: Milliseconds? { next <= last ? next : nil }

  /// Counts the world as it is at ``nextMoment``, which moves on. O(handlers and units).
  public mutating func look(at simulation: borrowing Simulation) {
    let census = simulation.census(at: next)
    if isAverageDay {
      let civil = plan.scenario.calendar.zone.civilTime(at: plan.origin + next)
      moments[Int(civil.timeOfDay / step)].add(census, incidents)
    } else {
      moments.append(CourseSum(time: next))
      moments[moments.count - 1].add(census, incidents)
    }
    next += Self.pace
  }

  /// Takes note of what happened next, which must have happened by ``nextMoment``. O(events).
  public mutating func note(_ events: Span<Event>) {
    if plan.scenario.response == nil { return }
    for index in events.indices {
      let event = events[index]
      incidents.note(event)
      if event.rawKind == EventKind.incidentOpened.rawValue, event.time >= plan.windowStart,
        event.time < plan.windowEnd
      {
        spots.add(event)
      }
    }
  }

  /// What it came to, at the end of the run.
  public consuming func finish() -> Course {
    Course(isAverageDay: isAverageDay, step: step, moments: moments.compactMap(\.mean), spots: spots.spots)
  }
}

/// Sums of what was seen at one time of day.
private struct CourseSum {
  let time: Milliseconds
  private var count = 0
  private var waiting: [Int] = []
  private var handlers: [[Int]] = []
  private var unattended: [Int] = []
  private var attended: [Int] = []
  private var units: [Int] = []

  init(time: Milliseconds) { self.time = time }

  mutating func add(_ census: Census, _ incidents: OpenIncidentCounts) {
    if count == 0 { handlers = Array(repeating: [], count: census.handlers.count) }
    count += 1
    Self.add(census.waiting, to: &waiting)
    for team in handlers.indices { Self.add(census.handlers[team], to: &handlers[team]) }
    Self.add(incidents.unattended, to: &unattended)
    Self.add(incidents.attended, to: &attended)
    Self.add(census.units, to: &units)
  }

  private static func add(_ numbers: [Int], to sums: inout [Int]) {
    if sums.isEmpty {
      sums = numbers
    } else {
      for index in numbers.indices { sums[index] += numbers[index] }
    }
  }

  /// The mean; nil if nothing was seen.
  var mean: Course.Moment? {
    if count == 0 { return nil }
    func mean(_ numbers: [Int]) -> [Double] { numbers.map { Double($0) / Double(count) } }
    return Course.Moment(
      time: time, waiting: mean(waiting), handlers: handlers.map(mean), unattended: mean(unattended),
      attended: mean(attended), units: mean(units))
  }
}
