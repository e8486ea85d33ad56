import ContactCentre
import Findings
import Metrics
import Writing

extension TextReport {
  /// One line a site: its teams together.
  var sites: [String] {
    let sites = result.scenario.sites
    if sites.isEmpty { return [] }
    var table = TextTable()
    let hasPrices = result.scenario.hasPrices
    table.rows.append(
      (["Site", "Rostered h", "Staffed h", "Occupancy"] + (hasPrices ? ["Cost"] : [])).map { .init($0, tone: .heading) }
    )
    for site in sites {
      guard let figures = figures["sites"]?[site.id] else { continue }
      table.rows.append(
        [
          .init(site.id), Quantity.cell(figures.estimate("rosteredHours"), .hours),
          Quantity.cell(figures.estimate("staffedHours"), .hours),
          Quantity.cell(figures.estimate("occupancy"), .share),
        ] + (hasPrices ? [Quantity.cell(figures.estimate("cost"), .money)] : []))
    }
    return [""] + table.lines(coloured: isColoured)
  }
}
