import DiscreteEvents

/// One handler's, or unit's, tour as rostered.
package struct Duty {
  /// Since the first instant of the run; never before it.
  package var start: Milliseconds
  /// ``endless`` if it never ends.
  package var end: Milliseconds
  /// The staff it belongs to: see ``DutyRoster``.
  package var staff: UInt16
  /// The shift it follows, or ``Event/noShift``.
  package var shift: UInt16
  /// When in the spread of the shift's breaks its handler's turn is, in 65,536ths.
  package var turn: UInt16
  /// Keys what is drawn about its handler, or officer.
  package var key: RandomKey
  /// Whether its handler, or officer, turns up.
  package var isPresent = true
  /// Of a tour's beginning that nobody works: whether the handler is only late.
  package var isLate = false
  /// Whether its handler was brought in to make up a minimum.
  package var isOnOvertime = false
  /// By how many per cent its handler takes longer over all work.
  package var percentSlower: UInt8 = 0
  /// Who is in the unit; not used of a handler.
  package var crew = UnitCrew(bits: 0)
  /// Of officers not yet in units: how many it is the tour of, and how many of them turn up.
  var officers: UInt32 = 0
  var officersPresent: UInt32 = 0

  /// The end of a tour that never ends.
  static var endless: Milliseconds { .max }
}
