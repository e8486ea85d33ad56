/// Totals of weeks or months, which stand in a table as counts of days would.
extension HistoryReader {
  private static let fewestTotals = 3
  /// The share of days with counts that are as far from the one before as those of totals.
  private static let nearlyAll = 0.9

  /// Refuses a history of which nearly all days with counts are a week or a month apart.
  func refuseTotals() throws(RecordsError) {
    let minutes = Set(counts.flatMap(\.keys))
    guard minutes.allSatisfy({ $0 % 1_440 == 0 }) else { return }
    let days = minutes.map { $0 / 1_440 }.sorted()
    guard days.count >= Self.fewestTotals else { return }
    let apart = zip(days.dropFirst(), days).map { $0 - $1 }
    for (adjective, distance, lengths) in [("weekly", "7 days", 7...7), ("monthly", "28 to 31 days", 28...31)] {
      let count = apart.count { lengths.contains($0) }
      guard Double(count) >= Self.nearlyAll * Double(apart.count) else { continue }
      throw problems.fatal(
        line: lines[days[1]]?.first ?? 0, column: timeColumn,
        "of the \(days.count) days with counts, \(count == apart.count ? "all" : "nearly all") are \(distance) apart: "
          + "these look like \(adjective) totals",
        "give counts by day; where nobody comes on the days between, write 0 for them")
    }
  }
}
