import DiscreteEvents

/// How many contacts are to be expected in the days after a history.
public struct VolumeForecast: Sendable {
  /// What is expected of a day or an interval.
  public struct Volume: Sendable, Equatable {
    /// When it begins, by the local clock.
    public var start: CivilTime
    /// The mean count.
    public var expected: Double
    /// The interval that holds the count with 80 %.
    public var likely: ClosedRange<Double>
    /// The interval that holds the count with 95 %.
    public var possible: ClosedRange<Double>
    /// What is special about the day, empty if nothing is.
    public var occasion = ""
    /// What its intervals rest on.
    public var basis = Basis.tested
    /// Whether the day is one of ``SpecialDays``, some of which have no name.
    var isSpecial = false
    /// Whether it is a holiday.
    var isHoliday = false
  }

  /// What an interval rests on.
  public enum Basis: String, Sendable {
    /// Errors of back-tests as far ahead; those of a part of a day also on how such parts varied on past days.
    case tested
    /// The same, on a special day, of which back-tests tell nothing: it is wider by what past days of its kind and others
    /// varied by.
    case untested
    /// Errors of back-tests less far ahead, and a rule by which they grow.
    case extrapolated
    /// A tenth, because the history is too short for back-tests.
    case assumed
    /// Nothing: the history has no counts on any day of that weekday. It has the model's spread, from the other days.
    case unknown
  }

  /// One channel's volumes.
  public struct Channel: Sendable {
    /// Its name.
    public let name: String
    /// The model, and how it was chosen.
    public let choice: ModelChoice
    /// A volume for every day.
    public let days: [Volume]
    /// A volume for every interval of every day; the days again where no shorter ones are known.
    public let intervals: [Volume]
    /// Days unlike any in the history.
    let unseen: [Volume]
    /// Whether other holidays were seen, by which holidays among the unseen are forecast.
    let hasSeenHolidays: Bool
    /// Weekdays, from Monday's 0, of which the history has no day with counts.
    let unrecordedWeekdays: [Int]
    /// Days of the history, up to the last recorded, and from there to the last that is forecast.
    let historyDays: Int
    let daysAhead: Int
  }

  /// The channels, in the order of the history.
  public let channels: [Channel]
  /// Intervals in a day.
  public let perDay: Int
  /// The clocks that days and intervals are by.
  let zone: ZoneRules
  /// What the history was read from.
  let path: String
  /// What of the history could not be read.
  let loss: HistoryLoss

  /// Forecasts `days` days from `start`, which must not be before the history ends (nil: the day after its last).
  ///
  /// Tries all models on the past of each channel: a second or so for some years of days.
  ///
  /// Where the history has hours, an hour that the clocks pass over has no interval, and one that they repeat has both its
  /// halves in its interval; the day's volume follows.
  ///
  /// - Precondition: `days` is not negative, and `start` not before the day after the last of the history.
  public init(_ history: ContactHistory, days: Int, from start: CivilTime? = nil, special: SpecialDays = .init()) {
    precondition(days >= 0, "the number of days is not negative")
    precondition(
      start.map { $0.dayNumber >= history.firstDay + history.days } ?? true, "a forecast begins after its history")
    perDay = history.perDay
    zone = history.zone
    path = history.path
    loss = history.loss
    let first = start?.dayNumber ?? history.firstDay + history.days
    channels = history.channels.map {
      ChannelForecast($0, of: history, days: days, from: first, special: special).channel
    }
  }
}
