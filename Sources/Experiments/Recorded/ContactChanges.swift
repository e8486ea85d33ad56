import DiscreteEvents

/// What became of contacts in one run and in another with the same callers, contact for contact.
public struct ContactChanges: Equatable, Sendable {
  /// How many were, or came, in both.
  public var inBoth: UInt64 = 0
  /// How many were answered in both.
  public var answeredInBoth: UInt64 = 0
  /// How many of those waited less in the second run.
  public var waitedLess: UInt64 = 0
  /// How many of those waited longer in the second run.
  public var waitedLonger: UInt64 = 0
  /// How much less those answered in both waited in the second, in all; negative if longer. Time in the queue alone.
  public var waitSaved: Milliseconds = 0
  /// How many were answered only in the second.
  public var newlyAnswered: UInt64 = 0
  /// How many of those had given up in the first.
  public var answeredNotAbandoned: UInt64 = 0
  /// How many were answered only in the first.
  public var noLongerAnswered: UInt64 = 0
  /// How many of those gave up in the second.
  public var abandonedNotAnswered: UInt64 = 0
  /// How many came in the first only, such as redials of callers who gave up there.
  public var onlyInFirst: UInt64 = 0
  /// How many came in the second only.
  public var onlyInSecond: UInt64 = 0

  /// The changes from `first` to `second`. O(contacts).
  init(from first: ContactFates, to second: ContactFates) {
    var places: [ContactIdentity: Int] = [:]
    for (number, fate) in first.fates.enumerated() where fate != .past { places[first.identities[number]] = number }
    for (number, fate) in second.fates.enumerated() where fate != .past {
      // Nobody is in a run twice, but a file may say so.
      guard let other = places.removeValue(forKey: second.identities[number]) else {
        onlyInSecond += 1
        continue
      }
      inBoth += 1
      switch (first.fates[other], fate) {
      case (.answered, .answered):
        let saved = first.waits[other] - second.waits[number]
        answeredInBoth += 1
        waitSaved &+= saved
        waitedLess += saved > 0 ? 1 : 0
        waitedLonger += saved < 0 ? 1 : 0
      case (let before, .answered):
        newlyAnswered += 1
        answeredNotAbandoned += before == .abandoned ? 1 : 0
      case (.answered, let after):
        noLongerAnswered += 1
        abandonedNotAnswered += after == .abandoned ? 1 : 0
      default: break
      }
    }
    onlyInFirst = UInt64(places.count)
  }
}
