import Erlang
import Reading

/// How many contacts of one channel come in every interval of some days, as a table tells it.
public struct VolumeTable: Sendable {
  /// What it was read from.
  public let path: String
  /// The channel, as the table calls it; ``unnamed`` if it names none.
  public let channel: String
  /// Whether this is one average week, whose days are not of any date: its intervals are given the dates of that from Monday,
  /// 5 January 1970.
  public let isWeek: Bool
  /// The time zone by whose clocks the intervals are.
  public let timeZone: String
  /// How long an interval is by the clock, in minutes.
  public let minutes: Int
  /// The intervals, earliest first. One that the clocks pass over is not among them.
  public let intervals: [IntervalVolume]
  /// How many intervals between the first and the last have no row.
  public let missing: Int
  /// What looks wrong, in the order it was found.
  public let warnings: [Problem]

  /// The channel of a table that names none.
  public static let unnamed = "all"

  /// What a table may leave open.
  public struct Question: Sendable {
    /// Which channel; nil if the table has but one.
    public var channel: String?
    /// How long an interval is, in minutes; nil if the table tells.
    public var minutes: Int?
    /// Mean handling time of the intervals for which the table has none, in seconds; nil if it has one for all.
    public var handling: Double?

    /// A question.
    public init(channel: String? = nil, minutes: Int? = nil, handling: Double? = nil) {
      self.channel = channel
      self.minutes = minutes
      self.handling = handling
    }
  }

  /// Reads the table at `path`: a history as ``ContactHistory`` reads it, by intervals of five minutes to four hours, or
  /// a forecast as ``ForecastReport/csv`` has it, for a year at most, or one average week, with a column for each day that
  /// there is and a row for each time of day. Times are by the clocks of `timeZone`.
  ///
  /// The time of an interval is its `start`, or its `date` and `time`; contacts are in `count`, `offered` or `expected`,
  /// in a column named by the channel, or in one for each time of day; `handling` (or `aht`) is their mean handling time, and
  /// `minutes` how long an interval is. Where it is clear what is meant, columns may be called as systems call them: `Queue` for
  /// `channel`, `Interval` for `time`, `Calls offered` for `count`. Nothing is left out: a requirement without a row would be too
  /// small. O(rows × log rows).
  ///
  /// - Throws: where the file cannot be read or a row cannot be used.
  public static func read(
    _ path: String, _ question: Question = .init(), timeZone: String = "Europe/London",
    files: some FileReading = DiskFiles()
  ) throws(RecordsError) -> VolumeTable {
    try RowProblems(path: path).refuseUnknownZone(timeZone)
    var reader = VolumeReader(path: path, question, timeZone: timeZone)
    try RowFeed.read(path, from: files) { row in reader.take(row) }
    return try reader.finished()
  }
}
