import DiscreteEvents

/// Who of a channel's callers does not come after all: those who were told better, and those whose trouble was looked into.
///
/// A caller's outcome is known beforehand, because it is drawn from the caller's key; so is who they are. Of those who
/// would turn out to be what is deterred, and of the contacts of a group, a share is taken off the tape, again by a
/// number of the caller's own. So exactly they stay away, and nobody else changes. What counts is the outcome on the
/// channel they came by.
struct Deterrence {
  /// The channel's outcome shares, each with those before it, and the deterred share of each.
  private let outcomes: [(upTo: Double, deterred: Double)]
  private let callers: CallerRules?
  private let channel: Int

  /// Nil if all callers of the channel come.
  init?(_ channel: Channel, number: Int, callers: CallerRules?) {
    let deters = channel.outcomes.contains { $0.deterred > 0 }
    let intervenes = callers.map { rules in (0..<rules.groupCount).contains { rules.deterred[$0] > 0 } } ?? false
    guard deters || intervenes else { return nil }
    outcomes =
      deters
      ? Array(zip(PlanTables.summedUp(channel.outcomes.map(\.share)), channel.outcomes.map(\.deterred)))
        .map { (upTo: $0, deterred: $1) } : []
    self.callers = intervenes ? callers : nil
    self.channel = number
  }

  /// Whether the caller of a key stays away. `recorded` is the number of the outcome that a trace says they had, if any.
  func keepsAway(_ key: RandomKey, recorded: Int? = nil) -> Bool {
    if !outcomes.isEmpty, holds(key, Purpose.deterrence, deterredShare(key, recorded)) { return true }
    guard let callers, let caller = callers.caller(key, channel: channel) else { return false }
    return holds(key, Purpose.intervention, callers.deterred[Int(caller.group)])
  }

  private func deterredShare(_ key: RandomKey, _ recorded: Int?) -> Double {
    if let recorded { return recorded < outcomes.count ? outcomes[recorded].deterred : 0 }
    var stream = key.stream(Purpose.outcome)
    let share = stream.uniform()
    return outcomes.first { share < $0.upTo }?.deterred ?? 0
  }

  private func holds(_ key: RandomKey, _ purpose: UInt64, _ probability: Double) -> Bool {
    if probability <= 0 { return false }
    var stream = key.stream(purpose)
    return stream.uniform() < probability
  }
}
