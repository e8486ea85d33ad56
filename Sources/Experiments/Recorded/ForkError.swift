import Ledger

/// Why a recorded run was not forked.
public enum ForkError: Error, Sendable, Equatable {
  /// The plan of the fork cannot take over: see ``ContactCentre/Scenario/obstacle(toForking:)``.
  case obstacle(ForkObstacle)
  /// The ledger is not what it should be, or the fork could not be kept.
  case ledger(LedgerError)
}
