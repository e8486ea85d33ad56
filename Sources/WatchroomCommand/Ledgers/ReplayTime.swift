import Watchroom

/// A time of a recorded run, as it is typed: `2022-07-22T21:14`, or `21:14` where a run measures one day.
struct ReplayTime {
  /// Since the first instant of the run.
  let time: Milliseconds
  /// What should be known of it: that the wall shows it twice, or never; nil for nothing.
  let note: String?

  /// Reads the value that `arguments` give `option`.
  init(_ option: OptionDeclaration, in arguments: ParsedArguments, of plan: Plan) throws(Ending) {
    let text = arguments.last(option) ?? ""
    func fail(_ message: String) -> Ending {
      arguments.misuse("\(option.spelling): \(cited(text)) \(message)")
    }
    let calendar = plan.scenario.calendar
    let instant: Milliseconds
    if text.wholeMatch(of: /[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?/) != nil {
      // No date makes a time of what is none.
      guard text.wholeMatch(of: /([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9].*)?/) != nil else {
        throw fail("is not a time of day, such as 21:14")
      }
      guard calendar.days == 1 else {
        throw fail("comes on each of \(calendar.days) days — say which, such as \(Self.example(calendar, text))")
      }
      let clock = (0...1).lazy.flatMap { day -> [Milliseconds] in
        let first = ScenarioReader.instant("\(Self.date(calendar, plus: day))T\(text)", in: calendar.zone)
        return [first, first.flatMap { calendar.zone.otherInstant(showing: $0) }].compactMap(\.self)
      }.first { $0 >= calendar.start }
      guard let clock else { throw fail("is not a time of day, such as 21:14") }
      instant = clock
    } else {
      guard let read = ScenarioReader.instant(text, in: calendar.zone) else {
        let example = Self.example(calendar, "21:14")
        if text.wholeMatch(of: /[0-9]{2}:[0-9]{2}(:[0-9.]+)?(Z|[+-][0-9:]+)/) != nil {
          throw fail("has an offset from UTC but no date — say both, such as \(example)Z")
        }
        throw fail("is not a time, such as \(example) or, with an offset from UTC, \(example)Z")
      }
      instant = read
    }
    time = instant - plan.origin
    note = Self.note(text, instant, calendar.zone)
    guard (0...plan.end).contains(time) else {
      let zone = calendar.zone
      throw fail(
        "is outside the run, which goes from \(Self.moment(plan.origin, zone)) to \(Self.moment(plan.origin + plan.end, zone))"
      )
    }
  }

  /// What to say of a time by the wall that comes twice, or never, at a change of the clocks.
  private static func note(_ text: String, _ instant: Milliseconds, _ zone: ZoneRules) -> String? {
    guard let wall = text.wholeMatch(of: /([0-9-]+[T ])?([0-9]{2}:[0-9]{2})(:[0-9]{2}(\.[0-9]{1,9})?)?/)?.2 else {
      return nil
    }
    let local = LocalTime(instant, in: zone)
    let clock = CivilTime.clock(local.civil.timeOfDay)
    if clock != wall {
      return "the clocks go forward and \(wall) does not come on \(local.civil.dateText): \(clock) is meant"
    }
    guard let other = zone.otherInstant(showing: instant) else { return nil }
    if other < instant { return "\(wall) comes twice, and the second is meant, as the first is before the run" }
    return "\(wall) comes twice, and the first is meant; say \(LocalTime(other, in: zone).iso8601) for the second"
  }

  private static func example(_ calendar: ScenarioCalendar, _ clock: String) -> String {
    "\(date(calendar, plus: 0))T\(clock)"
  }

  /// The date on which the measured days begin, or so many days later.
  private static func date(_ calendar: ScenarioCalendar, plus days: Int) -> String {
    let first = calendar.zone.civilTime(at: calendar.start)
    return CivilTime(dayNumber: first.dayNumber + days).dateText
  }

  private static func moment(_ instant: Milliseconds, _ zone: ZoneRules) -> String {
    let local = LocalTime(instant, in: zone)
    return local.isRepeated ? local.iso8601 : local.civil.minuteText
  }
}
