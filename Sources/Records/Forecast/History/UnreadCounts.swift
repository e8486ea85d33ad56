/// Counts of a history that are there and cannot be read. They are not those that are missing: systems leave out intervals
/// in which nobody came.
struct UnreadCounts {
  /// Cells left out whose rows have others.
  private(set) var cells = 0
  /// By channel number, minutes of local time since 1 January 1970.
  private var minutes: [Int: Set<Int>] = [:]
  /// Minutes of rows of which nobody knows the channel, or that have all.
  private var minutesOfAll: Set<Int> = []
  /// By channel, days since 1 January 1970 with a row of which nobody knows the time.
  private var days: [String: Set<Int>] = [:]
  private var daysOfAll: Set<Int> = []

  /// Notes the count of a channel at `minute`, of a row that `hasOthers`, or of one that is left out whole.
  mutating func add(_ channel: Int, at minute: Int, hasOthers: Bool) {
    if hasOthers { cells += 1 }
    minutes[channel, default: []].insert(minute)
  }

  /// Notes a row of some or all channels, at `minute`.
  mutating func add(at minute: Int) { minutesOfAll.insert(minute) }

  /// Notes a row of a day, of the channel of that name or of any.
  mutating func add(day: Int, channel: String?) {
    if let channel { days[channel, default: []].insert(day) } else { daysOfAll.insert(day) }
  }

  /// Minutes at which there are counts that cannot be read.
  var allMinutes: Set<Int> { minutes.values.reduce(minutesOfAll) { $0.union($1) } }

  /// Whether any count of a channel is known to be there that cannot be read.
  func concerns(_ channel: Int) -> Bool { minutes[channel] != nil }

  /// Whether the count of a channel at `minute` is there and cannot be read. What may be of any channel is of one for which
  /// nothing else was found.
  func contains(_ channel: Int, at minute: Int, isFound: Bool) -> Bool {
    minutes[channel]?.contains(minute) == true || !isFound && minutesOfAll.contains(minute)
  }

  /// Whether there is a row of a channel on a day, and nobody knows of what time.
  func contains(_ channel: String, day: Int) -> Bool { daysOfAll.contains(day) || days[channel]?.contains(day) == true }
}
