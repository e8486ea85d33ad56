import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// What everything costs, by team, dispatchers and hub; where nothing has a price, the hours they are rostered.
  func costs(_ html: inout HTMLWriter) {
    let hasPrices = result.scenario.hasPrices
    let figure = hasPrices ? "cost" : "rosteredHours"
    var bars: [(name: String, value: Estimate, colour: String)] = []
    for (key, colour) in [("teams", "c1"), ("hubs", "c3")] {
      guard case .named(let members)? = figures[key] else { continue }
      bars += members.map { ($0.key, $0.value.estimate(figure), colour) }
    }
    if let desk = figures["dispatchers"] { bars.append(("dispatchers", desk.estimate(figure), "c2")) }
    html.charts([
      hasPrices
        ? .amounts(
          file: "cost", title: "Cost of rostered hours and overtime",
          note: """
            In all \(Quantity.words(figures.estimate("cost.total"), .money)), in the scenario's currency, premiums included. \
            Everybody rostered is paid, whether they come or not.
            """,
          heading: "Who", measure: "Cost", bars: bars, unit: .money)
        : .amounts(
          file: "cost", title: "Rostered hours",
          note: "Nothing in the scenario has a price: add costPerHour for costs.",
          heading: "Who", measure: "Hours", bars: bars, unit: .hours),
      .amounts(
        file: "occupancy", title: "Occupancy",
        note: "The share of the time at work with a contact, an assignment or an incident in hand.",
        heading: "Who", measure: "Occupancy", bars: occupancies, unit: .share),
    ])
  }

  private var occupancies: [(name: String, value: Estimate, colour: String)] {
    var bars: [(name: String, value: Estimate, colour: String)] = []
    for (key, figure, colour) in [("teams", "occupancy", "c1"), ("hubs", "utilisation", "c3")] {
      guard case .named(let members)? = figures[key] else { continue }
      bars += members.map { ($0.key, $0.value.estimate(figure), colour) }
    }
    if let desk = figures["dispatchers"] { bars.append(("dispatchers", desk.estimate("occupancy"), "c2")) }
    return bars
  }
}
