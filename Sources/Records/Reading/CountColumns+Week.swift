import DiscreteEvents
import ScenarioFile

/// A week's profile: a column for each day of the week, a row for each time of day.
extension CountColumns {
  /// Minutes since 1 January 1970 of the Monday with which a week begins that has no dates.
  static let weekStart = 4 * 1_440
  private static let minutesOfDay = 1_440

  /// Reads a header with columns named by days of the week; nil if there are none. Of the others the one that is called so
  /// has the times, or else the first, whatever it is called, unless it names channels and there is another.
  init?(week names: [String], line: Int, problems: inout RowProblems) throws(RecordsError) {
    var fields: [String: Int] = [:]
    var days: [OfTime] = []
    var others: [Int] = []
    for (field, name) in names.enumerated() {
      let key = Self.handlings.contains(name.lowercased()) ? "handling" : name.lowercased()
      if let weekday = CivilTime.weekday(called: name) {
        guard !days.contains(where: { $0.minute == weekday * Self.minutesOfDay }) else {
          throw problems.fatal(
            line: line, column: field + 1, "\(CivilTime.weekdays[weekday]) is there twice", "keep one of the two")
        }
        days.append(OfTime(field: field, minute: weekday * Self.minutesOfDay))
      } else if ["channel", "minutes", "handling"].contains(key), fields[key] == nil {
        fields[key] = field
      } else {
        others.append(field)
      }
    }
    guard let first = days.first else { return nil }
    let perhapsTimes = others.filter { !Headings.isOfChannels(names[$0]) }
    guard
      let time = perhapsTimes.first(where: { Self.times.contains(names[$0].lowercased()) }) ?? perhapsTimes.first
        ?? others.first
    else {
      throw problems.fatal(
        line: line, column: first.field + 1, "there is no column of times beside the days of the week",
        "let the first column say when an interval begins, such as 07:30")
    }
    if fields["channel"] == nil, let field = others.first(where: { $0 != time && Headings.isOfChannels(names[$0]) }) {
      fields["channel"] = field
    }
    let rest = others.filter { $0 != time && $0 != fields["channel"] }
    if let odd = rest.first(where: { !Self.isSum(names[$0]) && !Self.isOtherFigure(names[$0]) }) {
      throw problems.fatal(
        line: line, column: odd + 1,
        "“\(names[odd].prefix(40))” is no day of the week, by which other columns are named",
        "for one average week, give times of day in the first column and a column for each day; for dates, name no column by "
          + "a day")
    }
    (date, self.time) = (time, time)
    minutes = fields["minutes"]
    handling = fields["handling"]
    counts = .grid(days, channel: fields["channel"])
    passedOver = Self.passOver(rest, names, line, &problems)
    width = names.count
    (unusedTime, perhapsNames, hasCountHeading) = (nil, [], false)
    isWeek = true
  }
}
