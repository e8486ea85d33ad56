import DiscreteEvents
import Writing

/// A channel's arrivals as a scenario states them.
enum ArrivalText {
  /// The lines of the key `arrivals`, a comma at their end. `offered` are all contacts recorded, of whole days and of parts;
  /// `holidays` the days that the calendar says are.
  static func lines(_ fit: ArrivalFit, offered: Int, holidays: [CivilTime]) -> [String] {
    let whole = fit.counts.countOfWholeDays
    var lines = ["// \(Quantity.counted(whole, "contact")) in \(Quantity.counted(fit.days, "whole day"))"]
    if whole < offered { lines[0] += ", and \(offered - whole) in parts of days" }
    if !fit.hasMonths { lines[0] += ". (A) The rest of the year is like them." }
    if let growth = fit.growthWords { lines.append("// They \(growth); this is their mean.") }
    lines.append("arrivals: {")
    lines.append("  perYear: \(Numeral.text(fit.profile.perYear, digits: 6)),")
    if let week = fit.profile.byHourOfWeek {
      lines.append("  byHourOfWeek: [")
      for (day, name) in CivilTime.weekdayKeys.enumerated() {
        for half in 0..<2 {
          let hours = week[(day * 24 + half * 12)..<(day * 24 + half * 12 + 12)]
          lines.append("    " + list(hours) + ", // \(name), \(half == 0 ? "00:00" : "12:00") on")
        }
      }
      lines.append("  ],")
    } else {
      lines.append("  hourOfDay: [")
      lines.append("    " + list(fit.profile.hourOfDay[..<12]) + ", // 00:00 on")
      lines.append("    " + list(fit.profile.hourOfDay[12...]) + ", // 12:00 on")
      lines.append("  ],")
      if fit.hasWeekdays {
        let holiday = fit.profile.holiday.map { ", holiday: \(Numeral.text($0, digits: 4))" } ?? ""
        lines.append(
          "  dayOfWeek: { \(named(CivilTime.weekdayKeys, fit.profile.dayOfWeek))\(holiday) },")
      }
    }
    if fit.hasMonths {
      lines.append("  month: {")
      lines.append("    \(named(Array(CivilTime.monthKeys[..<6]), Array(fit.profile.month[..<6]))),")
      lines.append("    \(named(Array(CivilTime.monthKeys[6...]), Array(fit.profile.month[6...]))),")
      lines.append("  },")
    }
    if let busyness = fit.profile.busyness {
      let parts = [busyness.day, busyness.interval, busyness.correlation].map { Numeral.text($0, digits: 3) }
      lines.append("  busyness: { day: \(parts[0]), interval: \(parts[1]), correlation: \(parts[2]) },")
    }
    // Hours of the week leave no place for a holiday's weight.
    if fit.profile.byHourOfWeek != nil, let ratio = fit.holidayRatio, !holidays.isEmpty {
      lines.append("  factors: {")
      for day in holidays {
        let next = CivilTime(dayNumber: day.dayNumber + 1).dateText
        let times = Numeral.text(ratio, digits: 4)
        lines.append(
          "    \"holiday \(day.dateText)\": { from: \"\(day.dateText)\", to: \"\(next)\", times: \(times) },"
        )
      }
      lines.append("  },")
    }
    lines.append("},")
    return lines
  }

  private static func list(_ weights: ArraySlice<Double>) -> String {
    weights.map { Numeral.text($0, digits: 4) }.joined(separator: ", ")
  }

  private static func named(_ names: [String], _ weights: [Double]) -> String {
    zip(names, weights).map { "\($0): \(Numeral.text($1, digits: 4))" }.joined(separator: ", ")
  }
}
