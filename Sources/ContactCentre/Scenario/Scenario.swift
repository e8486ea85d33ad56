import DiscreteEvents

/// Everything a simulation is told: what the public does, and what the force decides about it.
///
/// A scenario is checked when it is read (names resolve, shares add up, times are in range); the simulation relies on that.
/// One that is made or changed in code is checked by ``faults()``, which ``Plan/init(checking:)`` asks.
/// Named things keep the order of the file, which is also the order in which results list them.
public struct Scenario: Sendable, Equatable {
  /// What people call it.
  public var name: String
  /// When it takes place.
  public var calendar: ScenarioCalendar
  /// The ways in, by name.
  public var channels: [Channel]
  /// The working patterns teams are staffed by.
  public var shifts: [Shift]
  /// Who answers.
  public var teams: [Team]
  /// The rules by which teams help on other channels.
  public var surges: [Surge]
  /// How many of those rostered turn up, where their role does not say.
  public var attendance: Attendance
  /// The buildings teams work in.
  public var sites: [Site]
  /// Who goes to incidents; nil if the simulation ends where contacts do.
  public var response: Response?
  /// Who comes again and again, by group.
  public var callers: [CallerGroup]
  /// What its author expects of the figures.
  public var expectations: [FigureExpectation]
  /// What may change, and what must be reached, when the cheapest headcount is looked for; nil if nothing is said.
  public var sizing: Sizing?

  /// A scenario of these parts.
  public init(
    name: String, calendar: ScenarioCalendar, channels: [Channel], shifts: [Shift] = [], teams: [Team] = [],
    surges: [Surge] = [], attendance: Attendance = 1, sites: [Site] = [], response: Response? = nil,
    callers: [CallerGroup] = [], expectations: [FigureExpectation] = [],
    sizing: Sizing? = nil
  ) {
    self.name = name
    self.calendar = calendar
    self.channels = channels
    self.shifts = shifts
    self.teams = teams
    self.surges = surges
    self.attendance = attendance
    self.sites = sites
    self.response = response
    self.callers = callers
    self.expectations = expectations
    self.sizing = sizing
  }
}

/// The stretch of real time a scenario covers.
public struct ScenarioCalendar: Sendable, Equatable {
  /// The first instant that is measured, in milliseconds since the Unix epoch.
  public var start: Milliseconds {
    didSet { skippedStart = nil }
  }
  /// The time of day that ``start`` was meant to be, where the clocks pass over it on that day; nil where they do not.
  /// Set it after ``start``.
  package var skippedStart: Milliseconds?
  /// How many civil days are measured from `start`; one across a clock change has 23 or 25 hours.
  public var days: Int
  /// The clocks people live by.
  public var zone: ZoneRules
  /// How long the simulation runs, unmeasured, before `start`.
  public var warmUp: Milliseconds
  /// How long it runs on after the measured days with no new arrivals.
  public var drain: Milliseconds
  /// The length of the intervals that busyness is drawn for.
  public var interval: Milliseconds
  /// The days that are public holidays, in days since 1 January 1970, earliest first.
  public var holidays: [Int]

  /// A calendar.
  public init(
    start: Milliseconds, days: Int = 1, zone: ZoneRules = .utc, warmUp: Milliseconds = 0, drain: Milliseconds = 0,
    interval: Milliseconds = .hour, holidays: [Int] = []
  ) {
    self.start = start
    self.days = days
    self.zone = zone
    self.warmUp = warmUp
    self.drain = drain
    self.interval = interval
    self.holidays = holidays
  }

  /// The first instant after the measured days, in milliseconds since the Unix epoch: the same wall time, `days` later.
  /// Where the clocks pass over the time that ``start`` was meant to be, it is that time which comes again: a day that
  /// begins at 01:00 ends at midnight.
  public var end: Milliseconds {
    var last = zone.civilTime(at: start)
    // What is passed over before midnight is made up for after it.
    if let skippedStart {
      if skippedStart > last.timeOfDay { last = CivilTime(dayNumber: last.dayNumber - 1) }
      last.timeOfDay = skippedStart
    }
    return zone.instant(of: CivilTime(dayNumber: last.dayNumber + days, timeOfDay: last.timeOfDay))
  }

  /// Whether the run goes on, its drain included, beyond the instants that can be written, so that nobody could look into its
  /// end. Everything in the calendar must be in range.
  package var endsTooLate: Bool { !Limits.instants.contains(end + drain) }

  /// What is wrong where ``endsTooLate`` is true.
  package static let endsTooLateMessage = "the run goes on after \(Limits.years.upperBound)"
  /// What would mend it.
  package static let endsTooLateRemedy = "begin earlier, or give fewer days"
}

/// What an engineer or a planner expects of a figure.
public struct FigureExpectation: Sendable, Equatable {
  /// The side of the bound the figure should be on.
  public enum Bound: Sendable, Equatable {
    /// The figure should not be lower.
    case atLeast(Double)
    /// The figure should not be higher.
    case atMost(Double)

    /// What the figure should not be on the other side of.
    public var limit: Double {
      switch self {
      case .atLeast(let limit), .atMost(let limit): limit
      }
    }
  }
  /// The sentence that names it in reports.
  public var name: String
  /// The path of the figure in a result, for example `channels.999.serviceLevel.ofOffered`.
  public var metric: String
  /// The limit.
  public var bound: Bound

  /// An expectation.
  public init(name: String, metric: String, bound: Bound) {
    self.name = name
    self.metric = metric
    self.bound = bound
  }
}
