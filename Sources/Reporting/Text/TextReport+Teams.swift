import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// One line a team, the dispatchers last: how many hours were planned and worked, how busy they were, what they cost where
  /// anything has a price.
  var teams: [String] {
    let teams = result.scenario.teams.map { ($0.id, figures["teams"]?[$0.id]) }
    let all = (teams + [("dispatchers", figures["dispatchers"])]).compactMap { name, figures in
      figures.map { (name, $0) }
    }
    guard !all.isEmpty else { return [] }
    var table = TextTable()
    let hasPrices = result.scenario.hasPrices
    table.rows.append(
      (["Team", "Rostered h", "Staffed h", "Occupancy"] + (hasPrices ? ["Cost"] : [])).map { .init($0, tone: .heading) }
    )
    for (name, figures) in all {
      table.rows.append(
        [
          .init(name), Quantity.cell(figures.estimate("rosteredHours"), .hours),
          Quantity.cell(figures.estimate("staffedHours"), .hours), Quantity.cell(figures.estimate("occupancy"), .share),
        ] + (hasPrices ? [Quantity.cell(figures.estimate("cost"), .money)] : []))
    }
    // Where there are hubs, the sum stands below theirs.
    let total = figures.estimate("cost.total")
    if hasPrices, all.count > 1, figures["hubs"] == nil, total.mean.isFinite {
      table.rows.append(["All costs", "", "", "", Quantity.cell(total, .money)])
    }
    return heading("Teams") + table.lines(coloured: isColoured) + staffing + sites
  }
}
