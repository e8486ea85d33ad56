import DiscreteEvents
import Writing

/// The scenario, as a file states it.
extension LearnedScenario {
  /// The text of the scenario; `rosters` are the names of the teams' that follow no shifts.
  func text(rosters: [String], source: String) -> String {
    let measured =
      "start: \"\(firstDay.dateText)T00:00\", days: \(days), timeZone: \(JSONWriter.quoted(timeZone)), warmUp: \"1d\""
    var lines = [
      "// Learned from \(JSONWriter.quoted(source)) by `watchroom fit`. Every number is an estimate; what is marked",
      "// (A) is assumed, because records do not tell it. Redials are not inferred: who tried twice is two contacts.",
      "{",
      "  name: \(JSONWriter.quoted("Learned from \(source)")),",
      "",
      "  // From the first whole day recorded to the last.",
    ]
    if hasHolidayWeights {
      let dates = holidays.map { "\"\($0.dateText)\"" }
      lines += [
        "  calendar: {",
        "    \(measured),",
        "    // Learned apart from other days: how many come is in arrivals; staff are those of the weekday. Only holidays",
        "    // that were recorded are listed: add those of other years before simulating them.",
        "    holidays: [",
      ]
      for first in stride(from: 0, to: dates.count, by: 6) {
        lines.append("      \(dates[first..<min(first + 6, dates.count)].joined(separator: ", ")),")
      }
      lines += ["    ],", "  },"]
    } else {
      lines.append("  calendar: { \(measured) },")
    }
    lines += [
      "",
      "  channels: {",
    ]
    for channel in channels { lines += Self.lines(channel, holidays: hasHolidayWeights ? holidays : []) }
    lines.append("  },")
    lines += shiftLines
    lines += ["", "  teams: {"]
    var left = rosters[...]
    for team in teams { lines += Self.lines(team, roster: team.shifts.isEmpty ? left.popFirst() : nil) }
    lines += ["  },", "}", ""]
    return lines.joined(separator: "\n")
  }

  /// The lines of a team, whose heads are in a file called `roster` if they follow no shifts.
  private static func lines(_ team: LearnedTeam, roster: String?) -> [String] {
    let answers = team.answers.map(JSONWriter.quoted).joined(separator: ", ")
    var lines = ["    \(JSONWriter.quoted(team.name)): {", "      answers: [\(answers)],"]
    switch team.basis {
    case .activity(let handlers):
      let named = Quantity.counted(handlers, "handler")
      lines.append("      // From when its \(named) took contacts. Breaks count as work.")
    case .formula:
      lines.append(
        "      // (A) Heads that Erlang A needs for the contacts of each hour of the week and the service level")
      lines.append("      // recorded in that hour of the day.")
    }
    if let roster {
      lines.append("      staff: { csv: \(JSONWriter.quoted(roster)) },")
    } else {
      lines.append("      staff: {")
      for shift in team.shifts {
        let heads = zip(CivilTime.weekdayKeys, shift.heads).map { "\($0): \($1)" }.joined(separator: ", ")
        lines.append("        \(JSONWriter.quoted(name(shift))): { \(heads) },")
      }
      lines.append("      },")
    }
    lines.append("      // costPerHour: …, the records hold no price")
    return lines + ["    },"]
  }

  /// The shifts of all teams, each once.
  private var shiftLines: [String] {
    var named: [String: String] = [:]
    for shift in teams.flatMap(\.shifts) {
      let length = "\(shift.length / 2)h" + (shift.length % 2 == 0 ? "" : "30m")
      named[Self.name(shift)] =
        "    \(JSONWriter.quoted(Self.name(shift))): { start: \"\(Self.clock(shift.start))\", length: \"\(length)\" },"
    }
    if named.isEmpty { return [] }
    return ["", "  shifts: {"] + named.sorted { $0.key < $1.key }.map(\.value) + ["  },"]
  }

  private static func name(_ shift: LearnedTeam.Pattern) -> String {
    "\(clock(shift.start))-\(clock((shift.start + shift.length) % 48))"
  }

  /// The time at which a half-hour of the day begins.
  static func clock(_ cell: Int) -> String { CivilTime.clock(Milliseconds(cell) * 30 * .minute) }

  private static func lines(_ channel: LearnedChannel, holidays: [CivilTime]) -> [String] {
    let inner = "      "
    var lines = ["    \(JSONWriter.quoted(channel.name)): {"]
    lines += ArrivalText.lines(channel.arrivals, offered: channel.offered, holidays: holidays).map { inner + $0 }
    lines.append(
      inner + "priority: \(number(channel.priority)),"
        + (channel.hasPriority ? "" : " // (A) no priority was learned from the records"))
    if let handling = channel.handling {
      lines.append(inner + basis(handling))
      lines.append(inner + "handling: \(text(handling.distribution)),")
    } else {
      lines.append(inner + "handling: { constant: \"5m\" }, // (A) no handling time was recorded")
    }
    if let wrapUp = channel.wrapUp {
      lines.append(inner + basis(wrapUp))
      lines.append(inner + "wrapUp: \(text(wrapUp.distribution)),")
    } else {
      lines.append(inner + "// (A) No wrap-up was recorded; there is none here.")
    }
    let patience = channel.patience
    lines.append(
      inner
        + "// \(patience.family): \(patience.abandoned) gave up and \(patience.answered) "
        + "\(patience.answered == 1 ? "was" : "were") answered before they would"
    )
    lines.append(inner + "patience: \(text(patience.distribution)),")
    lines.append(inner + "target: { share: 0.9, within: \(number(channel.timeLimit)) }, // (A)")
    lines.append("    },")
    return lines
  }

  /// What a distribution rests on.
  private static func basis(_ fit: DurationFit) -> String {
    "// \(fit.family), of \(Quantity.counted(fit.count, "contact")); distance \(number(fit.distance))"
  }

  /// A distribution as a scenario states it.
  static func text(_ distribution: Distribution) -> String {
    switch distribution {
    case .constant(let value): "{ constant: \(number(value)) }"
    case .uniform(let min, let max): "{ uniform: { min: \(number(min)), max: \(number(max)) } }"
    case .exponential(let mean): "{ exponential: { mean: \(number(mean)) } }"
    case .lognormal(let mu, let sigma):
      "{ lognormal: { median: \(number(PortableMath.exp(mu))), sigma: \(number(sigma)) } }"
    case .gamma(let mean, let cv): "{ gamma: { mean: \(number(mean)), cv: \(number(cv)) } }"
    case .weibull(let mean, let shape): "{ weibull: { mean: \(number(mean)), shape: \(number(shape)) } }"
    case .mixture(let parts):
      "{ mixture: ["
        + parts.map { "{ weight: \(number($0.weight)), " + text($0.distribution).dropFirst(2) }.joined(separator: ", ")
        + "] }"
    case .empirical(let values): "{ empirical: { values: [\(values.map(number).joined(separator: ", "))] } }"
    case .quantiles(let points):
      "{ empirical: { quantiles: ["
        + points.map { "[\(number($0.probability)), \(number($0.value))]" }.joined(separator: ", ") + "] } }"
    case .never: "{ never: {} }"
    }
  }

  /// A number to five significant digits.
  static func number(_ value: Double) -> String { Numeral.text(value, digits: 5) }
}
