import DiscreteEvents

/// Where on the demand tape a caller, or a logged incident, stands.
@usableFromInline
package struct TapePlace: Hashable {
  /// The cell of five minutes, or what stands for it of a contact that is listed.
  @usableFromInline package var cell: UInt32
  /// Since the first instant of the run.
  @usableFromInline package var time: Milliseconds
  /// The channel, or the log's number after those of the channels.
  @usableFromInline package var source: UInt16
  /// The contact's number within its cell, or where it is listed.
  @usableFromInline package var index: UInt32

  /// A place by its parts.
  @inlinable
  package init(cell: UInt32, time: Milliseconds, source: UInt16, index: UInt32) {
    self.cell = cell
    self.time = time
    self.source = source
    self.index = index
  }
}
