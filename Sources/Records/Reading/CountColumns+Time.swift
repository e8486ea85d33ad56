import DiscreteEvents
import Reading
import ScenarioFile

/// When the interval of a row begins.
extension CountColumns {
  /// Which field does not say it.
  enum TimeFault: Error {
    /// The field ``date`` is no beginning of an interval.
    case noMoment
    /// The field ``date`` is no date alone, beside which times stand elsewhere.
    case noDate
    /// The field of this number is no time of day.
    case noTime(Int)
  }

  /// Whether there is a field for each time of day.
  var isGrid: Bool { if case .grid = counts { true } else { false } }

  /// Whether the field ``date`` is a date alone, and the time of day stands elsewhere.
  var hasDateAlone: Bool { isGrid || time != nil }

  /// Minutes of local time since 1 January 1970; in a grid those of the midnight from which its times
  /// count, and in a week those of its Monday.
  func minute(_ fields: [ArraySlice<UInt8>], by clock: inout HistoryClock) throws(TimeFault) -> Int {
    if isWeek {
      guard let said = InstantText.spreadsheetTime(fields[date].trimmed) else { throw .noTime(date) }
      return Self.weekStart + Int(said / .minute)
    }
    let moment = InstantText.spreadsheetMoment(fields[date].trimmed)
    if hasDateAlone {
      guard let moment, case .local = moment.offset, moment.civil.timeOfDay == 0 else { throw .noDate }
      var timeOfDay: Milliseconds = 0
      if let time {
        guard let said = InstantText.spreadsheetTime(fields[time].trimmed) else { throw .noTime(time) }
        timeOfDay = said
      }
      return moment.civil.dayNumber * 1_440 + Int(timeOfDay / .minute)
    }
    guard let civil = moment.map({ clock.civilTime(of: $0) }), civil.timeOfDay % .minute == 0 else { throw .noMoment }
    return civil.dayNumber * 1_440 + Int(civil.timeOfDay / .minute)
  }

  /// The day of a row, in days since 1 January 1970, if that much can be read of when it is.
  func day(_ fields: [ArraySlice<UInt8>]) -> Int? {
    guard fields.indices.contains(date) else { return nil }
    return InstantText.moment(fields[date].trimmed.prefix(10))?.civil.dayNumber
  }
}
