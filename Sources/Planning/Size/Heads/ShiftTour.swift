import ContactCentre
import DiscreteEvents

/// One start of a shift.
struct ShiftTour {
  /// Since the Unix epoch, by the wall clock.
  let start: Milliseconds
  let end: Milliseconds
  /// The day it starts on, 0 for Monday.
  let weekday: Int
  /// Whether that is a public holiday.
  let isHoliday: Bool
}

extension Scenario {
  /// The tours of a shift that reach into the measured days.
  func tours(of shift: Shift) -> [ShiftTour] {
    let zone = calendar.zone
    let first = zone.civilTime(at: calendar.start).dayNumber - 1
    let last = zone.civilTime(at: calendar.end).dayNumber
    return (first...last).compactMap { day in
      let (start, end) = shift.tour(startingOn: day, in: zone)
      guard min(end, calendar.end) > max(start, calendar.start) else { return nil }
      return ShiftTour(
        start: start, end: end, weekday: CivilTime(dayNumber: day).weekday, isHoliday: calendar.holidays.contains(day))
    }
  }

  /// Those of them whose heads a lever changes.
  func tours(of lever: StaffLever) -> [ShiftTour] {
    tours(of: shifts[lever.shift]).filter { $0.isMoved(weekday: lever.weekday, ofHolidays: lever.isOfHolidays) }
  }
}

extension ShiftTour {
  /// Whether it is one of public holidays, or of a weekday that is none, or, of neither, of any day.
  func isMoved(weekday: Int?, ofHolidays: Bool) -> Bool {
    if ofHolidays { return isHoliday }
    return weekday.map { $0 == self.weekday && !isHoliday } ?? true
  }
}
