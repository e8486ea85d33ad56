import DiscreteEvents

/// How days and intervals of volumes are called: by their dates, or by the day of the week alone where there are none.
struct IntervalDates {
  /// Whether they are of a week without dates (``VolumeTable/isWeek``).
  let isWeek: Bool

  /// When an interval begins, for programs: `2025-05-26T18:30` or `Mon 18:30`.
  func start(_ time: CivilTime) -> String {
    isWeek ? "\(weekday(time)) \(CivilTime.clock(time.timeOfDay))" : time.minuteText
  }

  /// The same in a sentence: `Mon 2025-05-26 at 18:30` or `Mon at 18:30`.
  func moment(_ time: CivilTime) -> String { "\(day(time)) at \(CivilTime.clock(time.timeOfDay))" }

  /// A day: `Mon 2025-05-26` or `Mon`.
  func day(_ date: CivilTime) -> String { weekday(date) + (isWeek ? "" : " \(date.dateText)") }

  /// A day among few: `Mon 26` or `Mon`.
  func heading(_ date: CivilTime) -> String {
    weekday(date) + (isWeek ? "" : " \(date.day < 10 ? " " : "")\(date.day)")
  }

  /// The days from the first to the last, in words: `Monday 26 May 2025 to Sunday 1 June 2025` or `Monday to Sunday`.
  func span(from first: CivilTime, to last: CivilTime) -> String {
    first == last ? words(first) : "\(words(first)) to \(words(last))"
  }

  private func words(_ date: CivilTime) -> String {
    let weekday = CivilTime.weekdays[date.weekday]
    return isWeek ? weekday : "\(weekday) \(date.day) \(CivilTime.months[date.month - 1]) \(date.year)"
  }

  private func weekday(_ date: CivilTime) -> String { CivilTime.shortWeekdays[date.weekday] }
}
