import ContactCentre
import Experiments
import Metrics

extension TextReport {
  /// One line a channel: how busy it was, and whether it met its target.
  var summary: [String] {
    guard !result.scenario.channels.isEmpty else { return [] }
    var table = TextTable()
    table.addHeadings("Channel", "Offered", "Abandoned", "Mean wait", "In time", "Target", "")
    for channel in result.scenario.channels {
      guard let figures = channelFigures(channel) else { continue }
      var row: [TextTable.Cell] = [
        .init(channel.id),
        Quantity.cell(Estimate(mean: figures.estimate("offered").mean, halfWidth: nil), .count),
        Quantity.cell(Estimate(mean: figures.estimate("abandonmentRate").mean, halfWidth: nil), .share),
        Quantity.cell(Estimate(mean: figures.estimate("speedOfAnswer.mean").mean, halfWidth: nil), .seconds),
      ]
      if let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init) {
        let target = "\(Self.target(verdict)) in \(Quantity.limit(verdict.within))"
        row += [
          Quantity.cell(figures.estimate("serviceLevel.ofOffered"), .share), .init(target), Self.cell(verdict),
        ]
      } else {
        row += [.init(Quantity.undefined), .init("none")]
      }
      table.rows.append(row)
    }
    return heading("Service levels") + table.lines(coloured: isColoured)
  }

  /// Everything about one channel but its hours.
  func details(_ channel: Channel) -> [String] {
    guard let figures = channelFigures(channel) else { return [] }
    let blocks = [volumes(figures, channel), serviceLevels(figures), times(figures)]
    return heading("\(channel.id) (\(channel.kind.rawValue))") + Array(blocks.joined(separator: [""]))
  }

  func channelFigures(_ channel: Channel) -> FigureTree? { figures["channels"]?[channel.id] }

  private func volumes(_ figures: FigureTree, _ channel: Channel) -> [String] {
    let offered = figures.estimate("offered").mean
    var table = TextTable()
    table.addHeadings("Contacts", "Number", "Of offered")
    table.rows.append(["Offered", Quantity.cell(figures.estimate("offered"), .count)])
    for (label, name) in [
      ("Contained", "contained"), ("Diverted", "diverted"), ("Answered", "answered"), ("Abandoned", "abandoned"),
      ("Waiting at end", "waitingAtEnd"),
    ] {
      let count = figures.estimate(name)
      let share =
        name == "abandoned"
        ? figures.estimate("abandonmentRate") : Estimate(mean: count.mean / offered, halfWidth: nil)
      table.rows.append([.init(label), Quantity.cell(count, .count), Quantity.cell(share, .share)])
      if name == "abandoned", let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init) {
        let late = figures.estimate("abandonedAfterThreshold")
        table.rows.append([.init("  after \(Quantity.limit(verdict.within))"), "", Quantity.cell(late, .share)])
      }
    }
    return table.lines(coloured: isColoured)
  }

  private func serviceLevels(_ figures: FigureTree) -> [String] {
    var table = TextTable()
    let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init)
    if let verdict {
      table.addHeadings("Answered within \(Quantity.limit(verdict.within))", "Share", "Target", "")
      table.rows += [
        [
          "of offered", Quantity.cell(figures.estimate("serviceLevel.ofOffered"), .share), .init(Self.target(verdict)),
          Self.cell(verdict),
        ],
        ["of answered", Quantity.cell(figures.estimate("serviceLevel.ofAnswered"), .share)],
        [
          "of offered less short abandons",
          Quantity.cell(figures.estimate("serviceLevel.ofOfferedLessShortAbandons"), .share),
        ],
      ]
    }
    table.addHeadings("Waits of the answered", verdict == nil ? "Share" : "")
    for (label, name) in [("to 10 s", "to10"), ("10\u{2013}60 s", "to60"), ("over 60 s", "over60")] {
      table.rows.append([.init(label), Quantity.cell(figures.estimate("waitBands.\(name)"), .share)])
    }
    return table.lines(coloured: isColoured)
  }

  private func times(_ figures: FigureTree) -> [String] {
    var table = TextTable()
    table.addHeadings("Time", "Mean", "Median", "90%", "95%", "99%", "Longest")
    for (label, name) in [
      ("Speed of answer", "speedOfAnswer"), ("Handle time", "handleTime"), ("Review time", "reviewTime"),
    ] {
      guard let part = figures[name] else { continue }
      let cells = ["mean", "median", "p90", "p95", "p99", "max"].map { Quantity.cell(part.estimate($0), .seconds) }
      table.rows.append([.init(label)] + cells)
    }
    return table.lines(coloured: isColoured)
  }

  private static func target(_ verdict: TargetVerdict) -> String {
    let percent = verdict.target * 100
    return Quantity.share(verdict.target, decimals: percent == percent.rounded() ? 0 : 2)
  }

  private static func cell(_ verdict: TargetVerdict) -> TextTable.Cell {
    guard verdict.reached.isFinite else { return .init(Quantity.undefined) }
    return verdict.isMet ? .init("met", tone: .good) : .init("missed", tone: .bad)
  }
}
