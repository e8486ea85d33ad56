import DiscreteEvents

/// A recorded contact as plain data; not a number where the record is silent.
package struct TraceEntry: BitwiseCopyable {
  /// Since the first instant of the run.
  package var time: Milliseconds
  /// Seconds.
  package var handling: Double
  /// Seconds.
  package var wrapUp: Double
  /// Seconds.
  package var patience: Double
  /// The outcome's number in its channel, or of an incident the grade's in its source; or -1.
  package var outcome: Int
  /// Where it happened, in degrees north.
  package var latitude: Double
  /// Where it happened, in degrees east.
  package var longitude: Double
}
