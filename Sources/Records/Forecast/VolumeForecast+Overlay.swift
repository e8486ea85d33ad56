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
  /// Every day is expected to have what is forecast for it: by the week, and by factors for days that differ from their
  /// weekday, as holidays do, and all days where the volume grows (``OverlayWeek``). Factors of the scenario's own cannot be
  /// taken out by the patch that has these, so a patch before it does. `source` is what the history was read from.
  public func overlay(source: String) -> String {
    guard let channel = channels.first, let first = channel.days.first?.start else { return "{}\n" }
    let weeks = channels.map { OverlayWeek($0, perDay: perDay, zone: zone) }
    let withFactors = zip(channels, weeks).filter { !$1.factors.isEmpty }.map(\.0.name)
    var lines = [
      "// The \(Quantity.counted(channel.days.count, "day")) from \(first.dateText), forecast from \(JSONWriter.quoted(source)) "
        + "by `watchroom forecast`.",
      "// Give it to any verb after --with; the scenario's channels must have these names. Of their arrivals it replaces",
      "// the volume, the months and the week, and takes out what else says how many come: scale, factors, messages,",
      "// appointments, a trace, a ledger. The history counted whoever came, replies to messages and visits by appointment",
      "// among them. Redials that it counts are in these volumes too: remove the scenario's own then, with",
      "// --set channels.NAME.redial=null. Factors are for days unlike their weekday here, by the clocks of \(zone.name).",
    ]
    if !withFactors.isEmpty {
      lines += ["[", "{ // first, the scenario's own factors", "  channels: {"]
      lines += withFactors.map { "    \(JSONWriter.quoted($0)): { arrivals: { factors: null } }," }
      lines += ["  },", "},"]
    }
    lines += [
      "{",
      "  calendar: { start: \"\(first.dateText)T00:00\", days: \(channel.days.count) },",
      "  channels: {",
    ]
    for (channel, week) in zip(channels, weeks) {
      lines.append("    \(JSONWriter.quoted(channel.name)): {")
      lines.append("      arrivals: {")
      lines += Self.arrivals(week).map { "        " + $0 }
      lines.append("      },")
      lines.append("    },")
    }
    lines += ["  },", withFactors.isEmpty ? "}" : "},"]
    if !withFactors.isEmpty { lines.append("]") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func arrivals(_ week: OverlayWeek) -> [String] {
    let flat = "jan: 1, feb: 1, mar: 1, apr: 1, may: 1, jun: 1, jul: 1, aug: 1, sep: 1, oct: 1, nov: 1, dec: 1"
    let mean = week.mean
    var lines = [
      "trace: null, ledger: null, channel: null, appointments: null, // a volume instead",
      "scale: null, messages: null, // as much as the history counted, no more and no less",
      "perYear: \(Numeral.text(mean * 365, digits: 9)),",
      "month: { \(flat) }, // the season is in the volume",
    ]
    func weight(_ share: Double) -> String { Numeral.text(share, digits: 6) }
    if mean == 0 {
      // Weights are shares of something.
      lines.append("hourOfDay: null, dayOfWeek: null, byHourOfWeek: null, // none are expected")
    } else if week.weekdays[0].count == 24 {
      lines.append("hourOfDay: null, dayOfWeek: null,")
      lines.append("byHourOfWeek: [")
      for hours in week.weekdays {
        lines.append("  \(hours.map { weight($0 / mean * 24) }.joined(separator: ", ")),")
      }
      lines.append("],")
    } else {
      let weights = zip(CivilTime.weekdayKeys, week.weekdays).map {
        "\($0): \(weight($1[0] / mean))"
      }
      lines.append("byHourOfWeek: null,")
      lines.append("dayOfWeek: { \(weights.joined(separator: ", ")), holiday: null },")
    }
    guard !week.factors.isEmpty else { return lines + ["factors: null,"] }
    lines.append("factors: {")
    for factor in week.factors {
      let (from, to) = (moment(factor.from), moment(factor.to))
      lines.append("  \"\(from)\": { from: \"\(from)\", to: \"\(to)\", times: \(factor.times) },")
    }
    return lines + ["},"]
  }

  /// `2025-04-18`, or with the time if it is not midnight.
  private static func moment(_ civil: CivilTime) -> String {
    civil.timeOfDay == 0 ? civil.dateText : civil.minuteText
  }
}
