/// A shift's breaks as plain data.
package struct ShiftRule: BitwiseCopyable {
  /// The place of its breaks among all shifts' breaks.
  package var firstBreak: Int
  /// How many breaks it has.
  package var breakCount: Int
}
