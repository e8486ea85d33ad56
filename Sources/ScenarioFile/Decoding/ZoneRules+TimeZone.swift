import DiscreteEvents
import Foundation

extension ZoneRules {
  /// Zones that the time zone database calls by the name of a country alone.
  private static let countries: Set<String> = [
    "Cuba", "Egypt", "Eire", "GB", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Libya", "NZ", "Poland",
    "Portugal", "Singapore", "Turkey",
  ]

  /// Whether the time zone database has a zone of that full name.
  public static func isKnown(_ name: String) -> Bool { named(name, from: 0, to: 0) != nil }

  /// The rules of a zone of the time zone database between two instants (milliseconds since the Unix epoch) and a year
  /// on either side, or nil where there is no zone of that name.
  ///
  /// Only full names such as `Europe/London` count, those of ``countries``, and `UTC` and `GMT`: Foundation also knows
  /// abbreviations, and by `BST` it means Bangladesh. O(days in between).
  public static func named(_ name: String, from start: Milliseconds, to end: Milliseconds) -> ZoneRules? {
    let isFullName = name.contains("/") || countries.contains(name) || TimeZone.knownTimeZoneIdentifiers.contains(name)
    guard name == "UTC" || isFullName, let zone = TimeZone(identifier: name) else { return nil }
    func offset(_ second: Int64) -> Milliseconds {
      Milliseconds(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))) * .second
    }
    let day: Int64 = 86_400
    // Whole days, so that the table depends on the dates alone.
    var current = (start / Milliseconds.day - 366) * day
    let last = (end / Milliseconds.day + 366) * day
    var rules = ZoneRules(name: name, initialOffset: offset(current))
    var currentOffset = rules.initialOffset
    // Looked for day by day, because Foundation's own list of transitions leaves out those that are not about daylight.
    while current < last {
      let next = current + day
      let nextOffset = offset(next)
      if nextOffset != currentOffset {
        var (before, after) = (current, next)
        while after - before > 1 {
          let middle = before + (after - before) / 2
          if offset(middle) == currentOffset { before = middle } else { after = middle }
        }
        rules.transitions.append(Transition(instant: after * .second, offset: nextOffset))
        currentOffset = nextOffset
      }
      current = next
    }
    return rules
  }
}
