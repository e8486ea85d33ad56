import DiscreteEvents

extension ZoneRules {
  /// For how long the wall shows the times of a stretch of local time, in milliseconds since 1 January 1970 by its clock:
  /// nothing where the clocks pass over it, twice its length where they go back over it. O(log transitions).
  func time(showing local: Range<Milliseconds>) -> Milliseconds {
    let end = local.upperBound + .day
    var from = local.lowerBound - .day
    var sum: Milliseconds = 0
    while from < end {
      let next = min(nextChange(after: from) ?? end, end)
      let offset = offset(at: from)
      sum += max(0, min(local.upperBound - offset, next) - max(local.lowerBound - offset, from))
      from = next
    }
    return sum
  }

  /// How often the wall shows each of so many intervals of a civil day: once, but on the days on which the clocks change.
  ///
  /// Of intervals that do not divide an hour nobody knows how much of them comes in the hour that clocks pass over or repeat: once.
  func showings(dayNumber: Int, perDay: Int) -> [Double] {
    let start = Milliseconds(dayNumber) * .day
    guard perDay % 24 == 0, time(showing: start..<start + .day) != .day else {
      return [Double](repeating: 1, count: perDay)
    }
    let length = .day / Milliseconds(perDay)
    return (0..<perDay).map { interval in
      let first = start + Milliseconds(interval) * length
      return Double(time(showing: first..<first + length)) / Double(length)
    }
  }
}
