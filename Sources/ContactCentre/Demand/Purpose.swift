/// What a random number is drawn for. Each purpose has numbers of its own, so no draw can move another.
///
/// Raw values are part of what a seed means: changing one changes every night ever simulated.
enum Purpose {
  /// Keyed by the caller.
  static let arrivalTime: UInt64 = 0
  static let patience: UInt64 = 1
  static let handling: UInt64 = 2
  static let wrapUp: UInt64 = 3
  static let outcome: UInt64 = 4
  static let redial: UInt64 = 5
  static let redialDelay: UInt64 = 6
  static func stageTime(_ stage: UInt8) -> UInt64 { 16 + UInt64(stage) }
  static func stageBranch(_ stage: UInt8) -> UInt64 { 48 + UInt64(stage) }
  /// The most front stages for which all purposes are different numbers.
  static let mostStages: UInt8 = 32
  /// A caller diverted to another channel is drawn anew there: added once for each diversion.
  static let diversion: UInt64 = 80

  /// Keyed by the channel and the cell.
  static let count: UInt64 = 0
  /// Keyed by the channel and the day.
  static let dayBusyness: UInt64 = 0
  /// Keyed by the channel, the day and the interval.
  static let intervalBusyness: UInt64 = 1
  /// Keyed by the team, the day, the shift and the head.
  static let attendance: UInt64 = 0
}
