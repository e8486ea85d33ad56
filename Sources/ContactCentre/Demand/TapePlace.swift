import DiscreteEvents

/// Where on the demand tape a caller, or a logged incident, stands.
package struct TapePlace: Hashable {
  package var cell: UInt32
  package var time: Milliseconds
  /// The channel, or the log's number after those of the channels.
  package var source: UInt16
  package var index: UInt32

  @inlinable
  package init(cell: UInt32, time: Milliseconds, source: UInt16, index: UInt32) {
    self.cell = cell
    self.time = time
    self.source = source
    self.index = index
  }
}
