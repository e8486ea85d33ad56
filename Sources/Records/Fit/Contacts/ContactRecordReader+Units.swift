import ScenarioFile

/// Whether times are in the unit they are taken for.
extension ContactRecordReader {
  /// A column of times.
  enum TimeColumn: Int, CaseIterable {
    case wait, handling, wrapUp
  }

  /// With fewer times a channel's median says nothing.
  private static let fewestTimes = 10
  /// Hardly a call is handled within so many seconds.
  private static let shortHandling = 10.0

  /// Warns of columns whose numbers are probably days, and of handling that is probably in minutes.
  mutating func warnOfUnits() {
    for column in TimeColumn.allCases where bareTimes[column.rawValue].areProbablyDays {
      problems.warn(bareTimes[column.rawValue].message("\(column)"), BareSeconds.remedy)
    }
    let handling = bareTimes[TimeColumn.handling.rawValue]
    if handling.positive == 0 || handling.areProbablyDays { return }
    for channel in records.channels {
      let times = channel.handling.values.sorted()
      guard times.count >= Self.fewestTimes, times[times.count / 2] < Self.shortHandling else { continue }
      problems.warn(
        "half of the handling times of “\(channel.name)” are below 10 seconds: are they minutes?", BareSeconds.remedy)
    }
  }
}
