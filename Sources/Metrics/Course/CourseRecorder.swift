import ContactCentre
import DiscreteEvents

/// Makes a ``Course`` of the events of a run: follows its world and counts it every few minutes.
///
/// Up to ``longestWhole`` days every moment is kept; of more, an average day. Memory does not follow the length of the run.
public struct CourseRecorder: ~Copyable {
  /// How many days a run may measure to be shown as it went, and not as an average day.
  public static let longestWhole = 3
  private static let step = 5 * Milliseconds.minute
  private static let averageStep = 15 * Milliseconds.minute

  private var simulation: Simulation
  private let plan: Plan
  private let step: Milliseconds
  private let isAverageDay: Bool
  private var next: Milliseconds
  private var moments: [CourseSum]
  private var spots = SpotCounter()

  /// A recorder that has seen nothing yet of a run of `plan`.
  public init(plan: Plan) {
    self.plan = plan
    // Whoever only follows draws nothing, so any seed will do.
    simulation = Simulation(plan: plan, seed: 0, replication: 0)
    isAverageDay = plan.scenario.calendar.days > Self.longestWhole
    step = isAverageDay ? Self.averageStep : Self.step
    next = plan.windowStart
    moments = []
    if isAverageDay {
      moments = (0..<Int(Milliseconds.day / step)).map { CourseSum(time: Milliseconds($0) * step) }
    }
  }

  /// Takes note of what happened next. O(events).
  public mutating func fold(_ events: Span<Event>) {
    var first = 0
    for index in events.indices {
      let event = events[index]
      if event.time > next, next <= plan.windowEnd {
        simulation.follow(events.extracting(first..<index))
        first = index
        look(before: event.time)
      }
      if event.rawKind == EventKind.incidentOpened.rawValue, event.time >= plan.windowStart,
        event.time < plan.windowEnd
      {
        spots.add(event)
      }
    }
    simulation.follow(events.extracting(first..<events.count))
  }

  /// Counts the world at all moments before `time`, at which something else happens.
  private mutating func look(before time: Milliseconds) {
    guard next < time, next <= plan.windowEnd else { return }
    while next < time, next <= plan.windowEnd {
      let census = simulation.census(at: next)
      if isAverageDay {
        // The last moment is the first of the day after the window.
        if next < plan.windowEnd {
          let civil = plan.scenario.calendar.zone.civilTime(at: plan.origin + next)
          moments[Int(civil.timeOfDay / step)].add(census)
        }
      } else {
        moments.append(CourseSum(time: next))
        moments[moments.count - 1].add(census)
      }
      next += step
    }
  }

  /// What it came to, at the end of the run.
  public consuming func finish() -> Course {
    look(before: .max)
    return Course(
      isAverageDay: isAverageDay, step: step, moments: moments.compactMap(\.mean), spots: spots.spots)
  }
}

/// Sums of what was seen at one time of day.
private struct CourseSum {
  let time: Milliseconds
  private var count = 0
  private var sum: Census?

  init(time: Milliseconds) { self.time = time }

  mutating func add(_ census: Census) {
    count += 1
    guard var sum else {
      self.sum = census
      return
    }
    sum.waiting = Self.sum(sum.waiting, census.waiting)
    sum.handlers = zip(sum.handlers, census.handlers).map { Self.sum($0, $1) }
    sum.unattended = Self.sum(sum.unattended, census.unattended)
    sum.attended = Self.sum(sum.attended, census.attended)
    sum.units = Self.sum(sum.units, census.units)
    self.sum = sum
  }

  private static func sum(_ first: [Int], _ second: [Int]) -> [Int] { zip(first, second).map { $0 + $1 } }

  /// The mean; nil if nothing was seen.
  var mean: Course.Moment? {
    guard let sum else { return nil }
    let count = Double(count)
    func mean(_ numbers: [Int]) -> [Double] { numbers.map { Double($0) / count } }
    return Course.Moment(
      time: time, waiting: mean(sum.waiting), handlers: sum.handlers.map(mean), unattended: mean(sum.unattended),
      attended: mean(sum.attended), units: mean(sum.units))
  }
}
