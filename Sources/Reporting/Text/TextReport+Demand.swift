import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// One line a stage before the queue, and one an option of it, where any stage keeps somebody from the queue.
  func front(_ channel: Channel, _ figures: FigureTree) -> [String] {
    let matters = channel.front.contains { stage in
      stage.contains > 0 || !stage.divertsTo.isEmpty || !stage.options.isEmpty
    }
    guard matters, let stages = figures["front"] else { return [] }
    var table = TextTable()
    table.addHeadings("Before the queue", "Entered", "Contained", "Diverted")
    func add(_ label: String, _ figures: FigureTree?) {
      guard let figures else { return }
      table.rows.append(
        [.init(label)] + ["entered", "contained", "diverted"].map { Quantity.cell(figures.estimate($0), .count) })
    }
    for stage in channel.front {
      add(stage.id, stages[stage.id])
      for option in stage.options { add("  \(option.id)", stages[stage.id]?[option.id]) }
    }
    return table.lines(coloured: isColoured)
  }

  /// One line a group of those who come again and again.
  var callers: [String] {
    guard let groups = figures["callers"] else { return [] }
    var table = TextTable()
    table.addHeadings("Group", "Contacts", "Callers", "Each")
    for group in result.scenario.callers {
      guard let figures = groups[group.id] else { continue }
      table.rows.append([
        .init(group.id), Quantity.cell(figures.estimate("offered"), .count),
        Quantity.cell(figures.estimate("callers"), .count),
        Quantity.cell(figures.estimate("perCaller"), .count, decimals: 1),
      ])
    }
    return heading("Repeat callers") + table.lines(coloured: isColoured)
  }
}
