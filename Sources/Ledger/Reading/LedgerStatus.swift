/// Whether a ledger is whole.
public enum LedgerStatus: Equatable, Sendable {
  /// Its run came to its end.
  case finished
  /// Its run was cut short, or still goes on. What there is of it is a prefix of what it would have been; what stood behind
  /// that and was no whole block is left out.
  case unfinished(LedgerTear?)
}

/// What stands at the end of an unfinished ledger and is no whole block.
public struct LedgerTear: Equatable, Sendable {
  /// The number of the block that is not whole.
  public var block: UInt64
  /// The byte of the file at which it begins.
  public var offset: UInt64
  /// How many bytes are left out.
  public var bytes: UInt64
  /// How it shows that it is not whole.
  public var finding: LedgerDamage.Finding

  /// A tear.
  public init(block: UInt64, offset: UInt64, bytes: UInt64, finding: LedgerDamage.Finding) {
    self.block = block
    self.offset = offset
    self.bytes = bytes
    self.finding = finding
  }
}

extension LedgerTear: CustomStringConvertible {
  /// What is left out, where it was, and why.
  public var description: String {
    "the last \(bytes) bytes are left out: block \(block) at byte \(offset) is not whole (\(finding.rawValue))"
  }
}
