import DiscreteEvents

/// Somebody who comes again and again: one of the callers of a group.
public struct RepeatCaller: Hashable, Sendable, BitwiseCopyable {
  /// The group's number in the scenario.
  public var group: UInt8
  /// The caller's number in the group.
  public var number: UInt16

  /// One of the callers of a group.
  public init(group: UInt8, number: UInt16) {
    self.group = group
    self.number = number
  }
}

/// Which contacts are those of repeat callers, as plain data. Belongs to the ``PlanTables``, which free it.
///
/// Who a contact is follows from its key alone: one number says the group, another which of its callers. So a group that
/// grows keeps its contacts, and of a channel's contacts the same ones belong to a group whatever else is changed.
package struct CallerRules: BitwiseCopyable {
  /// How many groups there are.
  let groupCount: Int
  /// For each channel, the groups' shares of its contacts, each with those before it.
  let shares: UnsafeMutablePointer<Double>
  /// How many callers each group has.
  let callers: UnsafeMutablePointer<UInt64>
  /// The share of each group's contacts that do not come.
  let deterred: UnsafeMutablePointer<Double>

  /// Nil if nobody comes again and again.
  init?(_ scenario: Scenario) {
    guard !scenario.callers.isEmpty else { return nil }
    groupCount = scenario.callers.count
    shares = PlanTables.stored(
      scenario.channels.flatMap { channel in
        PlanTables.summedUp(
          scenario.callers.map { group in group.channels.first { $0.channel == channel.id }?.share ?? 0 })
      })
    callers = PlanTables.stored(scenario.callers.map { UInt64($0.callers) })
    deterred = PlanTables.stored(scenario.callers.map(\.deterred))
  }

  func deallocate() {
    shares.deallocate()
    callers.deallocate()
    deterred.deallocate()
  }

  /// Who a contact of a channel is; nil for somebody who comes once only.
  package func caller(_ key: RandomKey, channel: Int) -> RepeatCaller? {
    var choosing = key.stream(Purpose.callerGroup)
    let share = choosing.uniform()
    let shares = self.shares + channel * groupCount
    guard let group = (0..<groupCount).first(where: { share < shares[$0] }) else { return nil }
    var numbering = key.stream(Purpose.callerNumber)
    return RepeatCaller(
      group: UInt8(truncatingIfNeeded: group),
      number: UInt16(truncatingIfNeeded: numbering.next(below: callers[group])))
  }
}
