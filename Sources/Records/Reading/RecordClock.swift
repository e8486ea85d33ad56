import DiscreteEvents
import ScenarioFile

/// Reads the moments of records by the clocks of one place.
///
/// The rules of the place's clocks are looked up once, for ten years on either side of what most records are about.
struct RecordClock {
  /// The zone's name in the time zone database.
  let name: String
  private(set) var zone = ZoneRules.utc
  private var range: ClosedRange<Milliseconds>?

  private static let reach = 3_653 * Milliseconds.day

  /// Clocks of the zone called `name`, which there is.
  init(zone name: String) { self.name = name }

  /// Whether it knows the time that the records are about.
  var isSet: Bool { range != nil }

  /// Sets the clocks to the time that records are about: the median of some of their moments, so that a wrong date among
  /// them, be it the first, is far from the others and not they from it.
  mutating func set(by moments: [InstantText.Moment]) {
    let roughly = moments.map { $0.instant(in: .utc) }.sorted()
    guard !roughly.isEmpty else { return }
    let median = roughly[roughly.count / 2]
    zone = ZoneRules.named(name, from: median - Self.reach, to: median + Self.reach) ?? .utc
    range = median - Self.reach...median + Self.reach
  }

  /// The instant of a moment in milliseconds since the Unix epoch, or nil if it is more than ten years from most others.
  func instant(_ moment: InstantText.Moment) -> Milliseconds? {
    let instant = moment.instant(in: zone)
    return range?.contains(instant) == true ? instant : nil
  }
}
