import ContactCentre
import DiscreteEvents

// What must be true of callers who are handed on, and of contacts that are to come of others.
extension World {
  /// Who is being introduced waits for a handler, and whoever introduces them knows it.
  func checkTransfers(_ live: [ContactRecord], _ report: inout Violations) {
    var introduced = 0
    var introducing = 0
    for contact in live {
      switch contact.state {
      case .introducing:
        introducing += 1
        let other = contacts[contact.partner].pointee
        report.check(
          contact.partner != noContact && other.number == contact.partner && other.partner == contact.number,
          "contact \(contact.number) introduces nobody")
      case .atFront, .inStage, .unsettled, .waiting:
        if contact.partner == noContact { break }
        introduced += 1
        let other = contacts[contact.partner].pointee
        report.check(
          other.number == contact.partner && other.state == .introducing,
          "contact \(contact.number) is introduced by nobody")
      case .handling, .wrappingUp, .handlingSuspended, .wrapUpSuspended:
        report.check(
          contact.partner == noContact || contact.partner < contactsNumbered,
          "contact \(contact.number) was handed on as one that has not come")
      default:
        report.check(contact.partner == noContact, "contact \(contact.number) has a partner for nothing")
      }
    }
    report.check(introduced == introducing, "\(introducing) handlers introduce \(introduced) contacts")
  }

  func checkFollowUps(_ report: inout Violations) {
    let pending = followUps.pending
    for item in pending {
      report.check(
        item.number < followUpsNumbered && followUps[item.number].pointee.number == item.number,
        "follow-up \(item.number) is not in its place")
      report.check(item.contact < contactsNumbered, "follow-up \(item.number) comes of nobody")
      report.check(Int(item.channel) < tables.channelCount, "follow-up \(item.number) comes on no channel")
      report.check(
        item.moment == Calendar.moment(item.due, rank: Rank.arrival) && item.due >= now && item.due < plan.windowEnd
          && followUpCalendar.isPending(item.number, at: item.moment),
        "the calendar says otherwise than follow-up \(item.number) of when it comes")
    }
    report.check(
      followUpCalendar.count == pending.count && followUpCalendar.isConsistent, "the follow-ups' calendar is wrong")
  }
}

extension ContactState {
  /// Whether a handler has it in hand.
  var isInHand: Bool {
    switch self {
    case .handling, .wrappingUp, .introducing, .briefing, .dialling: true
    case .gone, .atFront, .inStage, .unsettled, .waiting, .awaitingCallback, .handlingSuspended, .wrapUpSuspended,
      .givenUp, .redialling:
      false
    }
  }
}
