import DiscreteEvents
import Reading
import Writing

/// A scenario learned from call records.
///
/// Redials are not inferred: a caller who tried twice is two contacts, as the records have it. Nor are front stages,
/// outcomes, breaks and attendance.
public struct LearnedScenario: Sendable {
  /// What came in by, in the order in which the records mention them first.
  public let channels: [LearnedChannel]
  /// Who answered.
  public let teams: [LearnedTeam]
  /// The first whole day recorded.
  public let firstDay: CivilTime
  /// Days from the first whole one to the last, which gaps in the records may be among.
  public let days: Int
  /// Whole days recorded.
  public let wholeDays: Int
  /// The holidays among the whole days recorded, which weekdays and busyness were learned without.
  public let holidays: [CivilTime]
  /// The clocks.
  public let timeZone: String
  /// What looks wrong, or had to be assumed, besides what was found in single rows.
  public let warnings: [Problem]

  /// Whether the scenario says what holidays are like, because enough were recorded.
  var hasHolidayWeights: Bool { channels.contains { $0.arrivals.holidayRatio != nil } }

  /// Learns all there is to learn; of the holidays among `special` apart from other days, where enough are left of these.
  /// Takes a second or so; time grows with days, channels and tours of handlers, and not with contacts.
  public init(_ records: ContactRecords, special: SpecialDays = .init()) {
    var problems = RowProblems(path: records.path)
    let first = records.zone.civilTime(at: records.first)
    let last = records.zone.civilTime(at: records.last)
    let all = first.dayNumber...max(first.dayNumber, last.dayNumber)
    let found = Set(all.filter { special[$0]?.isHoliday == true })
    let isApart = all.count - found.count >= Self.fewestOrdinaryDays
    func arrivals(_ gaps: Set<Int>) -> [ArrivalFit] {
      records.channels.map {
        ArrivalFit(
          HourlyCounts(
            $0.byDay, from: first, to: last, gaps: gaps, holidays: isApart ? found : [], zone: records.zone))
      }
    }
    var fits = arrivals([])
    let gaps = Self.gaps(fits, records.zone)
    if !gaps.isEmpty {
      fits = arrivals(Set(gaps.joined()))
      for gap in gaps.prefix(Self.gapsListed) {
        problems.warn(
          "there is nothing at all from \(Self.moment(gap.lowerBound)) to \(Self.moment(gap.upperBound))",
          "it was taken for a gap in the records, not for a quiet time")
      }
      if gaps.count > Self.gapsListed {
        problems.warn(
          "\(Quantity.counted(gaps.count - Self.gapsListed, "more gap")) like these", "they were left out of account")
      }
    }
    channels = zip(records.channels, fits).enumerated().map { number, pair in
      LearnedChannel(pair.0, pair.1, overlaps: records.overlaps[number])
    }
    let wholeDays = fits.first?.counts.days.filter(\.isWhole) ?? []
    firstDay = wholeDays.first.map { CivilTime(dayNumber: $0.dayNumber) } ?? CivilTime(dayNumber: first.dayNumber)
    days = max(1, (wholeDays.last?.dayNumber ?? firstDay.dayNumber) - firstDay.dayNumber + 1)
    self.wholeDays = wholeDays.count
    holidays = wholeDays.filter(\.isHoliday).map { CivilTime(dayNumber: $0.dayNumber) }
    timeZone = records.zone.name
    if records.last - records.first < .day {
      problems.warn(
        "the records span less than a day", "a year was taken for 365 times as many; learn from two weeks or more")
    }
    if wholeDays.count < 7 {
      problems.warn(
        "there are few whole days: \(wholeDays.count)", "learn from two weeks or more; weekdays are not told apart here"
      )
    }
    if !holidays.isEmpty, !channels.contains(where: { $0.arrivals.holidayRatio != nil }) {
      problems.warn(
        "there are few holidays: \(holidays.map(\.dateText).joined(separator: ", "))",
        "too few to learn what holidays are like: they were left out, and in the scenario they are days like any other"
      )
    }
    // A holiday without anybody does not tell how many are there on its weekday.
    let staffedDays = wholeDays.filter { day in
      !day.isHoliday || fits.contains { $0.counts.days[day.dayNumber - first.dayNumber].counts.contains { $0 > 0 } }
    }
    teams = Self.teams(records, channels, wholeDays: Set(staffedDays.map(\.dayNumber)))
    Self.warn(of: channels, records, &problems)
    warnings = problems.all
  }

  private static let gapsListed = 10
  /// With fewer days besides them, holidays are not told from the others.
  private static let fewestOrdinaryDays = 16

  /// Stretches of hours, counted from midnight of 1 January 1970, in which nobody came by any channel though many should.
  private static func gaps(_ fits: [ArrivalFit], _ zone: ZoneRules) -> [Range<Int>] {
    guard let days = fits.first?.counts.days else { return [] }
    var gaps: [Range<Int>] = []
    var start: Int?
    var expected = 0.0
    func close(_ end: Int) {
      if let begun = start, expected >= ArrivalFit.surprise { gaps.append(begun..<end) }
      start = nil
      expected = 0
    }
    for (index, day) in days.enumerated() {
      let showings = zone.showings(dayNumber: day.dayNumber, perDay: 24)
      // In an hour that the clocks pass over nobody is missing.
      for hour in 0..<24 where showings[hour] > 0 {
        let place = day.dayNumber * 24 + hour
        guard day.exposure[hour] > 0, fits.allSatisfy({ $0.counts.days[index].counts[hour] == 0 }) else {
          close(place)
          continue
        }
        if start == nil { start = place }
        // A holiday without anybody may be a day on which nobody could come.
        if !day.isHoliday { expected += fits.reduce(0) { $0 + $1.expected($1.counts.days[index], hour) } }
      }
    }
    return gaps
  }

  private static func moment(_ hour: Int) -> String {
    "\(CivilTime(dayNumber: hour / 24).dateText) \(CivilTime.clock(Milliseconds(hour % 24) * .hour))"
  }

  private static func warn(
    of channels: [LearnedChannel], _ records: ContactRecords, _ problems: inout RowProblems
  ) {
    for channel in channels {
      if let growth = channel.arrivals.growthWords {
        problems.warn(
          "the contacts of “\(channel.name)” \(growth)",
          "perYear is the mean of the records, not of their end: for what comes next, raise or lower it, or use `watchroom "
            + "forecast`; in records of less than a year, a season looks the same")
      }
      if channel.overlapping > 0.1 {
        problems.warn(
          "handlers of “\(channel.name)” held several contacts at once in "
            + "\(Int((channel.overlapping * 100).rounded())) of 100 cases",
          "if these are chats, set kind: \"chat\" and the team's concurrency and slowdown")
      }
      if channel.handling == nil {
        problems.warn(
          "no contact of “\(channel.name)” has a handling time", "five minutes were assumed: replace them")
      }
      if FormulaStaffing.isBeyondCounting(channel) {
        problems.warn(
          "the contacts of “\(channel.name)” make a load of more than a million erlangs", "is a unit of time wrong?")
      }
      if channel.abandoned > 0, channel.abandoned < 20 {
        problems.warn(
          "few callers of “\(channel.name)” gave up: \(channel.abandoned)",
          "their patience is not known well: look at what it says of it")
      }
    }
    warnOfOrder(channels, &problems)
    if !records.hasAgents {
      problems.warn(
        "there is no column “agent”", "heads were guessed by Erlang's formula, for each channel a team of its own")
    }
  }

  /// Warns of the order in which channels are answered by the priorities learned, unless emergencies go first: many systems
  /// count from 1, the most urgent, and here the highest number goes first.
  private static func warnOfOrder(_ channels: [LearnedChannel], _ problems: inout RowProblems) {
    guard channels.contains(where: \.hasPriority) else { return }
    let order = channels.sorted { $0.priority > $1.priority }
    guard let highest = order.first?.priority, let lowest = order.last?.priority, highest > lowest else { return }
    let emergencies = order.filter { LearnedChannel.isEmergency($0.name) }
    let others = order.filter { !LearnedChannel.isEmergency($0.name) }
    if let last = emergencies.last, last.priority > (others.first?.priority ?? 0) { return }
    let named = order.prefix(channelsNamed).map { "“\($0.name.prefix(40))” (\(Numeral.text($0.priority, digits: 3)))" }
    problems.warn(
      "by their priorities channels are answered in this order: \(named.joined(separator: ", "))"
        + (order.count > channelsNamed ? ", …" : ""),
      "the highest number goes first: if 1 is the most urgent in the records, turn the numbers round")
  }

  /// Channels that a warning names.
  private static let channelsNamed = 5
}
