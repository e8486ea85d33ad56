import ContactCentre
import DiscreteEvents
import Reading

/// Whether a roster of named people covers the simulated time.
extension ScenarioDecoder {
  /// Warns of a roster that has nobody in the simulated time, which `nobody` says, and of one that ``RosterSpan`` finds to
  /// begin too late or to end too early. `owner` is what the roster calls the people, `path` is that of their staff,
  /// written at `place`. Nothing is said of other staff. The stretches of time in which it is said that nobody is there, in
  /// milliseconds since the Unix epoch. O(tours).
  @discardableResult
  func warnOfSpan(
    _ staff: Staff, of owner: String, in calendar: ScenarioCalendar, _ place: Place, _ path: ScenarioPath,
    nobody: String
  ) -> [Range<Milliseconds>] {
    guard case .roster(let tours) = staff, let span = RosterSpan(tours, in: calendar) else { return [] }
    func moment(_ instant: Milliseconds) -> String { calendar.zone.civilTime(at: instant).minuteText }
    let (first, last) = (moment(span.first), moment(span.last))
    let (begin, end) = (moment(span.begin), moment(span.end))
    if span.outside == tours.count {
      log.warning(
        place, path, nobody,
        "check the dates of the roster and of the calendar: the tours are from \(first) to \(last), "
          + "and the simulated time is from \(begin) to \(end)")
      return [span.begin..<span.end]
    }
    var told: [Range<Milliseconds>] = []
    let file = tableUses[path.appending("csv")]?.place(line: 0, column: 0) ?? place
    let outside =
      span.outside == 0 ? "" : ", and \(span.outside) of \(tours.count) tours lie outside the simulated time"
    if span.lacksBeginning {
      told.append(span.begin..<min(span.first, span.end))
      let warmUp = calendar.warmUp > 0
      log.warning(
        file, path,
        "the first tour of “\(owner.prefix(60))” begins at \(first), and the simulated time at "
          + "\(begin)\(warmUp ? ", with the warm-up" : ""): until then nobody is there\(outside)",
        "roster that time too, or \(warmUp ? "shorten calendar.warmUp" : "let calendar.start be when the roster begins")"
      )
    }
    if span.lacksEnd {
      told.append(max(span.last, span.begin)..<span.end)
      log.warning(
        file, path,
        "the last tour of “\(owner.prefix(60))” ends at \(last), and the simulated time at \(end): "
          + "from then on nobody is there\(outside)",
        "roster that time too, or let calendar.days end when the roster does")
    }
    return told
  }
}

/// How far a roster, from the start of its first tour to the end of its last, covers the simulated time.
///
/// A team that is closed at night, or at weekends, has nobody at the beginning or the end of many calendars, and that is
/// right. So one rule decides: what the roster leaves of the simulated time is lacking if the same stretch of the clock a
/// week away, later for the beginning and earlier for the end, lies wholly inside the roster and somebody is there in it.
/// A short roster cannot tell, and is believed. A stretch of a week or more is always lacking: no team is closed all week.
/// What the roster leaves free between its tours is its own affair.
private struct RosterSpan {
  /// When the first tour begins.
  let first: Milliseconds
  /// When the last tour ends.
  let last: Milliseconds
  /// When the simulated time begins, with the warm-up.
  let begin: Milliseconds
  /// When the simulated time ends, without the drain.
  let end: Milliseconds
  private let tours: [Staff.RosterRow]
  private let zone: ZoneRules

  /// The span of these tours; `nil` if there are none.
  init?(_ tours: [Staff.RosterRow], in calendar: ScenarioCalendar) {
    guard let first = tours.map(\.start).min(), let last = tours.map(\.end).max() else { return nil }
    (self.first, self.last) = (first, last)
    begin = calendar.start - calendar.warmUp
    end = max(calendar.end, calendar.start)
    self.tours = tours
    zone = calendar.zone
  }

  /// How many tours have no part of the simulated time.
  var outside: Int { tours.count { !isWorked($0, from: begin, to: end) } }

  /// Whether there is nobody at the beginning, and should be.
  var lacksBeginning: Bool {
    if first <= begin { return false }
    let (from, to) = (weeks(1, from: begin), weeks(1, from: first))
    return first >= from || (to <= last && isAttended(from: from, to: to))
  }

  /// Whether there is nobody at the end, and should be.
  var lacksEnd: Bool {
    if last >= end { return false }
    let (from, to) = (weeks(-1, from: last), weeks(-1, from: end))
    return last <= to || (from >= first && isAttended(from: from, to: to))
  }

  /// When the clock shows the same, so many weeks on; a change of the clocks lies between some.
  private func weeks(_ number: Int, from instant: Milliseconds) -> Milliseconds {
    let civil = zone.civilTime(at: instant)
    return zone.instant(of: CivilTime(dayNumber: civil.dayNumber + 7 * number, timeOfDay: civil.timeOfDay))
  }

  private func isAttended(from: Milliseconds, to: Milliseconds) -> Bool {
    tours.contains { isWorked($0, from: from, to: to) }
  }

  private func isWorked(_ tour: Staff.RosterRow, from: Milliseconds, to: Milliseconds) -> Bool {
    tour.start < to && tour.end > from
  }
}
