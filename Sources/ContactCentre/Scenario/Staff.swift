import DiscreteEvents

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
