import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

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
        Quantity.cell(figures.mean("offered"), .count),
        Quantity.cell(figures.mean("abandonmentRate"), .share),
        Quantity.cell(figures.mean("speedOfAnswer.mean"), .seconds),
      ]
      if let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init(serviceLevel:)) {
        row += [
          verdict.cell(of: figures.estimate("serviceLevel.ofOffered")),
          .init("\(verdict.targetWords) in \(Quantity.limit(verdict.within))"), verdict.cell,
        ]
      } else {
        row += [.init(Quantity.undefined), .init("none")]
      }
      table.rows.append(row)
    }
    let aims = result.catalogue.aimedFigures(of: result.scenario).map(\.name)
    let remarks = [result.scenario.drainRemark, result.sharedFateRemark(on: aims)].compactMap(\.self)
    return heading("Service levels") + table.lines(coloured: isColoured)
      + remarks.flatMap { [""] + $0.wrapped(to: TextTable.pageWidth) }
  }

  /// Everything about one channel but its hours.
  func details(_ channel: Channel) -> [String] {
    guard let figures = channelFigures(channel) else { return [] }
    let blocks = [
      volumes(figures), front(channel, figures), serviceLevels(figures, isDeferred: channel.kind.isDeferred),
      bands(figures), times(figures), backlog(figures), survey(figures), outcomes(figures), footnote(figures),
    ]
    return heading("\(channel.id) (\(channel.kind.rawValue))")
      + Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func channelFigures(_ channel: Channel) -> FigureTree? { figures["channels"]?[channel.id] }

  private func volumes(_ figures: FigureTree) -> [String] {
    let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init(serviceLevel:))
    var table = TextTable()
    table.addHeadings("Contacts", "Number", "Share")
    for (label, name) in [
      ("Offered", "offered"), ("Contained", "contained"), ("Diverted", "diverted"), ("Answered", "answered"),
      ("Abandoned", "abandoned"),
    ] {
      table.rows.append([.init(label), Quantity.cell(figures.estimate(name), .count)])
    }
    table.rows[table.rows.count - 1].append(Quantity.cell(figures.estimate("abandonmentRate"), .share))
    if let verdict {
      let late = Quantity.cell(figures.estimate("abandonedAfterThreshold"), .share)
      table.rows.append([.init("  after \(Quantity.limit(verdict.within))"), "", late])
    }
    table.rows.append(["Waiting at end", Quantity.cell(figures.estimate("waitingAtEnd"), .count)])
    if let callbacks = figures["callbacks"] {
      table.rows.append(["Hung up to be called back", Quantity.cell(callbacks.estimate("asked"), .count)])
      table.rows.append(["  reached", Quantity.cell(callbacks.estimate("reached"), .count)])
    }
    for (label, name) in [("Overflowed", "overflowed"), ("Interruptions", "interruptions")] where figures[name] != nil {
      table.rows.append([.init(label), Quantity.cell(figures.estimate(name), .count)])
    }
    return table.lines(coloured: isColoured) + note(figures)
  }

  /// What the shares mean where some of those offered never needed a handler.
  private func note(_ figures: FigureTree) -> [String] {
    let spared = figures.estimate("contained").mean + figures.estimate("diverted").mean
    return spared > 0 ? ["Shares leave out those contained or diverted, who needed no answer here."] : []
  }

  private func serviceLevels(_ figures: FigureTree, isDeferred: Bool) -> [String] {
    guard let level = figures["serviceLevel"], let verdict = TargetVerdict(serviceLevel: level) else { return [] }
    var table = TextTable()
    table.addHeadings(
      "\(isDeferred ? "Finished" : "Answered") within \(Quantity.limit(verdict.within))", "Share", "Target", "")
    for (label, name) in [
      ("of offered", "ofOffered"), ("of answered", "ofAnswered"),
      ("of offered less short abandons", "ofOfferedLessShortAbandons"),
    ] {
      table.rows.append([.init(label), Quantity.cell(level.estimate(name), .share)])
    }
    table.rows[1] = [table.rows[1][0], verdict.cell(of: level.estimate("ofOffered"))]
    table.rows[1] += [.init(verdict.targetWords), verdict.cell]
    return table.lines(coloured: isColoured)
  }

  private func bands(_ figures: FigureTree) -> [String] {
    var table = TextTable()
    table.addHeadings("Waits of those answered", "to 10 s", "10\u{2013}60 s", "over 60 s")
    table.rows.append(
      ["share"] + ["to10", "to60", "over60"].map { Quantity.cell(figures.estimate("waitBands.\($0)"), .share) })
    return table.lines(coloured: isColoured)
  }

  private func outcomes(_ figures: FigureTree) -> [String] {
    guard case .named(let parts) = figures["outcomes"] else { return [] }
    var table = TextTable()
    table.addHeadings("Outcomes", "Number")
    for (name, figure) in parts { table.rows.append([.init(name), Quantity.cell(figure.value, .count)]) }
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
    return table.lines(coloured: isColoured) + timesNote("contacts")
  }
}
