/// What a random number is drawn for. Each purpose has numbers of its own, so no draw can move another.
///
/// Raw values are part of what a seed means: changing one changes every night ever simulated.
enum Purpose {
  /// Keyed by the caller.
  static let arrivalTime: UInt64 = 0
  static let patience: UInt64 = 1
  static let handling: UInt64 = 2
  static let wrapUp: UInt64 = 3
  static let outcome: UInt64 = 4
  static let redial: UInt64 = 5
  static let redialDelay: UInt64 = 6
  // Of a stage, by its number: there is room for ``Limits/frontStages``.
  static func stageTime(_ stage: UInt8) -> UInt64 { 16 + UInt64(stage) }
  static func stageBranch(_ stage: UInt8) -> UInt64 { 48 + UInt64(stage) }
  /// When in a conversation an incident opens.
  static let opening: UInt64 = 7
  /// A caller diverted to another channel is drawn anew there: added once for each diversion.
  static let diversion: UInt64 = 80

  // What is asked in centres with such rules: beyond the last diversion's numbers.
  static let callback: UInt64 = 0x8000
  static let dialling: UInt64 = 0x8001
  static let reached: UInt64 = 0x8002
  static let surveySample: UInt64 = 0x8003
  static let surveyReply: UInt64 = 0x8004
  static let satisfaction: UInt64 = 0x8005
  static let briefing: UInt64 = 0x8006
  /// A contact has one outcome, whose rules are settled where it is then.
  static func followUp(_ rule: UInt8) -> UInt64 { 0x8008 + UInt64(rule) << 1 }
  static func followUpDelay(_ rule: UInt8) -> UInt64 { 0x8009 + UInt64(rule) << 1 }
  /// Which option of a front stage is chosen. Far from the other numbers, which diversions spread out.
  static func stageOption(_ stage: UInt8) -> UInt64 { 1 << 16 + UInt64(stage) }
  /// Asked before anything has happened to the caller: whether they come at all, and which of those who come often.
  static let deterrence: UInt64 = 1 << 17
  static let callerGroup: UInt64 = 1 << 17 + 1
  static let callerNumber: UInt64 = 1 << 17 + 2
  static let intervention: UInt64 = 1 << 17 + 3
  /// Keyed by an appointment, which is who comes to it.
  static let booking: UInt64 = 1 << 17 + 4
  static let showing: UInt64 = 1 << 17 + 5
  static let lateness: UInt64 = 1 << 17 + 6

  /// From a contact's key to that of the incident it opens: beyond the numbers of redials.
  static let incidentOfContact: UInt64 = 1 << 32
  /// From a contact's key to that of the contact it is handed on as, and to those that follow from it.
  static let transferOfContact: UInt64 = 2 << 32
  static func followUpOfContact(_ rule: UInt8) -> UInt64 { 3 << 32 + UInt64(rule) }

  /// Keyed by the incident. From it, numbers from 1 lead to its caller's further rings.
  static let logGrade: UInt64 = 0
  static let area: UInt64 = 1
  static let distance: UInt64 = 2
  static let direction: UInt64 = 3
  static func unitsWanted(assessment: UInt8) -> UInt64 { assessed(assessment) }
  static func withdrawal(assessment: UInt8) -> UInt64 { assessed(assessment) + 1 }
  static func withdrawalTime(assessment: UInt8) -> UInt64 { assessed(assessment) + 2 }
  static func regrade(assessment: UInt8) -> UInt64 { assessed(assessment) + 3 }
  static func regradeTime(assessment: UInt8) -> UInt64 { assessed(assessment) + 4 }
  static func appointment(assessment: UInt8) -> UInt64 { assessed(assessment) + 5 }
  private static func assessed(_ number: UInt8) -> UInt64 { 0x1000 + UInt64(number) << 4 }
  static func ring(_ number: UInt8) -> UInt64 { 0x2000 + UInt64(number) << 4 }
  static func ringTime(_ number: UInt8) -> UInt64 { 0x2001 + UInt64(number) << 4 }
  static func assignment(departure: UInt8) -> UInt64 { departed(departure) }
  static func mobilisation(departure: UInt8) -> UInt64 { departed(departure) + 1 }
  static func journey(departure: UInt8) -> UInt64 { departed(departure) + 2 }
  private static func departed(_ number: UInt8) -> UInt64 { 0x3000 + UInt64(number) << 4 }
  static func scene(unit ordinal: UInt8) -> UInt64 { attended(ordinal) }
  static func arrest(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 1 }
  static func custodyJourney(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 2 }
  static func custody(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 3 }
  static func paperwork(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 4 }
  private static func attended(_ ordinal: UInt8) -> UInt64 { 0x4000 + UInt64(ordinal) << 4 }

  /// Keyed by the channel and the cell.
  static let count: UInt64 = 0
  /// Keyed by the channel and the day.
  static let dayBusyness: UInt64 = 0
  /// Keyed by the channel, the day and the interval.
  static let intervalBusyness: UInt64 = 1
  /// Keyed by the team, the day, the shift and the head.
  static let attendance: UInt64 = 0
  static let lateForTour: UInt64 = 1
  static let learning: UInt64 = 2
  /// Keyed as the first post's head: how many of some posts have people.
  static let filling: UInt64 = 3
}
