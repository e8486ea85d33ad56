import Synchronization

/// Counts simulations and tells somebody.
final class RunCounter: Sendable {
  private let runs = Atomic(0)
  private let tell: (@Sendable (Int) -> Void)?

  init(_ tell: (@Sendable (Int) -> Void)?) { self.tell = tell }

  /// One more.
  func count() { tell?(runs.wrappingAdd(1, ordering: .relaxed).newValue) }
}
