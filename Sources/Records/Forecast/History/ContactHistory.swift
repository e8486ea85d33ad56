import DiscreteEvents
import Reading

/// How many contacts came by each channel, day by day and perhaps interval by interval.
public struct ContactHistory: Sendable {
  /// One channel's counts.
  struct Channel: Sendable {
    var name: String
    /// Counts of each day, one for every interval; nil where a day was not recorded whole.
    var intervals: [[Double]?]
  }

  var channels: [Channel]
  /// The number of the first day since 1 January 1970.
  var firstDay: Int
  /// Intervals in a day: 1 where only days are known.
  public internal(set) var perDay: Int
  /// What looks wrong, in the order it was found.
  public internal(set) var warnings: [Problem]
  /// What it was read from.
  public internal(set) var path = ""
  /// The clocks its times are by, for two years after it.
  var zone = ZoneRules.utc
  /// What of it could not be read.
  public internal(set) var loss = HistoryLoss()

  /// Days from the first to the last.
  public var days: Int { channels.map(\.intervals.count).max() ?? 0 }

  /// The day after the last.
  public var end: CivilTime { CivilTime(dayNumber: firstDay + days) }

  /// The last day, by ISO 8601.
  public var lastDate: String { CivilTime(dayNumber: firstDay + days - 1).dateText }

  /// A channel's daily counts.
  func series(_ channel: Channel) -> DailySeries {
    DailySeries(firstDay: firstDay, counts: channel.intervals.map { $0.map { $0.reduce(0, +) } })
  }

  /// The history without its last days.
  func dropping(last days: Int) -> ContactHistory {
    var shorter = self
    for index in channels.indices { shorter.channels[index].intervals.removeLast(days) }
    return shorter
  }
}
