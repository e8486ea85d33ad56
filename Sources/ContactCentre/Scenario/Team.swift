/// A group of handlers who answer the same channels.
public struct Team: Sendable, Equatable {
  /// Its name, for example `contact`.
  public var id: String
  /// The channels it answers, by name. A team of one channel is ring-fenced for it.
  public var answers: [String]
  /// How many chats one handler may hold at once.
  public var concurrency: Int
  /// How much longer each chat takes while a handler holds 1, 2, … of them; at most as many entries as `concurrency`, and
  /// where there are fewer it takes no longer.
  public var slowdown: [Double]
  /// When how many are rostered.
  public var staff: Staff
  /// What one rostered hour costs.
  public var costPerHour: Double
  /// The terms its handlers work on.
  public var role: Role
  /// The people behind its posts; nil if every post is filled.
  public var people: Workforce?
  /// The fewest handlers that start a shift; who is missing is brought in on overtime.
  public var minimums: [Minimum]
  /// Where it works, by name; nil if nobody cares.
  public var site: String?

  /// The fewest handlers that start a shift, on days on which anybody of the team is rostered for it.
  public struct Minimum: Sendable, Equatable {
    /// The shift, by name.
    public var shift: String
    /// Handlers.
    public var heads: Int

    /// A minimum.
    public init(shift: String, heads: Int) {
      self.shift = shift
      self.heads = heads
    }
  }

  /// A team.
  public init(
    id: String, answers: [String], concurrency: Int = 1, slowdown: [Double] = [1], staff: Staff,
    costPerHour: Double = 0, role: Role = Role(), people: Workforce? = nil, minimums: [Minimum] = [],
    site: String? = nil
  ) {
    self.id = id
    self.answers = answers
    self.concurrency = concurrency
    self.slowdown = slowdown
    self.staff = staff
    self.costPerHour = costPerHour
    self.role = role
    self.people = people
    self.minimums = minimums
    self.site = site
  }
}
