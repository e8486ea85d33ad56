import Synchronization

/// A wish that long work should end with what is done. Safe to use from several threads.
///
/// Work looks at it between replications and between blocks of events, never between two events.
public final class StopRequest: Sendable {
  private let isMade = Atomic(false)

  /// A request that nobody has made yet.
  public init() {}

  /// Makes the request. It cannot be taken back.
  public func make() { isMade.store(true, ordering: .relaxed) }

  /// Whether it was made.
  public var wasMade: Bool { isMade.load(ordering: .relaxed) }
}
