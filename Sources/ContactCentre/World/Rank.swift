/// The order in which things happen that are due at the same instant.
///
/// A caller whose patience ends at the very moment a handler frees is answered, because completions come before routing
/// and routing before abandonments.
enum Rank {
  /// What must be decided about a contact before anything else happens: its next front stage, or when it redials.
  static let atOnce: UInt8 = 0
  /// Handlers sign on, or return from a break.
  static let signOn: UInt8 = 1
  /// Conversations and wrap-ups end.
  static let completion: UInt8 = 2
  /// Handlers sign off, or go on a break.
  static let signOff: UInt8 = 3
  /// Contacts arrive, redial, or leave a front stage: first those new to the tape, then the others by number.
  static let arrival: UInt8 = 4
  /// Waiting contacts meet ready handlers; those left over settle down to wait.
  static let routing: UInt8 = 5
  /// Waiting contacts give up.
  static let abandonment: UInt8 = 6
}
