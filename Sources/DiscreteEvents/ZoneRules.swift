/// A moment as a wall clock and a wall calendar show it.
public struct CivilTime: Hashable, Sendable {
  /// The year of the proleptic Gregorian calendar.
  public var year: Int
  /// 1 for January … 12 for December.
  public var month: Int
  /// 1 … 31.
  public var day: Int
  /// Milliseconds since local midnight as the clock shows it, 0 ..< 86,400,000.
  public var timeOfDay: Milliseconds

  /// A wall-clock moment.
  public init(year: Int, month: Int, day: Int, timeOfDay: Milliseconds = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.timeOfDay = timeOfDay
  }

  /// Days since 1 January 1970 on the calendar, without regard to any zone.
  ///
  /// - Precondition: the year is within ±1,000,000,000.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
  public var dayNumber: Int {
    precondition(Self.years ~= year, "a year is within ±1,000,000,000")
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar date `dayNumber` days after 1 January 1970, at `timeOfDay` (civil_from_days of the same source).
  ///
  /// - Precondition: `dayNumber` is within ±365,000,000,000, hence the year within ±1,000,000,000.
  public init(dayNumber: Int, timeOfDay: Milliseconds = 0) {
    precondition(Self.days ~= dayNumber, "a day is within ±365,000,000,000 of 1 January 1970")
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.timeOfDay = timeOfDay
  }

  /// 0 for Monday … 6 for Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// What can be reckoned with: more than instants in ``Milliseconds`` can be of.
  private static let years = -1_000_000_000...1_000_000_000
  private static let days = -365_000_000_000...365_000_000_000
}

/// How far a place's clocks are from UTC, and when that changes.
///
/// Plain data, so that the simulation itself never asks the operating system what time it is anywhere.
public struct ZoneRules: Equatable, Sendable {
  /// From `instant` on, clocks show UTC plus `offset`.
  public struct Transition: Equatable, Sendable, BitwiseCopyable {
    /// Milliseconds since the Unix epoch.
    public var instant: Milliseconds
    /// Milliseconds to add to UTC; positive east of Greenwich.
    public var offset: Milliseconds

    /// A change of the clocks.
    public init(instant: Milliseconds, offset: Milliseconds) {
      self.instant = instant
      self.offset = offset
    }
  }

  /// The zone's name in the time zone database, for example `Europe/London`.
  public var name: String
  /// The offset before the first transition.
  public var initialOffset: Milliseconds
  /// Changes of the clocks, earliest first.
  public var transitions: [Transition]

  /// Rules from data; `transitions` must be sorted by instant.
  public init(name: String, initialOffset: Milliseconds, transitions: [Transition] = []) {
    self.name = name
    self.initialOffset = initialOffset
    self.transitions = transitions
  }

  /// Coordinated Universal Time: no offset, no changes.
  public static let utc = ZoneRules(name: "UTC", initialOffset: 0)

  /// The offset from UTC in force at `instant` (milliseconds since the Unix epoch). O(log transitions).
  public func offset(at instant: Milliseconds) -> Milliseconds {
    let passed = transitionsPassed(at: instant)
    return passed == 0 ? initialOffset : transitions[passed - 1].offset
  }

  /// When clocks change next after `instant` (milliseconds since the Unix epoch); nil if never. O(log transitions).
  public func nextChange(after instant: Milliseconds) -> Milliseconds? {
    let passed = transitionsPassed(at: instant)
    return passed < transitions.count ? transitions[passed].instant : nil
  }

  /// How many of the transitions have happened at `instant`.
  private func transitionsPassed(at instant: Milliseconds) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the wall shows at `instant` (milliseconds since the Unix epoch).
  public func civilTime(at instant: Milliseconds) -> CivilTime {
    let (dayNumber, timeOfDay) = dayAndTime(at: instant)
    return CivilTime(dayNumber: dayNumber, timeOfDay: timeOfDay)
  }

  /// The day since 1 January 1970, and the time of it, that the wall shows at `instant`: as ``civilTime(at:)``, for whoever
  /// does not ask for the month. O(log transitions).
  package func dayAndTime(at instant: Milliseconds) -> (dayNumber: Int, timeOfDay: Milliseconds) {
    let local = instant.moved(by: offset(at: instant))
    let (day, rest) = local.quotientAndRemainder(dividingBy: .day)
    return rest < 0 ? (Int(day) - 1, rest + .day) : (Int(day), rest)
  }

  /// The other instant at which the wall shows what it shows at `instant`, because the clocks go back in between; nil if
  /// there is none. O(log transitions).
  public func otherInstant(showing instant: Milliseconds) -> Milliseconds? {
    let present = offset(at: instant)
    for other in [offset(at: instant.moved(by: -.day)), offset(at: instant.moved(by: .day))] where other != present {
      let candidate = instant.moved(by: present - other)
      if offset(at: candidate) == other { return candidate }
    }
    return nil
  }

  /// The instant (milliseconds since the Unix epoch) at which the wall shows `civil`.
  ///
  /// A wall time that happens twice (clocks going back) means its first occurrence; one that never happens (clocks going
  /// forward) means as long after the change as it would have been, so 01:30 on a skipped hour reads 02:30.
  ///
  /// - Precondition: the year is within ±290,000,000, of which there are instants.
  public func instant(of civil: CivilTime) -> Milliseconds {
    precondition(-290_000_000...290_000_000 ~= civil.year, "there are instants of years within ±290,000,000")
    let local = Milliseconds(civil.dayNumber) * .day + civil.timeOfDay
    // The two offsets that could be in force around that wall time; offsets never exceed a day.
    let before = offset(at: local - .day)
    let first = local - before
    if offset(at: first) == before { return first }
    let after = offset(at: local + .day)
    let second = local - after
    return offset(at: second) == after ? second : first
  }
}

extension Milliseconds {
  /// This instant and a length of time, or the first or last instant there is where that is beyond it.
  fileprivate func moved(by length: Milliseconds) -> Milliseconds {
    let (sum, isBeyond) = addingReportingOverflow(length)
    return isBeyond ? (length < 0 ? .min : .max) : sum
  }
}
