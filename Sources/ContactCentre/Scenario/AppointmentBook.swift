import DiscreteEvents

/// Visits by appointment: which times there are, how many of them are booked, and how punctually people come.
public struct AppointmentBook: Sendable, Equatable {
  /// The first time of a day, in milliseconds after midnight by the wall clock; a whole number of minutes.
  public var from: Milliseconds
  /// No time begins at this or later.
  public var to: Milliseconds
  /// From one time to the next; a whole number of minutes.
  public var every: Milliseconds
  /// How many people each time has room for, at most 65,536: so many appointments of one time have numbers of their own.
  public var places: Int
  /// Whether there are appointments on each day of the week, Monday first.
  public var days: [Bool]
  /// The probability that a place is booked, 0 … 1.
  public var booked: Double
  /// The probability that who booked comes, 0 … 1.
  public var shows: Double
  /// How much later people come than they mean to, in seconds.
  public var lateness: Distribution
  /// How long before the hour they mean to come.
  public var earliness: Milliseconds

  /// A book of appointments.
  public init(
    from: Milliseconds, to: Milliseconds, every: Milliseconds, places: Int = 1,
    days: [Bool] = Array(repeating: true, count: 7), booked: Double = 1, shows: Double = 1,
    lateness: Distribution = .constant(0), earliness: Milliseconds = 0
  ) {
    self.from = from
    self.to = to
    self.every = every
    self.places = places
    self.days = days
    self.booked = booked
    self.shows = shows
    self.lateness = lateness
    self.earliness = earliness
  }

  /// How many times of appointments a day has that has any.
  public var timesOfDay: Int { to > from ? Int((to - from + every - 1) / every) : 0 }
}
