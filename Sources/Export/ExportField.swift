/// What can be said of an event, in the order of the columns. The names of the cases are the names of the columns.
enum ExportField: Int, CaseIterable {
  /// The contact, and the channel it is on.
  case contact, channel
  /// With the channel, who arrived: the `index`th of the five-minute `cell` (of a trace: of its rows in the run).
  case cell, index
  /// The contact that was given up before, and how often that caller has come again.
  case redialOf, attempt
  /// The front stage.
  case stage
  /// The position of the handler, the number of the duty worked there, and the team.
  case handler, duty, team
  case outcome
  case incident
  /// The log that an incident came from which no contact raised.
  case log
  case grade, latitude, longitude
  /// How many units an incident wants, and how it ended, or will if nobody comes.
  case wanted, end
  /// The unit, the number of the duty it works, and its hub.
  case unit, unitDuty, hub
  case officers, overtime, role
  case suite
  /// The incident that a unit was called away from.
  case divertedFrom
  /// The working pattern, and how far into the spread of its breaks the turn is, in 65,536ths.
  case shift, turn
  /// How long what begins here takes: a stage, a tour, a break, telling a unit where to go, a scene, custody, paperwork.
  case lasts
  /// How long the contact would wait; empty: for ever.
  case patience
  /// Undivided attention it will take, and what follows.
  case handling, wrapUp
  /// In how long an incident opens from the contact.
  case opensAfter
  /// In how long a redial or an appointment is due.
  case after
  /// In how long, if nobody comes, an incident ends, is regraded, and its caller rings; empty: never.
  case endsAfter, regradedAfter, ringsAfter
  case journey, mobilisation
  case willRedial, forBreak
  // What later versions say stands behind, so that columns stay where they were.
  /// The contact that another follows from, or from which it was handed over, and the number of what was pending.
  case follows, item
  /// Whether the caller will be called back; whether the handler left other work for a contact, and for how long.
  case callback, interrupts, interruption
  /// Whether the first handler of a transferred contact stays until the second answers, and how long both then speak.
  case warm, briefing
  /// What the caller will say if asked.
  case survey
  /// The rule by which teams are borrowed.
  case surge
  /// Whether a caller who was called back picked up.
  case reached
  /// What was chosen in the front stage.
  case option
  /// Who arrived, if it is one of those who come again and again: the group, and the number in it.
  case callerGroup, callerNumber
  /// By how many per cent a handler who is still learning takes longer; whether one who is not there will come late;
  /// whether one cannot work because the site is closed.
  case slower, late, closed

  /// What is said of every event, before the fields that its kind has.
  static let common = [
    ExportColumn("sequence", "number of the event in the run, from 0"),
    ExportColumn("time", "moment of it, ISO 8601 by the scenario's clocks, with the offset"),
    ExportColumn("ms", "ms from the run's first instant until then"),
    ExportColumn("kind", "what happened; of a number that this version does not know, event and that number"),
  ]

  /// The names of all, by number.
  static let names = allCases.map { "\($0)" }

  /// The name.
  var name: String { Self.names[rawValue] }

  /// What OCEL calls the kind of its values.
  var type: String {
    switch self {
    case .channel, .callerGroup, .stage, .option, .team, .outcome, .log, .grade, .end, .hub, .role, .suite, .shift,
      .survey, .surge:
      "string"
    case .latitude, .longitude, .lasts, .patience, .handling, .wrapUp, .opensAfter, .after, .endsAfter, .regradedAfter,
      .ringsAfter, .journey, .mobilisation, .interruption, .briefing:
      "float"
    case .willRedial, .forBreak, .callback, .reached, .interrupts, .warm, .late, .closed: "boolean"
    default: "integer"
    }
  }
}
