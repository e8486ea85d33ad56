/// What a planner allows and asks for when the cheapest headcount is looked for. Changes nothing about a simulation.
public struct Sizing: Sendable, Equatable {
  /// Over what targets must hold.
  public enum Reach: String, Sendable, Hashable, CaseIterable {
    /// Over all measured days together.
    case overall
    /// In every hour of the day, all measured days together.
    case hourly
  }

  /// Whether a shift has one number of heads for all days.
  public enum Days: String, Sendable, Hashable, CaseIterable {
    /// It does.
    case same
    /// Every weekday has its own, and so have public holidays.
    case each
  }

  /// The heads that may start one shift of a team, or a hub.
  public struct Limit: Sendable, Equatable {
    /// The shift, by name.
    public var shift: String
    /// The fewest.
    public var least: Int
    /// The most; nil for any number.
    public var most: Int?

    /// A limit.
    public init(shift: String, least: Int = 0, most: Int? = nil) {
      self.shift = shift
      self.least = least
      self.most = most
    }
  }

  /// What is said of a team, or a hub.
  public struct Group: Sendable, Equatable {
    /// Its name.
    public var id: String
    /// Whether it stays as it is.
    public var isFixed: Bool
    /// The limits of its shifts.
    public var limits: [Limit]

    /// What is said of a team, or a hub.
    public init(id: String, isFixed: Bool = false, limits: [Limit] = []) {
      self.id = id
      self.isFixed = isFixed
      self.limits = limits
    }
  }

  /// Over what the targets of channels and grades must hold.
  public var reach: Reach
  /// Whether a shift has one number of heads for all days.
  public var days: Days
  /// Whether the targets of grades must be met too, by the officers of hubs.
  public var grades: Bool
  /// Whether what the scenario expects must be met too.
  public var expectations: Bool
  /// What is said of teams.
  public var teams: [Group]
  /// What is said of hubs.
  public var hubs: [Group]
  /// The most that the measured days may cost, everybody and overtime included; nil for any sum.
  public var budget: Double?
  /// By how many heads a shift of a team may be below the fewest, or above the most, that it has; nil for any number.
  public var maxChange: Int?

  /// Without anything said: the targets of channels and all expectations, met overall by as many as it takes.
  public init(
    reach: Reach = .overall, days: Days = .same, grades: Bool = false, expectations: Bool = true, teams: [Group] = [],
    hubs: [Group] = [], budget: Double? = nil, maxChange: Int? = nil
  ) {
    self.reach = reach
    self.days = days
    self.grades = grades
    self.expectations = expectations
    self.teams = teams
    self.hubs = hubs
    self.budget = budget
    self.maxChange = maxChange
  }
}
