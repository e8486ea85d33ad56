import DiscreteEvents
import Erlang
import Writing

/// The requirements of a table's intervals for people, for programs and for spreadsheets.
public struct RequirementsReport: Sendable {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/requirements/1"

  let requirements: StaffingRequirements
  let table: VolumeTable
  let totals: RequirementTotals

  /// A report of what the intervals of `table` require.
  ///
  /// - Precondition: there is an interval, and `requirements` are of those of the table.
  public init(_ requirements: StaffingRequirements, of table: VolumeTable) {
    precondition(!table.intervals.isEmpty && requirements.intervals.map(\.volume) == table.intervals)
    self.requirements = requirements
    self.table = table
    totals = RequirementTotals(requirements.intervals)
  }

  /// The report for people, with a newline at its end: of one day each interval, of several a grid of times and days.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("\(formula): handlers required by interval", underline: "=")
    lines += question.lines(coloured: isColoured)
    lines += [""] + page.heading("In all") + answer.lines(coloured: isColoured)
    let days = requirements.byDay
    if days.count > 1 {
      for week in shownWeeks(days) {
        lines += [""] + page.heading("\(gridNoun), \(span(week))")
        lines += RequirementGrid(week, dates).table.lines(coloured: isColoured)
      }
      lines += [""] + page.heading("\(days.count > Self.mostDays ? "Week by week" : "Day by day"), in handler-hours")
      lines += parts(days).lines(coloured: isColoured)
    } else {
      lines += [""] + page.heading(span(days)) + intervals.lines(coloured: isColoured)
    }
    lines += [""] + remark(days).wrapped(to: TextTable.pageWidth)
    return lines.joined(separator: "\n") + "\n"
  }

  /// How days and intervals are called.
  var dates: IntervalDates { IntervalDates(isWeek: table.isWeek) }

  var formula: String { requirements.patience == nil ? "Erlang C" : "Erlang A" }

  // MARK: The question and the answer

  private var question: TextTable {
    var question = TextTable(alignments: [.left, .left])
    let count = Quantity.integer(UInt64(table.intervals.count))
    let missing = table.missing == 0 ? "" : "; \(Quantity.integer(UInt64(table.missing))) between them have no row"
    question.rows = [
      ["Volumes", .init(table.channel != VolumeTable.unnamed ? "\(table.channel), from \(table.path)" : table.path)],
      ["Intervals", .init("\(count) of \(Quantity.limit(Double(table.minutes * 60)))\(missing)")],
      table.isWeek ? ["Days", "of one average week"] : ["Clocks", .init(table.timeZone)],
      ["Handling", .init(handling)],
      ["Patience", .init(requirements.patience.map { "\(Quantity.duration($0)) on average" } ?? "endless")],
      ["Target", .init(requirements.goals.map(\.words).joined(separator: "; "))],
    ]
    if let shrinkage = requirements.shrinkage {
      question.rows.append(["Shrinkage", .init("\(Quantity.aim(shrinkage)) of rostered time is not at work")])
    }
    return question
  }

  private var handling: String {
    let busy = table.intervals.filter { $0.offered > 0 }
    let times = busy.compactMap(\.handling)
    guard let least = times.min(), let most = times.max() else { return Quantity.undefined }
    guard least < most else { return "\(Quantity.duration(least)) on average" }
    let mean = Quantity.duration(totals.loadHours * 3_600 / totals.offered)
    return "\(mean) on average, from \(Quantity.duration(least)) to \(Quantity.duration(most)) by interval"
  }

  private var answer: TextTable {
    var answer = TextTable(alignments: [.left, .right, .left])
    let peak = totals.peak
    let time = peak.map { ", on \(dates.moment($0.volume.start))" } ?? ""
    func most(_ heads: Int?) -> String { heads.map { "; at the peak \(Quantity.integer(UInt64($0)))" } ?? "" }
    answer.rows = [
      ["Offered", .init(Quantity.decimal(totals.offered)), "contacts"],
      ["Load", .init(Quantity.decimal(totals.loadHours, decimals: 1)), "hours of work"],
      [
        "Required", .init(Quantity.decimal(totals.requiredHours, decimals: 1)),
        .init("handler-hours\(most(peak?.required))\(time)"),
      ],
    ]
    if let hours = totals.rosteredHours {
      answer.rows.append([
        "Rostered", .init(Quantity.decimal(hours, decimals: 1)), .init("handler-hours\(most(peak?.rostered))"),
      ])
    }
    answer.rows.append([
      .init("In \(Quantity.limit(requirements.within))"), Self.share(totals.serviceLevel), "of calls offered",
    ])
    if requirements.patience != nil { answer.rows.append(["Abandoned", Self.share(totals.abandonment)]) }
    answer.rows.append([
      "Mean wait", .init(totals.meanWaitOfAnswered.map(Quantity.duration) ?? Quantity.undefined), "of calls answered",
    ])
    answer.rows.append(["Occupancy", Self.share(totals.occupancy)])
    return answer
  }

  // MARK: Interval by interval

  /// A row for every interval.
  private var intervals: TextTable {
    var headings = ["Start", "Offered", "Load", "Required"]
    if requirements.shrinkage != nil { headings.append("Rostered") }
    headings.append("In \(Quantity.limit(requirements.within))")
    if requirements.patience != nil { headings.append("Abandoned") }
    var rows = TextTable()
    rows.rows = [(headings + ["Wait", "Occupied"]).map { TextTable.Cell($0, tone: .heading) }]
    // Tenths of what is in thousands say nothing.
    func decimals(_ numbers: [Double]) -> Int {
      numbers.allSatisfy { $0 == $0.rounded() } || numbers.contains { $0 >= 1_000 } ? 0 : 1
    }
    let offered = decimals(requirements.intervals.map(\.volume.offered))
    let load = decimals(requirements.intervals.map(\.load))
    for interval in requirements.intervals {
      var row: [TextTable.Cell] = [
        .init(CivilTime.clock(interval.volume.start.timeOfDay)),
        .init(Quantity.decimal(interval.volume.offered, decimals: offered)),
        .init(Quantity.decimal(interval.load, decimals: load)), .init(Quantity.integer(UInt64(interval.required))),
      ]
      if let rostered = interval.rostered { row.append(.init(Quantity.integer(UInt64(rostered)))) }
      row.append(Self.share(interval.queue?.serviceLevel, decimals: 1))
      if requirements.patience != nil { row.append(Self.share(interval.queue?.abandonment, decimals: 1)) }
      row.append(.init(interval.queue.map { Quantity.duration($0.meanWaitOfAnswered) } ?? Quantity.undefined))
      row.append(Self.share(interval.queue?.occupancy, decimals: 1))
      rows.rows.append(row)
    }
    return rows
  }

  // MARK: Words

  private func remark(_ days: [RequirementDay]) -> String {
    var sentences: [String] = []
    if days.count > 1, requirements.shrinkage != nil {
      sentences.append("Without --shrinkage the grid has those required.")
    }
    if days.count > Self.mostDays {
      sentences.append("Of so many days only the week of the peak has a grid; --csv leaves all intervals.")
    }
    if requirements.intervals.contains(where: { $0.queue == nil }) {
      sentences.append("Where nobody comes nobody is required.")
    }
    let breaks = requirements.shrinkage == nil ? "" : " but those in shrinkage"
    sentences += [
      "Every interval is reckoned by itself, as if it had no end: none takes over a queue from the one before, and "
        + "handlers take no breaks\(breaks).",
      "Each is rounded up to whole handlers, so that all together do better than the target.",
      "“watchroom size” simulates shifts instead.",
    ]
    return sentences.joined(separator: " ")
  }

  static func share(_ share: Double?, decimals: Int = 2) -> TextTable.Cell {
    .init(share.map { Quantity.share($0, decimals: decimals) } ?? Quantity.undefined)
  }
}
