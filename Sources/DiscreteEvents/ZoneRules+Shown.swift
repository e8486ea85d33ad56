/// When, and for how long, the wall shows a stretch of local time: on the days on which the clocks change, not once.
extension ZoneRules {
  /// The stretches of time in which the wall shows the times of a stretch of local time, earliest first.
  ///
  /// There is one, but where the clocks pass over all of it (none) or go back from it to before its end (two or more).
  /// What it would show in a time that the clocks pass over is left out, and not made up for later.
  package struct ShownStretches: Sequence, IteratorProtocol {
    private let zone: ZoneRules
    private let local: Range<Milliseconds>
    private var from: Milliseconds
    private let end: Milliseconds

    fileprivate init(_ zone: ZoneRules, _ local: Range<Milliseconds>) {
      self.zone = zone
      self.local = local
      // Offsets never exceed a day.
      from = local.lowerBound - .day
      end = local.upperBound + .day
    }

    /// The next stretch, in milliseconds since the Unix epoch. O(log transitions) but for the transitions in it.
    package mutating func next() -> Range<Milliseconds>? {
      var found: Range<Milliseconds>?
      while from < end {
        let next = Swift.min(zone.nextChange(after: from) ?? end, end)
        let offset = zone.offset(at: from)
        let start = Swift.max(local.lowerBound - offset, from)
        let stop = Swift.min(local.upperBound - offset, next)
        if start < stop {
          if let known = found, known.upperBound < start { return known }
          found = (found?.lowerBound ?? start)..<stop
        }
        from = next
      }
      return found
    }
  }

  /// When the wall shows the times of a stretch of local time, in milliseconds since 1 January 1970 by its clock.
  package func stretches(showing local: Range<Milliseconds>) -> ShownStretches { ShownStretches(self, local) }

  /// For how long the wall shows the times of a stretch of local time, in milliseconds since 1 January 1970 by its clock:
  /// nothing where the clocks pass over it, twice its length where they go back over it. O(log transitions).
  package func time(showing local: Range<Milliseconds>) -> Milliseconds {
    stretches(showing: local).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  /// How often the wall shows each of so many intervals of a civil day: once, but on the days on which the clocks change.
  ///
  /// Of intervals that do not divide an hour nobody knows how much of them comes in the hour that clocks pass over or
  /// repeat: once.
  package func showings(dayNumber: Int, perDay: Int) -> [Double] {
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

  /// How often the wall shows a time: once, twice on the night the clocks go back, never on the night they go forward.
  /// O(log transitions).
  package func occurrences(of civil: CivilTime) -> Int {
    // Far from any change it comes once, and there are millions to ask about. No change is by more than a day.
    let place = instant(of: civil)
    guard let change = nextChange(after: place - 2 * .day), change <= place + 2 * .day else { return 1 }
    let local = Milliseconds(civil.dayNumber) * .day + civil.timeOfDay
    return stretches(showing: local..<local + 1).reduce(0) { count, _ in count + 1 }
  }
}
