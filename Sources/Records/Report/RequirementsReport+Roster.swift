import ContactCentre
import DiscreteEvents
import Erlang
import Reading
import Writing

/// The heads that the intervals of a week require, as a team's `staff: { csv: … }` reads them.
public struct RequirementRoster: Sendable {
  /// A row for every interval of the day and a column for every day of the week, `start,mon,tue,wed,thu,fri,sat,sun`.
  public let csv: String
  /// What the roster takes for granted, if it does.
  public let warnings: [Problem]
}

extension RequirementsReport {
  private static let days = 7
  private static let minutesOfDay = 1_440

  /// The heads of every interval as a roster: those rostered where a shrinkage is asked about, those required otherwise, as in the
  /// grid of ``text(isColoured:)``. Nobody is there in an interval without a row, of which it is warned.
  ///
  /// - Throws: where the intervals are not of each day of the week once, or of lengths, times or heads that such a roster cannot
  ///   have.
  public func roster() throws(RecordsError) -> RequirementRoster {
    var problems = RowProblems(path: table.path)
    try refuseOtherThanAWeek(problems)
    try refuseOtherIntervals(problems)
    var heads = [[Int?]](
      repeating: [Int?](repeating: nil, count: Self.minutesOfDay / table.minutes), count: Self.days)
    for interval in requirements.intervals {
      let start = interval.volume.start
      heads[start.weekday][Int(start.timeOfDay / .minute) / table.minutes] = interval.rostered ?? interval.required
    }
    warnOfIntervalsWithoutRows(heads, &problems)
    let header = (["start"] + CivilTime.weekdayKeys).joined(separator: ",") + "\n"
    let rows = heads[0].indices.map { index in
      let start = CivilTime.clock(Milliseconds(index * table.minutes) * .minute)
      return ([start] + heads.map { String($0[index] ?? 0) }).joined(separator: ",") + "\n"
    }
    return RequirementRoster(csv: header + rows.joined(), warnings: problems.all)
  }

  private func refuseOtherThanAWeek(_ problems: RowProblems) throws(RecordsError) {
    let days = requirements.byDay
    guard days.count != Self.days || Set(days.map(\.date.weekday)).count != Self.days else { return }
    let remedy =
      table.isWeek
      ? "give every day of the week a column, with 0 where nobody comes, or leave out --roster"
      : "give each day of the week once, with 0 where nobody comes, as “watchroom forecast --days 7” has them, or leave out "
        + "--roster"
    throw problems.fatal(
      "a roster of heads is of one week, and these are \(Quantity.counted(days.count, "day")): \(span(days))", remedy)
  }

  private func refuseOtherIntervals(_ problems: RowProblems) throws(RecordsError) {
    guard Milliseconds(table.minutes) * .minute % Limits.intervalStep == 0 else {
      throw problems.fatal(
        "intervals are \(table.minutes) minutes long, and those of a roster are some whole five minutes",
        "give volumes by the half-hour or the hour, or leave out --roster")
    }
    let offset = Int((table.intervals.first?.start.timeOfDay ?? 0) / .minute) % table.minutes
    guard offset == 0 else {
      throw problems.fatal(
        "intervals begin \(Quantity.counted(offset, "minute")) after those of a roster, of which the first begins at 00:00",
        "give intervals from midnight on, or leave out --roster")
    }
    guard let most = requirements.intervals.first(where: { ($0.rostered ?? $0.required) > Limits.heads }) else {
      return
    }
    throw problems.fatal(
      "\(Quantity.integer(UInt64(most.rostered ?? most.required))) heads on \(dates.moment(most.volume.start)) are more than "
        + "a roster can have, which is \(Quantity.integer(UInt64(Limits.heads)))",
      "is a unit of time wrong? or leave out --roster")
  }

  private func warnOfIntervalsWithoutRows(_ heads: [[Int?]], _ problems: inout RowProblems) {
    let missing = heads.enumerated().flatMap { weekday, day in
      day.indices.filter { day[$0] == nil }.map { (weekday: weekday, index: $0) }
    }
    guard let first = missing.first else { return }
    let time = CivilTime.clock(Milliseconds(first.index * table.minutes) * .minute)
    let place = "\(CivilTime.shortWeekdays[first.weekday]) at \(time)"
    let all = Quantity.integer(UInt64(heads.count * heads[0].count))
    problems.warn(
      "of the \(all) intervals of a week "
        + (missing.count == 1
          ? "one has no row, \(place)"
          : "\(Quantity.integer(UInt64(missing.count))) have no row, first \(place)"),
      "the roster has nobody there; if people come then, say how many")
  }
}
