import DiscreteEvents

/// The few shifts that tours of duty follow.
///
/// Shifts say more than heads by half-hour do: where one ends and the next begins, handlers of both are there for the time
/// it takes to finish the work in hand.
enum ShiftPatterns {
  private static let cells = AgentActivity.cells
  /// A shift that fewer of the tours follow is no shift.
  private static let smallest = 0.02
  /// Half-hours by which a tour may miss its shift at either end.
  private static let tolerance = 4
  private static let most = 24

  private struct Kind: Hashable {
    var start: Int
    var length: Int

    /// The half-hours that lie between the starts, or between the ends if these are more.
    func distance(to other: Kind) -> Int {
      max(Self.between(start, other.start), Self.between(start + length, other.start + other.length))
    }

    /// The half-hours between two times of day, the shorter way round the clock.
    private static func between(_ one: Int, _ other: Int) -> Int {
      let apart = abs(one - other) % ShiftPatterns.cells
      return min(apart, ShiftPatterns.cells - apart)
    }
  }

  /// The shifts with their heads, none if tours do not follow a few or shifts would not give nearly the same `heads` by
  /// weekday and half-hour. Tours are given by their first and last half-hour from midnight of 1 January 1970.
  static func find(
    _ tours: [(first: Int, last: Int)], wholeDays: Set<Int>, heads: [[Double]]
  ) -> [LearnedTeam.Pattern] {
    // Tours that began before the records, or are not over when these end, have no known length.
    let ordered = wholeDays.sorted()
    let days = ordered.count >= 9 ? Set(ordered.dropFirst().dropLast()) : wholeDays
    let known = tours.filter { days.contains($0.first / cells) && $0.last - $0.first < cells }
    guard known.count >= 20 else { return [] }
    let kinds = known.map { Kind(start: $0.first % cells, length: $0.last - $0.first + 1) }
    var counts: [Kind: Int] = [:]
    for kind in kinds { counts[kind, default: 0] += 1 }
    let main = counts.filter { Double($0.value) >= smallest * Double(known.count) }
      .sorted { (-$0.value, $0.key.start, $0.key.length) < (-$1.value, $1.key.start, $1.key.length) }.map(\.key)
    guard !main.isEmpty, main.count <= most else { return [] }

    var starting = main.map { _ in [Double](repeating: 0, count: 7) }
    for (tour, kind) in zip(known, kinds) {
      let nearest = main.indices.min { main[$0].distance(to: kind) < main[$1].distance(to: kind) }
      guard let nearest, main[nearest].distance(to: kind) <= tolerance else { continue }
      starting[nearest][CivilTime(dayNumber: tour.first / cells).weekday] += 1
    }
    var daysOf = [Double](repeating: 0, count: 7)
    for day in days { daysOf[CivilTime(dayNumber: day).weekday] += 1 }
    let patterns = zip(main, starting).map { kind, counts in
      LearnedTeam.Pattern(
        start: kind.start, length: kind.length,
        heads: (0..<7).map { Int((counts[$0] / max(1, daysOf[$0])).rounded()) })
    }.filter { $0.heads.contains { $0 > 0 } }.sorted { ($0.start, $0.length) < ($1.start, $1.length) }
    return isFaithful(patterns, heads) ? patterns : []
  }

  /// Heads by weekday and half-hour of these shifts.
  static func heads(of patterns: [LearnedTeam.Pattern]) -> [[Int]] {
    var heads = [Int](repeating: 0, count: 7 * cells)
    for pattern in patterns {
      for weekday in 0..<7 {
        for cell in 0..<pattern.length {
          heads[(weekday * cells + pattern.start + cell) % (7 * cells)] += pattern.heads[weekday]
        }
      }
    }
    return (0..<7).map { Array(heads[$0 * cells..<($0 + 1) * cells]) }
  }

  /// Whether shifts are no further from the mean heads than whole heads must be, and a little.
  private static func isFaithful(_ patterns: [LearnedTeam.Pattern], _ means: [[Double]]) -> Bool {
    var (apart, roundedApart, total) = (0.0, 0.0, 0.0)
    for (row, mean) in zip(heads(of: patterns), means) {
      for (heads, mean) in zip(row, mean) {
        apart += (Double(heads) - mean).magnitude
        roundedApart += (mean.rounded() - mean).magnitude
        total += mean
      }
    }
    return apart <= roundedApart + 0.03 * total
  }
}
