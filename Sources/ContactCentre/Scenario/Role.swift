import DiscreteEvents

/// The terms on which handlers, dispatchers or officers of one kind work: how many turn up, how late, and what is paid
/// besides the rate of an hour.
public struct Role: Sendable, Equatable {
  /// How many of those rostered turn up; nil for what the scenario says of everybody.
  public var attendance: Attendance?
  /// How long after the start of their tours people are ready to work, in seconds; nil for no time at all.
  public var lateness: Distribution?
  /// How many times the rate an hour of overtime costs. Nil: once for people brought in to make up a minimum, and nothing
  /// for handlers who finish a contact beyond the end of their tour.
  public var overtime: Double?
  /// What is paid on top for unsocial hours, by name.
  public var premiums: [Premium]

  /// Terms.
  public init(
    attendance: Attendance? = nil, lateness: Distribution? = nil, overtime: Double? = nil, premiums: [Premium] = []
  ) {
    self.attendance = attendance
    self.lateness = lateness
    self.overtime = overtime
    self.premiums = premiums
  }
}

/// The probability that somebody rostered turns up for a tour, by the month in which the tour begins.
public struct Attendance: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// 0 … 1 for each month, January first.
  public let byMonth: [Double]

  /// The same all year.
  public init(_ share: Double) { byMonth = Array(repeating: share, count: 12) }

  /// Twelve shares, January's first.
  ///
  /// - Precondition: there are twelve.
  public init(byMonth: [Double]) {
    precondition(byMonth.count == 12, "a year has twelve months")
    self.byMonth = byMonth
  }

  /// The same all year.
  public init(floatLiteral share: Double) { self.init(share) }

  /// Everybody or nobody.
  public init(integerLiteral share: Int) { self.init(Double(share)) }

  /// Whether everybody always turns up.
  public var isFull: Bool { byMonth.allSatisfy { $0 >= 1 } }

  /// The share of a civil day, in days since 1 January 1970.
  public func share(on day: Int) -> Double { byMonth[CivilTime(dayNumber: day).month - 1] }
}

/// What rostered hours cost on top at certain hours, on certain days.
public struct Premium: Sendable, Equatable {
  /// Its name, for example `nights`.
  public var id: String
  /// The hours of the day it is paid for, by the wall clock; nil for all of a day.
  public var hours: Hours?
  /// The days on which its hours begin; nil for every day.
  public var days: Days?
  /// How many times the rate is paid on top.
  public var extra: Double

  /// A stretch of every day. One whose end is not after its start runs past midnight and belongs to the day it begins on.
  public struct Hours: Sendable, Equatable {
    /// After midnight.
    public var from: Milliseconds
    /// After midnight.
    public var to: Milliseconds

    /// A stretch of every day.
    public init(from: Milliseconds, to: Milliseconds) {
      self.from = from
      self.to = to
    }
  }

  /// Some days of the week, public holidays, or both.
  public struct Days: Sendable, Equatable {
    /// 0 for Monday … 6 for Sunday.
    public var weekdays: Set<Int>
    /// Whether the calendar's public holidays are among them, whatever day of the week they are.
    public var holidays: Bool

    /// Some days.
    public init(weekdays: Set<Int>, holidays: Bool = false) {
      self.weekdays = weekdays
      self.holidays = holidays
    }
  }

  /// A premium.
  public init(id: String, hours: Hours? = nil, days: Days? = nil, extra: Double) {
    self.id = id
    self.hours = hours
    self.days = days
    self.extra = extra
  }
}
