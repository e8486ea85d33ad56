/// What a random number is drawn for. Each purpose has numbers of its own, so no draw can move another.
///
/// Raw values are part of what a seed means: changing one changes every night ever simulated.
@usableFromInline
package enum Purpose {
  /// Keyed by the caller.
  @inlinable package static var arrivalTime: UInt64 { 0 }
  @inlinable package static var patience: UInt64 { 1 }
  @inlinable package static var handling: UInt64 { 2 }
  @inlinable package static var wrapUp: UInt64 { 3 }
  @inlinable package static var outcome: UInt64 { 4 }
  @inlinable package static var redial: UInt64 { 5 }
  @inlinable package static var redialDelay: UInt64 { 6 }
  /// How long a front stage takes, by its number: there is room for ``Limits/frontStages``.
  @inlinable package static func stageTime(_ stage: UInt8) -> UInt64 { 16 + UInt64(stage) }
  /// Where who has been in the stage goes then.
  @inlinable package static func stageBranch(_ stage: UInt8) -> UInt64 { 48 + UInt64(stage) }
  /// When in a conversation an incident opens.
  @inlinable package static var opening: UInt64 { 7 }
  /// A caller diverted to another channel is drawn anew there: added once for each diversion.
  @inlinable package static var diversion: UInt64 { 80 }

  // What is asked in centres with such rules: beyond the last diversion's numbers.
  /// Whether who must wait takes a callback.
  @inlinable package static var callback: UInt64 { 0x8000 }
  /// How long dialling takes.
  @inlinable package static var dialling: UInt64 { 0x8001 }
  /// Whether who is called back picks up.
  @inlinable package static var reached: UInt64 { 0x8002 }
  /// Whether who was answered is asked how it was.
  @inlinable package static var surveySample: UInt64 { 0x8003 }
  /// Whether who is asked replies.
  @inlinable package static var surveyReply: UInt64 { 0x8004 }
  /// What they reply.
  @inlinable package static var satisfaction: UInt64 { 0x8005 }
  /// How long it takes to brief who is handed a caller.
  @inlinable package static var briefing: UInt64 { 0x8006 }
  /// A contact has one outcome, whose rules are settled where it is then.
  @inlinable package static func followUp(_ rule: UInt8) -> UInt64 { 0x8008 + UInt64(rule) << 1 }
  @inlinable package static func followUpDelay(_ rule: UInt8) -> UInt64 { 0x8009 + UInt64(rule) << 1 }
  /// Which option of a front stage is chosen. Far from the other numbers, which diversions spread out.
  @inlinable package static func stageOption(_ stage: UInt8) -> UInt64 { 1 << 16 + UInt64(stage) }
  /// Asked before anything has happened to the caller: whether they come at all, and which of those who come often.
  @inlinable package static var deterrence: UInt64 { 1 << 17 }
  @inlinable package static var callerGroup: UInt64 { 1 << 17 + 1 }
  @inlinable package static var callerNumber: UInt64 { 1 << 17 + 2 }
  @inlinable package static var intervention: UInt64 { 1 << 17 + 3 }
  /// Keyed by an appointment, which is who comes to it.
  @inlinable package static var booking: UInt64 { 1 << 17 + 4 }
  @inlinable package static var showing: UInt64 { 1 << 17 + 5 }
  @inlinable package static var lateness: UInt64 { 1 << 17 + 6 }

  /// From a contact's key to that of the incident it opens: beyond the numbers of redials.
  @inlinable package static var incidentOfContact: UInt64 { 1 << 32 }
  /// From a contact's key to that of the contact it is handed on as, and to those that follow from it.
  @inlinable package static var transferOfContact: UInt64 { 2 << 32 }
  @inlinable package static func followUpOfContact(_ rule: UInt8) -> UInt64 { 3 << 32 + UInt64(rule) }

  /// Keyed by the incident. From it, numbers from 1 lead to its caller's further rings.
  @inlinable package static var logGrade: UInt64 { 0 }
  @inlinable package static var area: UInt64 { 1 }
  @inlinable package static var distance: UInt64 { 2 }
  @inlinable package static var direction: UInt64 { 3 }
  @inlinable package static func unitsWanted(assessment: UInt8) -> UInt64 { assessed(assessment) }
  @inlinable package static func withdrawal(assessment: UInt8) -> UInt64 { assessed(assessment) + 1 }
  @inlinable package static func withdrawalTime(assessment: UInt8) -> UInt64 { assessed(assessment) + 2 }
  @inlinable package static func regrade(assessment: UInt8) -> UInt64 { assessed(assessment) + 3 }
  @inlinable package static func regradeTime(assessment: UInt8) -> UInt64 { assessed(assessment) + 4 }
  @inlinable package static func appointment(assessment: UInt8) -> UInt64 { assessed(assessment) + 5 }
  @inlinable static func assessed(_ number: UInt8) -> UInt64 { 0x1000 + UInt64(number) << 4 }
  @inlinable package static func ring(_ number: UInt8) -> UInt64 { 0x2000 + UInt64(number) << 4 }
  @inlinable package static func ringTime(_ number: UInt8) -> UInt64 { 0x2001 + UInt64(number) << 4 }
  @inlinable package static func assignment(departure: UInt8) -> UInt64 { departed(departure) }
  @inlinable package static func mobilisation(departure: UInt8) -> UInt64 { departed(departure) + 1 }
  @inlinable package static func journey(departure: UInt8) -> UInt64 { departed(departure) + 2 }
  @inlinable static func departed(_ number: UInt8) -> UInt64 { 0x3000 + UInt64(number) << 4 }
  @inlinable package static func scene(unit ordinal: UInt8) -> UInt64 { attended(ordinal) }
  @inlinable package static func arrest(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 1 }
  @inlinable package static func custodyJourney(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 2 }
  @inlinable package static func custody(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 3 }
  @inlinable package static func paperwork(unit ordinal: UInt8) -> UInt64 { attended(ordinal) + 4 }
  @inlinable static func attended(_ ordinal: UInt8) -> UInt64 { 0x4000 + UInt64(ordinal) << 4 }

  /// Keyed by the channel and the cell.
  @inlinable package static var count: UInt64 { 0 }
  /// Keyed by the channel and the day.
  @inlinable package static var dayBusyness: UInt64 { 0 }
  /// Keyed by the channel, the day and the interval.
  @inlinable package static var intervalBusyness: UInt64 { 1 }
  /// Keyed by the team, the day, the shift and the head.
  @inlinable package static var attendance: UInt64 { 0 }
  @inlinable package static var lateForTour: UInt64 { 1 }
  @inlinable package static var learning: UInt64 { 2 }
  /// Keyed as the first post's head: how many of some posts have people.
  @inlinable package static var filling: UInt64 { 3 }
}
