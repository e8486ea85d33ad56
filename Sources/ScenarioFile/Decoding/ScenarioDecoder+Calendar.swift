import ContactCentre
import DiscreteEvents
import Foundation
import Spelling

extension ScenarioDecoder {
  func calendar(_ cursor: Cursor) -> ScenarioCalendar {
    let errorCount = log.errorCount
    let fields = fields(cursor, ScenarioFormat.calendar)
    var calendar = ScenarioCalendar(
      start: 0, days: whole(fields, "days", default: 1), warmUp: milliseconds(fields, "warmUp", default: 0),
      drain: milliseconds(fields, "drain", default: 0), interval: milliseconds(fields, "interval", default: .hour))
    checkInterval(calendar.interval, fields)
    calendar.holidays = fields["holidays"].map(holidays) ?? []
    let moment =
      fields["start"].flatMap(moment)
      ?? InstantText.Moment(
        civil: CivilTime(year: 2000, month: 1, day: 1), offset: .fixed(0))
    let roughly = moment.instant(in: .utc)
    let name = text(fields, "timeZone", default: "Europe/London")
    let zone = ZoneRules.named(
      name, from: roughly - calendar.warmUp, to: roughly + Milliseconds(calendar.days) * .day + calendar.drain)
    if let zone {
      calendar.zone = zone
    } else if let cursor = fields["timeZone"] {
      log.error(
        cursor.place, cursor.path, "there is no time zone “\(name.prefix(60))”",
        nearestName(to: name, among: ["UTC"] + TimeZone.knownTimeZoneIdentifiers).map { "did you mean “\($0)”?" }
          ?? "name one by its place, as the time zone database does, for example Europe/London")
    } else {
      log.error(
        cursor.place, cursor.path.appending("timeZone"), "this system has no time zone “\(name)”",
        "install time zone data, or name another zone, for example UTC")
    }
    calendar.start = moment.instant(in: calendar.zone)
    if let start = fields["start"], let note = ClockChangeNote(moment, in: calendar.zone) {
      if !note.isTwice { calendar.skippedStart = moment.civil.timeOfDay }
      let end = note.isTwice ? "" : "; its days end at \(CivilTime.clock(moment.civil.timeOfDay)) all the same"
      log.warning(start.place, start.path, note.message, note.remedy + end)
    }
    if calendar.endsTooLate, log.errorCount == errorCount {
      log.error(
        fields["days"]?.place ?? cursor.place, cursor.path.appending("days"), ScenarioCalendar.endsTooLateMessage,
        ScenarioCalendar.endsTooLateRemedy)
    }
    return calendar
  }

  private func holidays(_ cursor: Cursor) -> [Int] {
    var days: Set<Int> = []
    for element in elements(cursor, count: 0...Limits.holidays, noun: "days") ?? [] {
      guard let day = day(element) else { continue }
      if !days.insert(day).inserted {
        log.error(element.place, element.path, "this day is listed twice", "list each holiday once")
      }
    }
    return days.sorted()
  }

  /// A moment where it stands; nil, and a problem noted, where it is wrong.
  func moment(_ cursor: Cursor) -> InstantText.Moment? {
    guard case .string(let text) = cursor.tree.value else {
      mismatch(cursor, wanted: "a moment in quotation marks", example: "\"2022-07-22T07:00\"")
      return nil
    }
    guard let moment = InstantText.moment(Array(text.utf8)[...]) else {
      log.error(
        cursor.place, cursor.path,
        "“\(text.prefix(40))” is not a moment between \(Limits.years.lowerBound) and \(Limits.years.upperBound)",
        InstantText.remedy(for: Array(text.utf8)[...], isCell: false))
      return nil
    }
    return moment
  }

  private func checkInterval(_ interval: Milliseconds, _ fields: Fields) {
    guard let cursor = fields["interval"], interval > 0 else { return }
    guard interval % Limits.intervalStep == 0, .day % interval == 0 else {
      log.error(
        cursor.place, cursor.path, "a day does not divide into intervals of this length",
        "write a multiple of 5 minutes that divides 24 hours, for example \"15m\", \"30m\" or \"1h\"")
      return
    }
  }

  /// A moment where it stands, on the clocks of `zone`: that it comes twice or never is noted.
  func moment(_ cursor: Cursor, in zone: ZoneRules) -> InstantText.Moment? {
    guard let moment = moment(cursor) else { return nil }
    if let note = ClockChangeNote(moment, in: zone) {
      log.warning(cursor.place, cursor.path, note.message, note.remedy)
    }
    return moment
  }
}
