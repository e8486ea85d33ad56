import Writing

/// How well a scenario learned from records fits them, for people and for programs.
public struct FitReport: Sendable {
  let records: ContactRecords
  let learned: LearnedScenario

  /// A report of what was learned of `records`.
  public init(_ learned: LearnedScenario, from records: ContactRecords) {
    self.learned = learned
    self.records = records
  }

  /// The report, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("Learned from \(records.path)", underline: "=")
    var clocks = TextTable(alignments: [.left, .left])
    clocks.rows = [["Clocks", .init(learned.timeZone)]]
    lines += clocks.lines(coloured: isColoured) + rows.lines(coloured: isColoured)
    lines += [""] + page.heading("Channels") + channels.lines(coloured: isColoured)
    lines += [""] + remarks
    for channel in learned.channels {
      lines += [""] + page.heading(channel.name) + times(channel).lines(coloured: isColoured)
      if !channel.patience.stillWaiting.isEmpty { lines += [""] + patience(channel).lines(coloured: isColoured) }
    }
    lines += [""] + page.heading("Heads by hour, on a mean day") + heads.lines(coloured: isColoured)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func count(_ number: Int) -> TextTable.Cell { .init(Quantity.integer(UInt64(number))) }

  private var rows: TextTable {
    var table = TextTable(alignments: [.left, .right, .left])
    table.rows = [["Rows", Self.count(records.rows)], ["Used", Self.count(records.rowsUsed)]]
    for (index, kind) in records.leftOut.enumerated() {
      table.rows.append([
        index == 0 ? "Left out" : "", .init(Quantity.integer(UInt64(kind.count)), tone: .bad), .init(kind.kind),
      ])
    }
    for (index, kind) in records.odd.enumerated() {
      table.rows.append([
        index == 0 ? "Odd, but used" : "", .init(Quantity.integer(UInt64(kind.count)), tone: .doubtful),
        .init(kind.kind),
      ])
    }
    table.rows.append(["Whole days", Self.count(learned.wholeDays)])
    if !learned.holidays.isEmpty {
      table.rows.append([
        "Holidays", Self.count(learned.holidays.count),
        learned.hasHolidayWeights ? "learned apart from other days" : "too few to learn: left out",
      ])
      for channel in learned.channels {
        guard let ratio = channel.arrivals.holidayRatio else { continue }
        table.rows.append([
          "", .init(Quantity.share(ratio, decimals: 0)),
          .init("as many \(channel.name) as on other days of their weekdays"),
        ])
      }
    }
    return table
  }

  private var channels: TextTable {
    var table = TextTable(alignments: [.left])
    table.addHeadings("Channel", "Contacts", "Abandoned", "In time", "A year", "Dispersion", "Day cv", "Hour cv")
    for channel in learned.channels {
      let busyness = channel.arrivals.profile.busyness
      table.rows.append([
        .init(channel.name), Self.count(channel.offered),
        .init(Quantity.share(channel.abandonmentRate, decimals: 2)),
        .init(Quantity.share(channel.inTime, decimals: 2)),
        .init(Quantity.decimal(channel.arrivals.profile.perYear)),
        .init(Quantity.decimal(channel.arrivals.dispersion, decimals: 2)),
        .init(Quantity.decimal(busyness?.day ?? 0, decimals: 3)),
        .init(Quantity.decimal(busyness?.interval ?? 0, decimals: 3)),
      ])
    }
    return table
  }

  /// What the table of channels does not say of itself.
  private var remarks: [String] {
    var remarks = limits
    for channel in learned.channels {
      guard let growth = channel.arrivals.growthWords else { continue }
      remarks += Self.paragraph("The contacts of \(channel.name) \(growth): “a year” is the mean of the records.")
    }
    let alike = learned.channels.filter { ($0.arrivals.profile.busyness?.day ?? 0) == 0 }
    if !alike.isEmpty {
      let faintest = alike.compactMap { channel in
        channel.arrivals.faintestBusyness.map { "\(Quantity.decimal($0, decimals: 3)) of \(channel.name)" }
      }
      remarks += Self.paragraph(
        "Where a cv is 0, no variation was seen, which is not to say that there is none"
          + (faintest.isEmpty
            ? "." : ": these days would mostly not show less than \(faintest.joined(separator: ", "))."))
    }
    return remarks
  }

  /// Within what time is in time, for each time.
  private var limits: [String] {
    Set(learned.channels.map(\.timeLimit)).sorted().flatMap { limit in
      let names = learned.channels.filter { $0.timeLimit == limit }.map(\.name).joined(
        separator: ", ")
      return Self.paragraph("In time is within \(Quantity.limit(limit)): \(names)")
    }
  }

  /// Lines of text that names are in, which are anybody's.
  private static func paragraph(_ text: String) -> [String] { text.printable.wrapped(to: TextTable.pageWidth) }

  /// At which shares quantiles are shown.
  static let shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

  /// Quantiles recorded and fitted, one under the other; and how far the families tried are from the records.
  private func times(_ channel: LearnedChannel) -> TextTable {
    var table = TextTable(alignments: [.left])
    table.rows.append(
      [.init("", tone: .heading), .init("Distance", tone: .heading)]
        + Self.shares.map { .init(Quantity.share($0, decimals: 0), tone: .heading) })
    for (name, fit) in [("Handling", channel.handling), ("Wrap-up", channel.wrapUp)] {
      guard let fit else { continue }
      let quantiles = Self.shares.map { fit.quantiles($0) }
      table.rows.append([.init(name), ""] + quantiles.map { .init(Quantity.duration($0.observed)) })
      table.rows.append(
        [
          .init("  \(fit.family)", tone: .good), .init(Quantity.decimal(fit.distance, decimals: 4), tone: .good),
        ]
          + quantiles.map { .init(Quantity.duration($0.fitted)) })
      for candidate in fit.candidates where candidate.family != fit.family {
        table.rows.append([
          .init("  \(candidate.family)"), .init(Quantity.decimal(candidate.distance, decimals: 4)),
        ])
      }
    }
    if table.rows.count == 1 { table.rows.append(["no times were recorded"]) }
    return table
  }

  /// The share still waiting, by Kaplan and Meier and as fitted.
  private func patience(_ channel: LearnedChannel) -> TextTable {
    let patience = channel.patience
    var table = TextTable(alignments: [.left])
    table.rows.append(
      [.init("Still waiting", tone: .heading)]
        + patience.stillWaiting.map { .init(Quantity.limit($0.time), tone: .heading) })
    table.rows.append(
      [.init("recorded")]
        + patience.stillWaiting.map { .init(Quantity.share($0.share, decimals: 0)) })
    table.rows.append(
      [.init(patience.family, tone: .good)]
        + patience.stillWaiting.map { .init(Quantity.share(patience.share(waiting: $0.time), decimals: 0)) })
    return table
  }

  private var heads: TextTable {
    var table = TextTable(alignments: [.left])
    table.rows.append(
      [.init("Team", tone: .heading)] + stride(from: 0, to: 24, by: 3).map { .init("\($0):00", tone: .heading) })
    for team in learned.teams {
      let means = stride(from: 0, to: 48, by: 6).map { cell in
        team.heads.reduce(0.0) { $0 + Double($1[cell]) } / 7
      }
      table.rows.append([.init(team.name)] + means.map { .init(Quantity.decimal($0, decimals: 1)) })
    }
    return table
  }
}
