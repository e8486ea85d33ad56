import DiscreteEvents
import ScenarioFile

/// Turns the moments of a history to the clocks of one place.
///
/// Histories may be long, and a wrong date in one may be of any year: rules are looked up for twenty years at a time.
struct HistoryClock {
  /// The zone's name in the time zone database.
  let timeZone: String
  /// Whether moments with an offset are days, as tables have them that know no days without a time.
  private(set) var hasDaysOnly = false
  private var rules: [Int64: ZoneRules] = [:]

  private static let span = 7_305 * Milliseconds.day

  init(timeZone: String) { self.timeZone = timeZone }

  /// Learns from the first moments of a history, all of which are midnights if it is of days.
  mutating func set(by moments: [InstantText.Moment]) {
    hasDaysOnly = moments.allSatisfy { $0.civil.timeOfDay == 0 }
  }

  /// What the wall shows at a moment, or its date if there are days only.
  mutating func civilTime(of moment: InstantText.Moment) -> CivilTime {
    guard case .fixed = moment.offset, !(hasDaysOnly && moment.civil.timeOfDay == 0) else { return moment.civil }
    let instant = moment.instant(in: .utc)
    let place = instant / Self.span - (instant < 0 ? 1 : 0)
    if let known = rules[place] { return known.civilTime(at: instant) }
    let found = ZoneRules.named(timeZone, from: place * Self.span, to: (place + 1) * Self.span) ?? .utc
    rules[place] = found
    return found.civilTime(at: instant)
  }
}
