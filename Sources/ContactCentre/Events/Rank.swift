/// The order in which things happen that are due at the same instant.
///
/// A caller whose patience ends at the very moment a handler frees is answered, because completions come before routing
/// and routing before abandonments.
@usableFromInline
package enum Rank {
  /// What must be decided about a contact, or an incident, before anything else happens: its next front stage, or when it
  /// redials; how many units it wants, or who is stood down.
  @inlinable package static var atOnce: UInt8 { 0 }
  /// Handlers and units sign on, or return from a break.
  @inlinable package static var signOn: UInt8 { 1 }
  /// Conversations and wrap-ups end; units set off, arrive, and are done.
  @inlinable package static var completion: UInt8 { 2 }
  /// Handlers and units sign off, or go on a break.
  @inlinable package static var signOff: UInt8 { 3 }
  /// Contacts arrive, redial, or leave a front stage, and incidents open: first those new to the tape, then contacts by
  /// number, then incidents.
  @inlinable package static var arrival: UInt8 { 4 }
  /// Waiting contacts meet ready handlers; those left over settle down to wait.
  @inlinable package static var routing: UInt8 { 5 }
  /// Units are sent to incidents.
  @inlinable package static var dispatch: UInt8 { 6 }
  /// Waiting contacts give up; incidents to which nobody has come are withdrawn, regraded, or rung about again.
  @inlinable package static var abandonment: UInt8 { 7 }
}
