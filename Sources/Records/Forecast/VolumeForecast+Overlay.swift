import DiscreteEvents
import Writing

extension VolumeForecast {
  /// The forecast as an overlay for a scenario with channels of these names, whose arrivals it replaces.
  ///
  /// Whatever else a scenario can say of how many come by a channel is taken out, since a history counts whoever came: what
  /// multiplies (scale, factors, a holiday's weight), what adds (replies to messages), and what stands instead of a volume
  /// (a trace, a ledger, appointments). Kept are the busyness, which has a mean of one, and the hours of the day where the
  /// history has only days.
  ///
  /// A scenario's days differ by weekday and hour, so a special day among them is spread over its weekday; the volume of
  /// the whole stretch is the forecast's. `source` is what the history was read from.
  public func overlay(source: String) -> String {
    let days = channels.first?.days ?? []
    guard let first = days.first?.start else { return "{}\n" }
    var lines = [
      "// The \(days.count) days from \(first.dateText), forecast from \(Numeral.quoted(source)) by `watchroom forecast`.",
      "// Give it to any verb after --with; the scenario's channels must have these names. Of their arrivals it replaces",
      "// the volume, the months and the week, and takes out what else says how many come: scale, factors, messages,",
      "// appointments, a trace, a ledger. The history counted whoever came, replies to messages and visits by appointment",
      "// among them. Redials that it counts are in these volumes too: remove the scenario's own then, with",
      "// --set channels.NAME.redial=null.",
      "{",
      "  calendar: { start: \"\(first.dateText)T00:00\", days: \(days.count) },",
      "  channels: {",
    ]
    for channel in channels {
      lines.append("    \(Numeral.quoted(channel.name)): {")
      lines.append("      arrivals: {")
      lines += arrivals(channel).map { "        " + $0 }
      lines.append("      },")
      lines.append("    },")
    }
    return (lines + ["  },", "}", ""]).joined(separator: "\n")
  }

  private func arrivals(_ channel: Channel) -> [String] {
    let flat = "jan: 1, feb: 1, mar: 1, apr: 1, may: 1, jun: 1, jul: 1, aug: 1, sep: 1, oct: 1, nov: 1, dec: 1"
    // Mean volumes of each weekday in the stretch; one that is not in it is like the mean of the others.
    var sums = [Double](repeating: 0, count: 7)
    var counts = [Double](repeating: 0, count: 7)
    for day in channel.days {
      sums[day.start.weekday] += day.expected
      counts[day.start.weekday] += 1
    }
    let mean = sums.reduce(0, +) / max(1, counts.reduce(0, +))
    let weekdays = (0..<7).map { counts[$0] > 0 ? sums[$0] / counts[$0] : mean }
    let average = weekdays.reduce(0, +) / 7
    var lines = [
      "trace: null, ledger: null, channel: null, appointments: null, // a volume instead",
      "scale: null, factors: null, messages: null, // as much as the history counted, no more and no less",
      "perYear: \(Numeral.text(average * 365, digits: 7)),",
      "month: { \(flat) }, // the season is in the volume",
    ]
    if average == 0 {
      // Weights are shares of something.
      lines.append("hourOfDay: null, dayOfWeek: null, byHourOfWeek: null, // none are expected")
    } else if perDay >= 24, perDay % 24 == 0 {
      lines.append("hourOfDay: null, dayOfWeek: null,")
      lines.append("byHourOfWeek: [")
      let hours = hoursOfWeek(channel, weekdays)
      for weekday in 0..<7 {
        let row = hours[weekday * 24..<weekday * 24 + 24].map { Numeral.text($0 / average * 24, digits: 4) }
        lines.append("  \(row.joined(separator: ", ")),")
      }
      lines.append("],")
    } else {
      let weights = zip(CivilTime.weekdayKeys, weekdays).map { "\($0): \(Numeral.text($1 / average, digits: 4))" }
      lines.append("byHourOfWeek: null,")
      lines.append("dayOfWeek: { \(weights.joined(separator: ", ")), holiday: null },")
    }
    return lines
  }

  /// Expected contacts of every hour of the week.
  private func hoursOfWeek(_ channel: Channel, _ weekdays: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: 168)
    for interval in channel.intervals {
      sums[interval.start.weekday * 24 + Int(interval.start.timeOfDay / .hour)] += interval.expected
    }
    let total = max(1e-9, sums.reduce(0, +))
    return (0..<168).map { hour in
      let day = sums[hour / 24 * 24..<hour / 24 * 24 + 24].reduce(0, +)
      // The shape of a weekday that is not in the stretch is that of all days.
      if day > 0 { return sums[hour] / day * weekdays[hour / 24] }
      let ofHour = stride(from: hour % 24, to: 168, by: 24).reduce(0.0) { $0 + sums[$1] }
      return ofHour / total * weekdays[hour / 24]
    }
  }
}
