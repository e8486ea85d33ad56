import ContactCentre

/// Counts incidents by place, on a grid that grows coarser where there are many: a map shows no more than so many spots.
struct SpotCounter {
  private struct Key: Hashable {
    var north: Int32
    var east: Int32
    var grade: UInt8
  }

  private static let most = 2_000
  /// The side of a square of the grid, in ten-millionths of a degree; a metre or so to begin with.
  private var side: Int32 = 100
  private var counts: [Key: Int] = [:]

  /// Counts the incident that opened.
  mutating func add(_ event: Event) {
    let point = event.point
    counts[key(point.latitude, point.longitude, event.detail), default: 0] += 1
    while counts.count > Self.most { coarsen() }
  }

  private func key(_ latitude: Int32, _ longitude: Int32, _ grade: UInt8) -> Key {
    Key(north: Self.floor(latitude, side), east: Self.floor(longitude, side), grade: grade)
  }

  private static func floor(_ number: Int32, _ side: Int32) -> Int32 {
    number / side - (number % side < 0 ? 1 : 0)
  }

  private mutating func coarsen() {
    side *= 2
    var coarser: [Key: Int] = [:]
    for (key, count) in counts {
      let wider = Key(north: Self.floor(key.north, 2), east: Self.floor(key.east, 2), grade: key.grade)
      coarser[wider, default: 0] += count
    }
    counts = coarser
  }

  /// What was counted, each square by its middle, in an order that does not depend on that of the table.
  var spots: [Course.Spot] {
    let sorted = counts.sorted {
      ($0.key.north, $0.key.east, $0.key.grade) < ($1.key.north, $1.key.east, $1.key.grade)
    }
    func degrees(_ place: Int32) -> Double { (Double(place) + 0.5) * Double(side) / 1e7 }
    return sorted.map { key, count in
      Course.Spot(
        location: Location(latitude: degrees(key.north), longitude: degrees(key.east)), grade: Int(key.grade),
        count: count)
    }
  }
}
