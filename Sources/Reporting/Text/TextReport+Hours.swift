import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// A column of a table of hours.
  private struct HourColumn {
    let heading: String
    /// The figure's name below the hour.
    let name: String
    let unit: Figure.Unit
    /// Whether it is a share to be read against all, everything else being read against its own peak.
    var isOfAll = false
  }

  /// One channel through the hours of the day.
  func hours(_ channel: Channel) -> [String] {
    guard let figures = channelFigures(channel) else { return [] }
    let within = Quantity.limit(figures.estimate("serviceLevel.within").mean)
    return hours(
      of: figures, called: channel.id,
      [
        HourColumn(heading: "Offered", name: "offered", unit: .count),
        HourColumn(heading: "Within \(within)", name: "serviceLevel", unit: .share, isOfAll: true),
        HourColumn(heading: "Abandoned", name: "abandonmentRate", unit: .share),
        HourColumn(heading: "Mean wait", name: "speedOfAnswer", unit: .seconds),
      ])
  }

  /// One grade that has a target through the hours of the day.
  func hours(_ grade: Grade) -> [String] {
    guard let figures = gradeFigures(grade), let verdict = TargetVerdict(grade: figures) else { return [] }
    return hours(
      of: figures, called: grade.id,
      [
        HourColumn(heading: "Opened", name: "opened", unit: .count),
        HourColumn(heading: "Attended", name: "attendedShare", unit: .share, isOfAll: true),
        HourColumn(
          heading: "Within \(Quantity.limit(verdict.within))", name: "withinTarget", unit: .share, isOfAll: true),
        HourColumn(heading: "Response", name: "response", unit: .seconds),
      ])
  }

  /// Hours have room for one decimal; things of a single run can be counted.
  private func decimals(_ unit: Figure.Unit) -> Int { unit == .count && result.replications == 1 ? 0 : 1 }

  private static func label(_ hour: Int) -> String { String(CivilTime.clock(hour: hour).prefix(2)) }

  /// Something through the hours of the day: its shape at a glance, then its numbers.
  private func hours(of figures: FigureTree, called name: String, _ all: [HourColumn]) -> [String] {
    guard let hours = figures["byHour"]?.elements, !hours.isEmpty else { return [] }
    // A channel without a target has no share answered in time.
    let columns = all.filter { hours[0][$0.name] != nil }
    var shapes = TextTable(alignments: [.left, .left])
    let order = result.scenario.calendar.hoursInOrder
    shapes.addHeadings("Hours \(Self.label(order[0])) to \(Self.label(order[23]))", "", "Most")
    var table = TextTable()
    table.rows.append((["Hour"] + columns.map(\.heading)).map { TextTable.Cell($0, tone: .heading) })
    for column in columns {
      let values = order.map { hours[$0].estimate(column.name).mean }
      let most = values.filter(\.isFinite).max() ?? .nan
      let line = Sparkline.text(values, maximum: column.isOfAll ? 1 : most)
      let peak = Quantity.cell(Estimate(mean: most), column.unit, decimals: decimals(column.unit))
      shapes.rows.append([.init(column.heading), .init(line), peak])
    }
    for hour in order {
      let cells = columns.map { column in
        Quantity.cell(hours[hour].estimate(column.name), column.unit, decimals: decimals(column.unit))
      }
      table.rows.append([.init(Self.label(hour))] + cells)
    }
    let days = result.scenario.calendar.days
    let title = "\(name) by hour of day" + (days > 1 ? ", all days together" : "")
    let remarks = result.scenario.calendar.clockChanges.flatMap { $0.wrapped(to: TextTable.pageWidth) }
    return heading(title) + shapes.lines(coloured: isColoured) + [""]
      + table.lines(coloured: isColoured) + (remarks.isEmpty ? [] : [""] + remarks)
  }
}
