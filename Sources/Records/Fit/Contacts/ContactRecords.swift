import DiscreteEvents
import Reading

/// What a file of call records holds, condensed to what a scenario can be learned from.
///
/// Memory grows with the days, channels and handlers recorded, not with the contacts: of times fair samples of 65,536 are
/// kept.
public struct ContactRecords: Sendable {
  var channels: [ChannelRecords] = []
  var activity = AgentActivity()
  /// Handlers named.
  var agents = 0
  /// The first and the last moment at which somebody came, in milliseconds since the Unix epoch.
  var first = Milliseconds.max
  var last = Milliseconds.min
  /// The clocks the records go by.
  var zone = ZoneRules.utc
  /// Answered contacts of each channel that overlapped another of the same handler.
  var overlaps: [Int] = []
  /// Whether there is a column that names them.
  var hasAgents = false

  /// What the records were read from.
  public internal(set) var path = ""
  /// Rows after the header.
  public internal(set) var rows = 0
  /// Why how many rows were left out.
  public internal(set) var leftOut: [RowCount] = []
  /// What was odd about how many rows that were used.
  public internal(set) var odd: [RowCount] = []
  /// What looks wrong, in the order it was found.
  public internal(set) var warnings: [Problem] = []

  /// Rows that were used.
  public var rowsUsed: Int { rows - leftOut.reduce(0) { $0 + $1.count } }
}
