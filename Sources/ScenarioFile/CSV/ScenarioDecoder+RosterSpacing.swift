import ContactCentre
import DiscreteEvents

/// Whether the rows of a grid of heads are all the intervals of a day.
extension ScenarioDecoder {
  /// Where an interval of a grid begins, after midnight, and the line that says so.
  typealias RosterStart = (time: Milliseconds, line: Int)

  /// Reports the first interval that is missing, comes twice or is out of place.
  func checkSpacing(_ starts: [RosterStart], _ rows: inout CSVRows) {
    let count = Milliseconds(starts.count)
    let spacing = count > 0 && Self.isSpacing(.day / count) && .day % count == 0 ? .day / count : nil
    // A row too few or too many makes intervals of another length, or of none.
    if let usual = Self.usualSpacing(starts), usual != spacing, let slip = Self.slip(in: starts, usual) {
      rows.report(slip.line, 1, slip.message, slip.remedy)
      return
    }
    guard let spacing else {
      rows.report(
        rows.line, 0, "\(count) intervals do not divide a day",
        "give one row for every hour, half-hour or quarter: 24, 48 or 96")
      return
    }
    for (index, start) in starts.enumerated() where start.time != Milliseconds(index) * spacing {
      let clock = CivilTime.clock(Milliseconds(index) * spacing)
      rows.report(
        start.line, 1, "this is not the start of interval \(index + 1) of \(count)",
        "let intervals begin at 00:00 and be equally long: this one at \(clock)")
      return
    }
  }

  private static func isSpacing(_ length: Milliseconds) -> Bool {
    length > 0 && .day % length == 0 && length % Limits.intervalStep == 0
  }

  /// What most intervals that follow one another are apart, if intervals of a day can be so long.
  private static func usualSpacing(_ starts: [RosterStart]) -> Milliseconds? {
    let times = Set(starts.map(\.time)).sorted()
    return zip(times.dropFirst(), times).map(-).mostFrequent().flatMap { isSpacing($0) ? $0 : nil }
  }

  /// An interval that comes twice, or those that are missing where most are there.
  private static func slip(
    in starts: [RosterStart], _ spacing: Milliseconds
  ) -> (line: Int, message: String, remedy: String)? {
    var lines: [Milliseconds: Int] = [:]
    for start in starts {
      if let line = lines[start.time] {
        return (
          start.line, "the interval \(CivilTime.clock(start.time)) is on line \(line) as well", "keep one of the two"
        )
      }
      lines[start.time] = start.line
    }
    let whole = stride(from: 0, to: Milliseconds.day, by: Int(spacing))
    let missing = whole.filter { lines[$0] == nil }
    guard let first = missing.first, missing.count < starts.count, starts.allSatisfy({ $0.time % spacing == 0 }) else {
      return nil
    }
    let more = missing.count > 1 ? " and \(missing.count - 1) more are" : " is"
    let next = starts.first { $0.time > first } ?? starts[starts.count - 1]
    return (
      next.line, "the interval \(CivilTime.clock(first))\(more) missing",
      "give every interval of the day a row, \(.day / spacing) of them"
    )
  }
}
