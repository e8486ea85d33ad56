// What is near enough for units to get there, and which journeys they may make.

extension Location {
  /// The degrees north that there are.
  package static let latitudes = -90.0...90
  /// The degrees east that there are.
  package static let longitudes = -180.0...180

  /// Whether two places are too far apart to be in one scenario: more than ``Limits/reach`` kilometres of great circle.
  package func isOutOfReach(of other: Location) -> Bool { kilometres(to: other) > Limits.reach }
}

extension Response {
  /// The journeys that units may make, in the order of places, of which `known` has none, either way: between areas, within
  /// an area, and between any of them, hubs and custody suites.
  package func journeysMissing(among known: Set<Set<String>>) -> [(from: String, to: String)] {
    Self.journeysMissing(
      among: known, hubs: hubs.map(\.id), areas: areas.map(\.id), suites: (custody?.suites ?? []).map(\.id))
  }

  /// As ``journeysMissing(among:)``, of hubs, areas and custody suites by name.
  package static func journeysMissing(
    among known: Set<Set<String>>, hubs: [String], areas: [String], suites: [String]
  ) -> [(from: String, to: String)] {
    var missing: [(from: String, to: String)] = []
    func need(_ from: String, _ to: String) {
      if !known.contains([from, to]) { missing.append((from, to)) }
    }
    for (index, area) in areas.enumerated() {
      for place in hubs + areas[index...] + suites { need(place, area) }
    }
    for suite in suites {
      for hub in hubs { need(suite, hub) }
    }
    return missing
  }
}
