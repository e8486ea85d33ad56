import DiscreteEvents
import ScenarioFile

/// Reads the moments of records by the clocks of one place.
///
/// The rules of the place's clocks are looked up once, for ten years on either side of the first moment read.
struct RecordClock {
  /// The zone's name in the time zone database.
  let name: String
  private(set) var zone = ZoneRules.utc
  private var range: ClosedRange<Milliseconds>?

  private static let reach = 3_653 * Milliseconds.day

  /// Clocks of the zone called `name`; nil if there is none.
  init?(zone name: String) {
    guard ZoneRules.named(name, from: 0, to: 0) != nil else { return nil }
    self.name = name
  }

  /// The instant of a moment in milliseconds since the Unix epoch, or nil if it is far from all others.
  mutating func instant(_ moment: InstantText.Moment) -> Milliseconds? {
    if let range {
      let instant = moment.instant(in: zone)
      return range.contains(instant) ? instant : nil
    }
    let roughly = moment.instant(in: .utc)
    zone = ZoneRules.named(name, from: roughly - Self.reach, to: roughly + Self.reach) ?? .utc
    range = roughly - Self.reach...roughly + Self.reach
    return moment.instant(in: zone)
  }
}

extension CivilTime {
  /// The midnight of a date such as `2022-07-22`; nil for anything else.
  public init?(isoDate text: String) {
    guard let moment = InstantText.moment(Array(text.utf8)[...]), moment.civil.timeOfDay == 0, text.utf8.count == 10
    else {
      return nil
    }
    self = moment.civil
  }
}
