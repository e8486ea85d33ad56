import DiscreteEvents

/// A working pattern: when a tour begins, how long it is, when its breaks are due.
public struct Shift: Sendable, Equatable {
  /// A pause that is paid and rostered but during which no contact is taken.
  public struct Break: Sendable, Equatable, BitwiseCopyable {
    /// Time from the start of the shift to when the first handler's break is due, as it passes, whatever the wall shows.
    public var after: Milliseconds
    /// How long it lasts, from when the handler is free to take it.
    public var length: Milliseconds
    /// The stretch of time over which handlers take turns: breaks are due from `after` to `after + spread`.
    public var spread: Milliseconds
    /// How many of the team must stay at work while somebody takes it. With fewer it is put off, five minutes at a time,
    /// and lapses once it could not end within the tour. Units take theirs whatever it is, at their hubs.
    public var cover: Int

    /// A break.
    public init(after: Milliseconds, length: Milliseconds, spread: Milliseconds = 0, cover: Int = 0) {
      self.after = after
      self.length = length
      self.spread = spread
      self.cover = cover
    }
  }

  /// Its name, for example `earlies`.
  public var id: String
  /// Wall time of its start, after midnight.
  public var start: Milliseconds
  /// How long it lasts by the clock on the wall; it may run past midnight. See ``tour(startingOn:in:)``.
  public var length: Milliseconds
  /// Its breaks, earliest first.
  public var breaks: [Break]

  /// A shift.
  public init(id: String, start: Milliseconds, length: Milliseconds, breaks: [Break] = []) {
    self.id = id
    self.start = start
    self.length = length
    self.breaks = breaks
  }
}

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

/// When how many handlers of a team are rostered.
public enum Staff: Sendable, Equatable {
  /// Heads that start a shift on each day of the week.
  case shifts([ShiftHeads])
  /// Heads rostered in equal intervals of every week: `heads[weekday][interval of the day]`, Monday first.
  ///
  /// A head needed in neighbouring intervals is one handler who stays. 24 intervals are hours, 48 are half-hours.
  case intervals(heads: [[Int]])
  /// Named people and when they work.
  case roster([RosterRow])
  /// Groups of people who take turns at shifts in a cycle of days, such as five shifts of response officers.
  case rotation(Rotation)

  /// The heads that start one shift.
  public struct ShiftHeads: Sendable, Equatable {
    /// The shift, by name.
    public var shift: String
    /// Heads that start it on each day, Monday first.
    public var heads: [Int]
    /// Heads that start it on a public holiday, whatever day that is; nil for as many as on any such day.
    public var holiday: Int?

    /// The heads of a shift.
    public init(shift: String, heads: [Int], holiday: Int? = nil) {
      self.shift = shift
      self.heads = heads
      self.holiday = holiday
    }

    /// The heads on a day of the week, 0 for Monday, which may be a public holiday.
    public func count(weekday: Int, isHoliday: Bool) -> Int { isHoliday ? holiday ?? heads[weekday] : heads[weekday] }
  }

  /// One person's tour.
  public struct RosterRow: Sendable, Equatable {
    /// Who.
    public var handler: String
    /// Milliseconds since the Unix epoch.
    public var start: Milliseconds
    /// Milliseconds since the Unix epoch.
    public var end: Milliseconds

    /// One person's tour.
    public init(handler: String, start: Milliseconds, end: Milliseconds) {
      self.handler = handler
      self.start = start
      self.end = end
    }
  }

  /// A cycle of days that groups of people go through one after another.
  public struct Rotation: Sendable, Equatable {
    /// What a group works on each day of the cycle: a shift, by name, or nil for a rest day.
    public var pattern: [String?]
    /// A day on which the first group is at the beginning of its cycle, in days since 1 January 1970.
    public var firstDay: Int
    /// The heads of each group. Group i of n is i/n of the cycle ahead of the first, rounded down to days.
    public var groups: [Int]

    /// A rotation.
    public init(pattern: [String?], firstDay: Int, groups: [Int]) {
      self.pattern = pattern
      self.firstDay = firstDay
      self.groups = groups
    }
  }
}
