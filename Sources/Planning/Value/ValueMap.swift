import Experiments

/// What one more handler is worth in every hour of the week, and one more unit on every tour of every hub.
///
/// Found by paired replay: the same callers, with and without the handler, so that the difference is the handler's alone.
/// A gain is a number of contacts of the measured days: positive is better.
public struct ValueMap: Sendable {
  /// What one more handler in one hour of one weekday, or of every day, does to one channel, on average over the times that
  /// hour comes: of two of them on a night on which the clocks go back.
  public struct Cell: Sendable, Equatable {
    /// How many more contacts are answered in time.
    public let inTime: Estimate
    /// How many fewer give up.
    public let saved: Estimate
    /// The points of service level, of offered and over all measured days, that ``inTime`` comes to: 0 … 100.
    public let points: Double

    /// Whether ``inTime`` is clearly not 0: by three standard errors, as of 168 hours eight are two standard errors from
    /// nothing by chance.
    public var isClear: Bool { inTime.isClear }
  }

  /// One channel in the map of a team.
  public struct ChannelMap: Sendable, Equatable {
    /// The channel.
    public let channel: String
    /// Whether the team answers it; others feel the handler too, as those who would have helped are free.
    public let isAnswered: Bool
    /// Whether its contacts lie over: its work is put off, it calls back, or somebody waited longer than six hours in a
    /// run without the handler. Then an hour's handler may gain something on any later day, and nothing tells on which
    /// weekday the handler was.
    public let liesOver: Bool
    /// By hour of the week, Monday 00:00 first, 168 of them; nil where the measured days have no such hour, and throughout
    /// if ``liesOver``.
    public let cells: [Cell?]
    /// By hour of the day, what one more in that hour of every day does for each such day, whenever it shows; nil where no
    /// measured day has that hour.
    public let byHour: [Cell?]
  }

  /// One grade in the map of a team.
  public struct GradeMap: Sendable, Equatable {
    /// The grade.
    public let grade: String
    /// By hour of the week as ``ChannelMap/cells``, the incidents more attended in time. Whoever opened an incident may wait
    /// for a unit longer than a day, and units take other turns; so these are far less certain than what becomes of contacts.
    public let cells: [Estimate?]
    /// By hour of the day, what one more handler in that hour of every day does for each such day, whenever it shows.
    public let byHour: [Estimate]

    /// Whether any hour of the day clearly changes anything: by three standard errors, as of 24 hours one or two are two
    /// standard errors from nothing by chance.
    public var isClear: Bool { byHour.contains(where: \.isClear) }
  }

  /// What one more handler of a team is worth.
  public struct TeamMap: Sendable, Equatable {
    /// The team.
    public let team: String
    /// What a rostered hour costs.
    public let costPerHour: Double
    /// Every channel with a target.
    public let channels: [ChannelMap]
    /// Every grade with a target.
    public let grades: [GradeMap]
  }

  /// What one more unit is worth on one tour of a hub.
  public struct TourGain: Sendable, Equatable {
    /// The hub.
    public let hub: String
    /// The shift of the tour.
    public let shift: String
    /// How many officers the unit has.
    public let officers: Int
    /// What one tour of the unit costs, premiums included: on average over its tours that reach into the measured days, each
    /// from its first hour to its last.
    public let cost: Double
    /// By grade with a target, in the order of ``grades``, the incidents more attended in time for each tour.
    public let inTime: [Estimate]
  }

  /// The teams.
  public let teams: [TeamMap]
  /// The grades with targets.
  public let grades: [String]
  /// The tours of hubs.
  public let tours: [TourGain]
  /// Whether any tour costs anything.
  public var hasPrices: Bool { tours.contains { $0.cost > 0 } }
  /// How often every plan was simulated.
  public let replications: Int
  /// The seed.
  public let seed: UInt64
}
