import Findings
import Metrics
import Writing

// What only some channels have.
extension TextReport {
  /// What was left over of deferred work.
  func backlog(_ figures: FigureTree) -> [String] {
    guard let backlog = figures["backlog"] else { return [] }
    var table = TextTable()
    table.addHeadings("Backlog", "Contacts", "Mean age", "Oldest")
    table.rows.append([
      "at midnight", Quantity.cell(backlog.estimate("atMidnight"), .count, decimals: 1),
      Quantity.cell(backlog.estimate("age"), .seconds), Quantity.cell(backlog.estimate("oldest"), .seconds),
    ])
    return table.lines(coloured: isColoured)
  }

  /// What people said who were asked afterwards.
  func survey(_ figures: FigureTree) -> [String] {
    guard let survey = figures["survey"] else { return [] }
    var table = TextTable()
    table.addHeadings("Survey", "Number", "Share")
    table.rows =
      table.rows + [
        ["Asked", Quantity.cell(survey.estimate("asked"), .count)],
        ["Replied", Quantity.cell(survey.estimate("replied"), .count)],
        ["  satisfied", "", Quantity.cell(survey.estimate("satisfied"), .share)],
      ]
    return table.lines(coloured: isColoured)
      + ["How satisfaction follows from wait and outcome is an assumption of the scenario."]
  }
}
