import Experiments

/// What all text reports have in common: their headings, and how they say under which circumstances a result came about.
struct TextPage {
  let isColoured: Bool

  /// Lines that begin a section: what it is about, underlined.
  func heading(_ title: String, underline: Character = "-") -> [String] {
    let text = title.fitted(to: TextTable.pageWidth)
    let shown = Tone.heading.applied(to: text, coloured: isColoured)
    return [shown, String(repeating: underline, count: TextTable.pageWidth)]
  }

  /// When, how often and with which luck `result` was simulated; `interval` says what its half-widths are of.
  func circumstances(of result: ExperimentResult, interval: String) -> [String] {
    let calendar = result.scenario.calendar
    var table = TextTable(alignments: [.left, .left])
    let days = calendar.days == 1 ? "1 day" : "\(Quantity.integer(UInt64(calendar.days))) days"
    let replications =
      result.replications == 1
      ? "1" : "\(Quantity.integer(UInt64(result.replications))) (\u{B1} is the 95% half-width \(interval))"
    table.rows = [
      ["From", .init(LocalTime(result.start, in: calendar.zone).spelledOut)],
      ["To", .init("\(LocalTime(result.end, in: calendar.zone).spelledOut) (\(days))")],
      ["Clocks", .init(calendar.zone.name)],
      ["Seed", .init(String(result.seed))],
      ["Replications", .init(replications)],
    ]
    return table.lines(coloured: isColoured)
  }
}
