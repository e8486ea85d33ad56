import ContactCentre
import DiscreteEvents

/// Who a caller is: by the channel they came by first, and their place on the demand tape.
struct Caller: Hashable {
  /// The channel, by number.
  var channel: UInt16
  /// The five-minute cell of the tape; 0 for a trace.
  var cell: UInt32
  /// Their number in the cell; of a trace, the place among its rows in the run, earliest first.
  var index: UInt32
  /// Who they are among those who come again and again; nil for somebody who comes once only.
  var known: RepeatCaller?
}

/// All that became of one contact, from first to last. Times are since the first instant of the run.
struct ContactStory {
  /// A stage before the queue, by its channel's and its own number, and how long it took.
  struct Stage {
    var channel: UInt16
    var number: UInt8
    var lasts: Milliseconds
  }

  /// An instant at which it was offered on a channel.
  struct Offer {
    var time: Milliseconds
    var channel: UInt16
  }

  var number: UInt32
  /// Who it is; nil if that was never said.
  var caller: Caller?
  /// How many contacts that caller had made before; nil for somebody who comes once only.
  var contactsBefore: Int?
  /// The contact that was given up before.
  var redialOf: UInt32?
  /// The contact it follows from, and the one its caller was handed on from.
  var follows: UInt32?
  var transferredFrom: UInt32?
  /// Whether its caller hung up to be called back, and then picked up; nil: was never asked to.
  var isReached: Bool?
  var isCalledBack = false
  var survey = SurveyReply.notAsked
  /// How long its handler left it for more pressing contacts, in conversation and in wrap-up.
  var handlingInterrupted: Milliseconds = 0
  var wrapUpInterrupted: Milliseconds = 0
  /// When its handler took it up again, and how long it had been left by then, in all.
  var resumptions: [(time: Milliseconds, interrupted: Milliseconds)] = []
  /// The incident it is about: its caller rang again, or it comes of a contact in which they did.
  var about: UInt32?
  /// Whether its caller rings again in it, at first or as a redial. What follows from such a contact, or is handed on, is
  /// about the incident too, but nobody rings.
  var isRing = false
  var attempt: UInt8
  /// Where it was offered; the first offer, and one for each diversion.
  var offers: [Offer]
  var stages: [Stage] = []
  /// How much of the time in the stages of its present channel counts as waiting.
  var counted: Milliseconds = 0
  /// When it came to the queue of its channel.
  var joined: Milliseconds?
  /// When it found nobody free, and how long it would have waited; nil: for ever.
  var queued: Milliseconds?
  var patience: Milliseconds?
  var answered: Milliseconds?
  /// Who answered.
  var handler: UInt16?
  var tour: HandlerTour?
  /// When the conversation, and the wrap-up, was over.
  var handled: Milliseconds?
  var wrappedUp: Milliseconds?
  var contained: Milliseconds?
  var abandoned: Milliseconds?
  var outcome: UInt8?
  var incident: UInt32?
  /// Whether an incident is to open from it.
  var opensIncident = false
  /// Whether nothing more happens to it, but for that.
  var isOver = false

  /// The incident its caller rings again about, themselves or as the redial of a contact in which they did.
  var rangAbout: UInt32? { isRing ? about : nil }
  /// Whether the caller made it, and not whoever took an earlier one.
  var isMadeByCaller: Bool { follows == nil && transferredFrom == nil }
  /// The channel it is on.
  var channel: UInt16 { offers[offers.count - 1].channel }
  /// When it was offered first.
  var offered: Milliseconds { offers[0].time }
  /// When it was diverted to the channel it is on, the last time; nil if it never was.
  var diverted: Milliseconds? { offers.count > 1 ? offers[offers.count - 1].time : nil }
  /// How long it waited on its last channel by the rule of every report: in the queue, and in the stages that count; nil
  /// unless it was answered or gave up.
  var wait: Milliseconds? {
    guard let end = answered ?? abandoned, let joined else { return nil }
    return end - joined + counted
  }
  /// How long it was left for more pressing contacts, in all.
  var interrupted: Milliseconds { handlingInterrupted + wrapUpInterrupted }
  /// Its handler takes it up again, having left it for so long.
  mutating func resume(at time: Milliseconds, after left: Milliseconds) {
    if handled == nil { handlingInterrupted += left } else { wrapUpInterrupted += left }
    resumptions.append((time, interrupted))
  }
  /// How long the conversation took, but for interruptions, which a handler of several chats does not give to one alone.
  var handling: Milliseconds? {
    guard let answered, let handled else { return nil }
    return handled - answered - handlingInterrupted
  }
  /// How long the wrap-up took; nil unless it is known to be over.
  var wrapUp: Milliseconds? {
    guard let handled, isOver else { return nil }
    return (wrappedUp ?? handled) - handled - wrapUpInterrupted
  }
  /// How it ended; nil if it has not.
  var end: ExportNames.Word? {
    if contained != nil { return .contained }
    if abandoned != nil { return .abandoned }
    return handled != nil && isOver ? .handled : nil
  }
  /// When that was.
  var ended: Milliseconds? {
    contained ?? abandoned ?? (isOver ? wrappedUp ?? handled : nil)
  }
  /// What became of the offer to call back: nobody has yet, or they picked up, or not; nil if it was never accepted.
  var callback: ExportNames.Word? {
    if let isReached { return isReached ? .reached : .unreached }
    return isCalledBack ? .awaited : nil
  }
}
