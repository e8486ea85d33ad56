import ContactCentre
import DiscreteEvents
import Reading

/// Whether a roster of named people covers the simulated time.
extension ScenarioDecoder {
  /// Warns of tours that lie outside the simulated time, and of a beginning or an end of it without anybody; of a roster
  /// that has nobody at all in it, `nobody` says so alone. `owner` is what the roster calls the people, `path` is that of
  /// their staff, written at `place`. Nothing is said of other staff. O(tours).
  func warnOfSpan(
    _ staff: Staff, of owner: String, in calendar: ScenarioCalendar, _ place: Place, _ path: ScenarioPath,
    nobody: String
  ) {
    guard case .roster(let tours) = staff, let first = tours.map(\.start).min(), let last = tours.map(\.end).max()
    else {
      return
    }
    let span = RosterSpan(tours, in: calendar)
    func moment(_ instant: Milliseconds) -> String { Self.minute(calendar.zone.civilTime(at: instant)) }
    let simulated = "\(moment(span.simulated.lowerBound)) to \(moment(calendar.end))"
    if span.inside == 0 {
      log.warning(
        place, path, nobody,
        "check the dates of the roster and of the calendar: the tours are from \(moment(first)) to \(moment(last)), "
          + "and the simulated time is from \(simulated)")
      return
    }
    let file = tableUses[path.appending("csv")]?.place(line: 0, column: 0) ?? place
    if span.inside < tours.count {
      log.warning(
        file, path,
        "\(tours.count - span.inside) of \(tours.count) tours lie outside the simulated time and are left out",
        "set calendar.start and calendar.days to the time that is rostered: the simulated time is from \(simulated)")
    }
    if span.lacksBeginning {
      let warmUp = calendar.warmUp > 0
      log.warning(
        file, path,
        "the first tour of “\(owner.prefix(60))” begins at \(moment(span.first)), and the simulated time at "
          + "\(moment(span.simulated.lowerBound))\(warmUp ? ", with the warm-up" : ""): until then nobody is there",
        "roster that time too, or \(warmUp ? "shorten calendar.warmUp" : "let calendar.start be when the roster begins")"
      )
    }
    if span.lacksEnd {
      log.warning(
        file, path,
        "the last tour of “\(owner.prefix(60))” ends at \(moment(span.last)), and the simulated time at "
          + "\(moment(calendar.end)): from then on nobody is there",
        "roster that time too, or let calendar.days end when the roster does")
    }
  }

  /// Day and minute, as a roster writes them.
  private static func minute(_ civil: CivilTime) -> String {
    let minutes = Int(civil.timeOfDay / .minute)
    let (month, day, hour, minute) = (two(civil.month), two(civil.day), two(minutes / 60), two(minutes % 60))
    return "\(civil.year)-\(month)-\(day)T\(hour):\(minute)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// How far tours cover the simulated time.
///
/// A team that is closed at night, or at weekends, has nobody at the beginning of some calendars, and that is right. So an
/// edge without anybody is only said to be lacking where it is long (a day, or half of the simulated time) and not likewise
/// a week on, or where at its time of day somebody is there on another day.
private struct RosterSpan {
  /// From the warm-up on.
  let simulated: Range<Milliseconds>
  /// When the first tour inside begins.
  let first: Milliseconds
  /// When the last tour inside ends.
  let last: Milliseconds
  /// The tours inside.
  private let tours: [Staff.RosterRow]

  init(_ all: [Staff.RosterRow], in calendar: ScenarioCalendar) {
    let simulated = calendar.start - calendar.warmUp..<max(calendar.end, calendar.start)
    // Those who called at the end may be answered by somebody who begins in the drain.
    let latest = simulated.upperBound + calendar.drain
    tours = all.filter { $0.start < latest && $0.end > simulated.lowerBound }
    first = tours.map(\.start).min() ?? simulated.lowerBound
    last = tours.map(\.end).max() ?? simulated.upperBound
    self.simulated = simulated
  }

  /// How many tours are inside.
  var inside: Int { tours.count }

  /// Whether there is nobody at the beginning, and should be.
  var lacksBeginning: Bool {
    let begin = simulated.lowerBound
    if first <= begin { return false }
    if isLong(first - begin) { return !isFree(begin + Self.week..<first + Self.week) }
    return tours.contains { tour in
      // The first time after its start at which the clock shows what it does at the beginning.
      let days = (tour.start - begin + .day - 1) / .day
      return begin + days * .day < tour.end
    }
  }

  /// Whether there is nobody at the end, and should be.
  var lacksEnd: Bool {
    let end = simulated.upperBound
    if last >= end { return false }
    if isLong(end - last) { return !isFree(last - Self.week..<end - Self.week) }
    return tours.contains { tour in
      let days = (end - tour.end + .day - 1) / .day
      return end - days * .day > tour.start
    }
  }

  private static let week = 7 * Milliseconds.day

  private func isLong(_ time: Milliseconds) -> Bool {
    time >= min(.day, Milliseconds(simulated.count) / 2)
  }

  /// Whether a stretch is inside what is rostered, and nobody is there.
  private func isFree(_ stretch: Range<Milliseconds>) -> Bool {
    stretch.lowerBound >= first && stretch.upperBound <= last
      && !tours.contains { $0.start < stretch.upperBound && $0.end > stretch.lowerBound }
  }
}
