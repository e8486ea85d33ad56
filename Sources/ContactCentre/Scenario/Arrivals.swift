import DiscreteEvents

/// When the contacts of a channel come.
public enum Arrivals: Sendable, Equatable {
  /// At random, at a rate that follows the year, the week and the day.
  case profile(ArrivalProfile)
  /// Exactly as recorded, earliest first.
  case trace([TraceRow])
  /// By appointment.
  case appointments(AppointmentBook)
}

/// A yearly volume and its shape.
public struct ArrivalProfile: Sendable, Equatable {
  /// How much busier or quieter than expected days and intervals happen to be.
  ///
  /// Each factor is gamma-distributed with mean one. Factors of different days are independent; those of neighbouring
  /// intervals of one day are correlated, and those on either side of midnight are not.
  public struct Busyness: Sendable, Equatable {
    /// Coefficient of variation of the day's factor.
    public var day: Double
    /// Coefficient of variation of the interval's factor.
    public var interval: Double
    /// Correlation of the factors of neighbouring intervals, before their transformation to gamma, 0 ..< 1. That of the
    /// factors themselves is a little less: of 0.8, 0.77 if their coefficient of variation is 1, and 0.72 if it is 2.
    public var correlation: Double

    /// A busyness.
    public init(day: Double = 0, interval: Double = 0, correlation: Double = 0) {
      self.day = day
      self.interval = interval
      self.correlation = correlation
    }
  }

  /// The expected number of contacts in 365 average days.
  public var perYear: Double
  /// Relative weights of the 24 hours of the day; ignored where `byHourOfWeek` is given.
  public var hourOfDay: [Double]
  /// Relative weights of the days, Monday first; ignored where `byHourOfWeek` is given.
  public var dayOfWeek: [Double]
  /// Relative weights of the months, January first.
  public var month: [Double]
  /// Relative weights of the 168 hours of the week, Monday 00:00 first.
  public var byHourOfWeek: [Double]?
  /// The relative weight of a public holiday, instead of its weekday's; nil: holidays are days like any other. Ignored where
  /// `byHourOfWeek` is given.
  public var holiday: Double?
  /// Random variation of the rate itself, if any.
  public var busyness: Busyness?
  /// How many times as many come as all this says.
  public var scale: Double
  /// Stretches of time in which more or fewer come.
  public var factors: [Factor]
  /// Messages to the public that raise replies.
  public var messages: [Message]

  /// A profile; weights not given are flat.
  public init(
    perYear: Double, hourOfDay: [Double] = Array(repeating: 1, count: 24),
    dayOfWeek: [Double] = Array(repeating: 1, count: 7), month: [Double] = Array(repeating: 1, count: 12),
    byHourOfWeek: [Double]? = nil, holiday: Double? = nil, busyness: Busyness? = nil, scale: Double = 1,
    factors: [Factor] = [], messages: [Message] = []
  ) {
    self.perYear = perYear
    self.hourOfDay = hourOfDay
    self.dayOfWeek = dayOfWeek
    self.month = month
    self.byHourOfWeek = byHourOfWeek
    self.holiday = holiday
    self.busyness = busyness
    self.scale = scale
    self.factors = factors
    self.messages = messages
  }
}

/// One recorded contact. What the record does not say is drawn as the channel says.
public struct TraceRow: Sendable, Equatable {
  /// Milliseconds since the Unix epoch.
  public var time: Milliseconds
  /// Seconds a handler spent with it.
  public var handling: Double?
  /// Seconds of wrap-up.
  public var wrapUp: Double?
  /// Seconds it would have waited.
  public var patience: Double?
  /// What it turned out to be: an outcome of its channel, by name, or ``other``.
  public var outcome: String?
  /// Who it was.
  public var caller: String?
  /// Where it happened, in degrees north.
  public var latitude: Double?
  /// Where it happened, in degrees east.
  public var longitude: Double?
  /// The stages of its channel it went through before the queue, in order: what is said of one holds where
  /// ``FrontStage/isRecorded`` is true.
  public var front: [RecordedStage]

  /// The ``outcome`` of a contact that is known to have been none of those its channel has.
  public static let other = "other"

  /// A recorded contact.
  public init(
    time: Milliseconds, handling: Double? = nil, wrapUp: Double? = nil, patience: Double? = nil,
    outcome: String? = nil, caller: String? = nil, latitude: Double? = nil, longitude: Double? = nil,
    front: [RecordedStage] = []
  ) {
    self.time = time
    self.handling = handling
    self.wrapUp = wrapUp
    self.patience = patience
    self.outcome = outcome
    self.caller = caller
    self.latitude = latitude
    self.longitude = longitude
    self.front = front
  }
}
