import DiscreteEvents

/// The rate at which a channel's contacts come, as it changes through the year.
///
/// The expected rate is that of the profile's ``ArrivalProfile/Weights``. Busyness multiplies it by a factor for the day and
/// one for the interval, both gamma-distributed with mean one and drawn from the channel's own keys. The intervals' factors
/// follow a stationary Gaussian autoregression within the day, carried to gamma through the normal distribution function.
/// The profile's scale, and the factors of the stretches of time a cell lies in, multiply all of it.
struct ArrivalRates {
  private let weights: ArrivalProfile.Weights
  private let holidays: Set<Int>
  private let busyness: ArrivalProfile.Busyness?
  private let scale: Double
  /// With their ends rounded to cells.
  private let factors: [ArrivalProfile.Factor]
  private let interval: Milliseconds
  private let dayKey: RandomKey
  private let dayShape: Double
  private let intervalShape: Double

  // The busyness of the day and interval last asked for: an autoregression goes forward most cheaply from where it is.
  private var day = Int.min
  private var dayFactor = 1.0
  private var intervalIndex = -1
  private var latent = 0.0

  init(_ profile: ArrivalProfile, calendar: ScenarioCalendar, key: RandomKey) {
    weights = ArrivalProfile.Weights(profile)
    holidays = weights.hasHolidays ? Set(calendar.holidays) : []
    busyness = profile.busyness
    scale = profile.scale
    factors = profile.factors.map { factor in
      var rounded = factor
      rounded.from = Self.roundedToCell(factor.from)
      rounded.to = Self.roundedToCell(factor.to)
      return rounded
    }
    interval = calendar.interval
    dayKey = key.derived(named: "busyness")
    dayShape = Self.shape(profile.busyness?.day)
    intervalShape = Self.shape(profile.busyness?.interval)
  }

  /// The shape of a gamma distribution of mean one and this coefficient of variation: 1/cv².
  private static func shape(_ cv: Double?) -> Double {
    guard let cv, cv > 0 else { return .infinity }
    return 1 / (cv * cv)
  }

  /// The beginning of the cell that an instant since the epoch is nearest to.
  private static func roundedToCell(_ instant: Milliseconds) -> Milliseconds {
    let half = instant + DemandTape.cellLength / 2
    let cell = half >= 0 ? half / DemandTape.cellLength : (half + 1) / DemandTape.cellLength - 1
    return cell * DemandTape.cellLength
  }

  /// The instants since the epoch at which a stretch of time with a factor begins or ends.
  var boundaries: [Milliseconds] { factors.flatMap { [$0.from, $0.to] } }

  /// The expected number of contacts per millisecond at an instant since the epoch, when the wall shows `civil`.
  mutating func rate(at instant: Milliseconds, _ civil: CivilTime) -> Double {
    let expected = weights.rate(at: civil, isHoliday: weights.hasHolidays && holidays.contains(civil.dayNumber))
    return (busyness == nil ? expected : expected * factor(at: civil)) * multiplier(at: instant)
  }

  /// How many times as many come at an instant since the epoch as is usual at that hour.
  func multiplier(at instant: Milliseconds) -> Double {
    factors.reduce(scale) { product, factor in
      instant >= factor.from && instant < factor.to ? product * factor.times : product
    }
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
