import Experiments
import Metrics

extension TextReport {
  /// One line a team: how many hours were planned and worked, how busy they were, what they cost.
  var teams: [String] {
    guard let parts = figures["teams"] else { return [] }
    var table = TextTable()
    table.addHeadings("Team", "Rostered h", "Staffed h", "Occupancy", "Cost")
    for team in result.scenario.teams {
      guard let figures = parts[team.id] else { continue }
      table.rows.append([
        .init(team.id), Quantity.cell(figures.estimate("rosteredHours"), .hours),
        Quantity.cell(figures.estimate("staffedHours"), .hours),
        Quantity.cell(figures.estimate("occupancy"), .share), Quantity.cell(figures.estimate("cost"), .money),
      ])
    }
    let total = figures.estimate("cost.total")
    if result.scenario.teams.count > 1, total.mean.isFinite {
      table.rows.append(["All costs", "", "", "", Quantity.cell(total, .money)])
    }
    return heading("Teams") + table.lines(coloured: isColoured)
  }
}
