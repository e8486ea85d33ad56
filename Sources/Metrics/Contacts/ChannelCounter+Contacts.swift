import ContactCentre
import DiscreteEvents

// What only some channels have: callbacks, surveys, a backlog. Out of the way of the others.
extension ChannelCounter {
  /// Takes note of what an answer says beyond who answered.
  @inline(never)
  mutating func noteAnswer(_ event: Event) {
    if event.callbackReply == .reached { callbacks.reached &+= 1 }
    switch event.surveyReply {
    case .notAsked: return
    case .silent: break
    case .dissatisfied: survey.replied &+= 1
    case .satisfied:
      survey.replied &+= 1
      survey.satisfied &+= 1
    }
    survey.asked &+= 1
  }

  /// The work on a deferred contact that is counted in `tally` was over at `time`.
  @inline(never)
  mutating func finishWork(
    _ contact: UnsafeMutablePointer<OpenContact>, at time: Milliseconds, _ midnights: Midnights
  ) {
    let took = time &- contact.pointee.offered
    reviewTimes.add(took)
    contact.pointee.tally.pointee.answeredInTime &+= took <= finishedInTime ? 1 : 0
    leave(contact, at: time, midnights)
  }

  /// A deferred contact waits no longer at midnights: the work is over, or it left.
  @inline(never)
  mutating func leave(_ contact: UnsafeMutablePointer<OpenContact>, at time: Milliseconds, _ midnights: Midnights) {
    if contact.pointee.isFinished { return }
    contact.pointee.isFinished = true
    let offered = contact.pointee.offered
    midnights.add(since: offered, from: offered, until: time, to: &backlog)
  }
}
