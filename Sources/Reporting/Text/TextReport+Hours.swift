import ContactCentre
import Experiments
import Metrics

extension TextReport {
  /// Hours have room for one decimal; contacts of a single run can be counted.
  private func decimals(_ unit: Figure.Unit) -> Int { unit == .count && result.replications == 1 ? 0 : 1 }

  /// One channel through the hours of the day: its shape at a glance, then its numbers.
  func hours(_ channel: Channel) -> [String] {
    guard let figures = channelFigures(channel), let hours = figures["byHour"]?.elements, !hours.isEmpty else {
      return []
    }
    let within = figures.estimate("serviceLevel.within").mean
    let allColumns: [(heading: String, name: String, unit: Figure.Unit)] = [
      ("Offered", "offered", .count),
      ("Within \(Quantity.limit(within))", "serviceLevel", .share),
      ("Abandoned", "abandonmentRate", .share), ("Mean wait", "speedOfAnswer", .seconds),
    ]
    // A channel without a target has no share answered in time.
    let columns = allColumns.filter { hours[0][$0.name] != nil }
    var shapes = TextTable(alignments: [.left, .left])
    shapes.addHeadings("Hours 00 to 23", "", "Most")
    var table = TextTable()
    table.rows.append((["Hour"] + columns.map(\.heading)).map { TextTable.Cell($0, tone: .heading) })
    for column in columns {
      let values = hours.map { $0.estimate(column.name).mean }
      let most = values.filter(\.isFinite).max() ?? .nan
      // A share of contacts answered in time is read against all of them, everything else against its own peak.
      let line = Sparkline.text(values, maximum: column.name == "serviceLevel" ? 1 : most)
      let peak = Quantity.cell(Estimate(mean: most), column.unit, decimals: decimals(column.unit))
      shapes.rows.append([.init(column.heading), .init(line), peak])
    }
    for (hour, figures) in hours.enumerated() {
      let label = "\(hour < 10 ? "0" : "")\(hour)"
      table.rows.append(
        [.init(label)] + columns.map { Quantity.cell(figures.estimate($0.name), $0.unit, decimals: decimals($0.unit)) })
    }
    let days = result.scenario.calendar.days
    let title = "\(channel.id) by hour of day" + (days > 1 ? ", all days together" : "")
    return heading(title) + shapes.lines(coloured: isColoured) + [""]
      + table.lines(coloured: isColoured)
  }
}
