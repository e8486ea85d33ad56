import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// One line a team whose scenario says more of people than when they are rostered: what of their hours was worked, and
  /// what they cost beyond the rate. Empty where no team's does.
  var staffing: [String] {
    let scenario = result.scenario
    var teams = scenario.teams.filter(\.saysMoreOfPeople).map { ($0.id, figures["teams"]?[$0.id]) }
    if let desk = scenario.response?.dispatchers, desk.role != Role() {
      teams.append(("dispatchers", figures["dispatchers"]))
    }
    var table = TextTable()
    table.addHeadings("Team", "Shrinkage", "Adherence", "Overtime h", "Overtime", "Premiums")
    for case (let name, let figures?) in teams {
      table.rows.append([
        .init(name), Quantity.cell(figures.mean("shrinkage"), .share, decimals: 1),
        Quantity.cell(figures.mean("adherence"), .share, decimals: 1),
        Quantity.cell(figures.estimate("overtimeHours"), .hours),
        Quantity.cell(figures.estimate("overtimeCost"), .money), Quantity.cell(figures.estimate("premiumCost"), .money),
      ])
    }
    return table.rows.count > 1 ? [""] + table.lines(coloured: isColoured) : []
  }
}

extension Team {
  /// Whether anything is said of its people besides when how many are rostered at what rate.
  fileprivate var saysMoreOfPeople: Bool { role != Role() || people != nil || !minimums.isEmpty || site != nil }
}
