import ScenarioFile

/// What all rows together say.
extension HistoryReader {
  /// The history of all rows read.
  consuming func finished() throws(RecordsError) -> ContactHistory {
    if let failure { throw failure }
    guard layout != nil else { throw problems.fatal("the file is empty", Self.form) }
    let minutes = Set(counts.flatMap(\.keys)).sorted()
    guard let first = minutes.first, let last = minutes.last else {
      throw problems.fatal("there is no row that can be used", "put right what is listed")
    }
    guard problems.rowsLeftOut <= rows / 2 else {
      throw problems.fatal(
        "\(problems.rowsLeftOut) of \(rows) rows cannot be used, too many to forecast from the rest",
        "put right what is listed")
    }
    let firstDay = first / 1_440
    let days = last / 1_440 - firstDay + 1
    guard days <= Self.mostDays else {
      throw problems.fatal("the history spans \(days) days", "check the dates: at most \(Self.mostDays)")
    }
    guard days >= 14 else {
      throw problems.fatal("the history spans \(days) days", "give two weeks at least, and two years if there are")
    }
    let perDay = try intervals(minutes)
    let length = 1_440 / perDay
    var history = ContactHistory(channels: [], firstDay: firstDay, perDay: perDay, warnings: [])
    for (number, name) in channels.enumerated() {
      let own = counts[number]
      let found = (0..<days).map { day -> [Double]? in
        let start = (firstDay + day) * 1_440
        let values = (0..<perDay).map { own[start + $0 * length] }
        // Where a day has counts, an interval without one had none: systems leave those out.
        return values.contains { $0 != nil } ? values.map { $0 ?? 0 } : nil
      }
      let missing = found.count { $0 == nil }
      if missing > 0 {
        problems.warn(
          "“\(name)” has no counts on \(missing) of \(days) days", "they are taken as not recorded; write 0 for none")
      }
      history.channels.append(.init(name: name, intervals: found))
    }
    history.warnings = problems.all
    return history
  }

  /// How many intervals a day has: those of the greatest length that every time is a multiple of.
  private func intervals(_ minutes: [Int]) throws(RecordsError) -> Int {
    var length = 1_440
    for minute in minutes {
      var (a, b) = (length, minute % 1_440)
      while b != 0 { (a, b) = (b, a % b) }
      length = a
    }
    guard length >= 5 else {
      throw problems.fatal(
        "times are \(length) minutes apart", "count by intervals of 5 minutes or more that divide a day")
    }
    return 1_440 / length
  }
}
