import DiscreteEvents

/// The rate at which a channel's contacts come, as it changes through the year.
///
/// The expected rate is the yearly volume over 365 average days, times the weights of the month, the weekday and the hour,
/// each list divided by its mean. Busyness multiplies it by a factor for the day and one for the interval, both
/// gamma-distributed with mean one and drawn from the channel's own keys. The intervals' factors follow a stationary
/// Gaussian autoregression within the day, carried to gamma through the normal distribution function.
struct ArrivalRates {
  private let perMillisecond: Double
  private let hourOfWeek: [Double]
  private let month: [Double]
  private let busyness: ArrivalProfile.Busyness?
  private let interval: Milliseconds
  private let dayKey: RandomKey
  private let dayShape: Double
  private let intervalShape: Double

  // The busyness of the day and interval last asked for: an autoregression goes forward most cheaply from where it is.
  private var day = Int.min
  private var dayFactor = 1.0
  private var intervalIndex = -1
  private var latent = 0.0

  init(_ profile: ArrivalProfile, interval: Milliseconds, key: RandomKey) {
    perMillisecond = profile.perYear / 365 / Double(Milliseconds.day)
    month = Self.relative(profile.month)
    if let weights = profile.byHourOfWeek {
      hourOfWeek = Self.relative(weights)
    } else {
      let hours = Self.relative(profile.hourOfDay)
      hourOfWeek = Self.relative(profile.dayOfWeek).flatMap { day in hours.map { $0 * day } }
    }
    busyness = profile.busyness
    self.interval = interval
    dayKey = key.derived(named: "busyness")
    dayShape = Self.shape(profile.busyness?.day)
    intervalShape = Self.shape(profile.busyness?.interval)
  }

  /// Weights divided by their mean.
  private static func relative(_ weights: [Double]) -> [Double] {
    let mean = weights.reduce(0, +) / Double(weights.count)
    return weights.map { $0 / mean }
  }

  /// The shape of a gamma distribution of mean one and this coefficient of variation: 1/cv².
  private static func shape(_ cv: Double?) -> Double {
    guard let cv, cv > 0 else { return .infinity }
    return 1 / (cv * cv)
  }

  /// The expected number of contacts per millisecond at a wall-clock time.
  mutating func rate(at civil: CivilTime) -> Double {
    let hour = Int(civil.timeOfDay / .hour)
    let expected = perMillisecond * month[civil.month - 1] * hourOfWeek[civil.weekday * 24 + hour]
    return busyness == nil ? expected : expected * factor(at: civil)
  }

  private mutating func factor(at civil: CivilTime) -> Double {
    let number = civil.dayNumber
    let key = dayKey.derived(UInt64(bitPattern: Int64(number)))
    if number != day {
      day = number
      var stream = key.stream(Purpose.dayBusyness)
      dayFactor =
        dayShape == .infinity ? 1 : PortableMath.gammaQuantile(stream.uniform(), shape: dayShape) / dayShape
      intervalIndex = -1
    }
    guard intervalShape != .infinity, let busyness else { return dayFactor }
    let index = Int(civil.timeOfDay / interval)
    // On the night the clocks go back the wall shows an interval again: it is as busy as it was.
    if index < intervalIndex { intervalIndex = -1 }
    while intervalIndex < index {
      intervalIndex += 1
      var stream = key.derived(UInt64(intervalIndex)).stream(Purpose.intervalBusyness)
      let fresh = PortableMath.normalQuantile(stream.uniform())
      let memory = intervalIndex == 0 ? 0 : busyness.correlation
      latent = memory * latent + (1 - memory * memory).squareRoot() * fresh
    }
    let share = PortableMath.normalCDF(latent)
    return dayFactor * PortableMath.gammaQuantile(share, shape: intervalShape) / intervalShape
  }
}
