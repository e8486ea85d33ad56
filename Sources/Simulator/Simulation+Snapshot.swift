import ContactCentre

extension Simulation {
  /// The world after the last event handed over, as bytes from which ``init(plan:seed:replication:restoring:)`` goes on.
  ///
  /// A few tens of kilobytes for a busy force. O(contacts, handlers, incidents and units in the world). The bytes are
  /// for this plan only, and their form may change with any version: what is to last is the events.
  public borrowing func snapshot() -> [UInt8] {
    var writer = StateWriter()
    world.pointee.write(to: &writer)
    return writer.bytes
  }

  /// A run taken up where ``snapshot()`` was taken of another of the same plan, seed and replication.
  ///
  /// It goes on as that one did, event for event. Takes no time in proportion to what came before.
  /// - Throws: if the snapshot is not of a world of this plan. No bytes can do worse.
  public init(
    plan: Plan, seed: UInt64, replication: Int, restoring snapshot: [UInt8]
  ) throws(SnapshotFault) {
    self.init(plan: plan, seed: seed, replication: replication)
    var reader = StateReader(snapshot)
    try world.pointee.read(from: &reader)
    seekSources()
  }
}
