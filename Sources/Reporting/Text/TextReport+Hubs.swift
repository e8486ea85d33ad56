import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// Two lines a hub: what its units spent their time on; and what they achieved, and at what cost
  /// where anything has a price.
  var hubs: [String] {
    guard let parts = figures["hubs"], let response = result.scenario.response else { return [] }
    var times = TextTable()
    times.addHeadings("Hub", "Unit h", "Busy", "Mobile", "Scene", "Custody", "Paperwork", "Free")
    var work = TextTable()
    let hasPrices = result.scenario.hasPrices
    work.rows.append(
      (["Hub", "Attended", "In time", "Overtime h"] + (hasPrices ? ["Cost"] : [])).map { .init($0, tone: .heading) })
    for hub in response.hubs {
      guard let figures = parts[hub.id] else { continue }
      times.rows.append(
        [
          .init(hub.id), Quantity.cell(figures.mean("unitHours"), .hours),
          Quantity.cell(figures.estimate("utilisation"), .share, decimals: 1),
        ]
          + ["mobile", "scene", "custody", "paperwork", "free"].map {
            Quantity.cell(figures.mean($0), .share, decimals: 1)
          })
      work.rows.append(
        [
          .init(hub.id), Quantity.cell(figures.estimate("attended"), .count),
          Quantity.cell(figures.estimate("withinTarget"), .share),
          Quantity.cell(figures.estimate("overtimeHours"), .hours),
        ] + (hasPrices ? [Quantity.cell(figures.estimate("cost"), .money)] : []))
    }
    if hasPrices {
      work.rows.append(["All costs", "", "", "", Quantity.cell(figures.estimate("cost.total"), .money)])
    }
    return heading("Units") + times.lines(coloured: isColoured) + [""] + work.lines(coloured: isColoured)
  }
}
