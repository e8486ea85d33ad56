import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// The grades of incidents; none where nobody goes to incidents.
  var grades: [Grade] { result.scenario.response?.grades ?? [] }

  func gradeFigures(_ grade: Grade) -> FigureTree? { figures["grades"]?[grade.id] }

  /// One line a grade: how many incidents were attended, and whether often enough in time; then how long it took.
  var responses: [String] {
    guard let response = result.scenario.response, !response.grades.isEmpty else { return [] }
    var table = TextTable()
    table.addHeadings("Grade", "Opened", "Attended", "Retained", "In time", "Target", "")
    var times = TextTable()
    times.addHeadings("Response", "Mean", "Median", "90%", "95%", "99%", "Longest")
    for grade in response.grades {
      guard let figures = gradeFigures(grade) else { continue }
      let verdict = TargetVerdict(grade: figures)
      let aim = verdict.map { "\($0.targetWords) in " } ?? "within "
      table.rows.append([
        .init(grade.id), Quantity.cell(figures.mean("opened"), .count),
        Quantity.cell(figures.mean("attendedShare"), .share), Quantity.cell(figures.mean("retainedAtEnd"), .count),
        verdict?.cell(of: figures.estimate("withinTarget")) ?? Quantity.cell(figures.estimate("withinTarget"), .share),
        .init(aim + Quantity.limit(figures.estimate("within").mean)), verdict?.cell ?? "",
      ])
      times.rows.append(
        [.init(grade.id)]
          + ["mean", "median", "p90", "p95", "p99", "max"].map {
            Quantity.cell(figures.estimate("response.\($0)"), .seconds)
          })
    }
    let note = "In time is of those attended. \(response.clockRemark)"
    return heading("Response") + table.lines(coloured: isColoured) + [""] + times.lines(coloured: isColoured)
      + timesNote("incidents") + [""] + note.wrapped(to: TextTable.pageWidth)
  }

  /// Everything about one grade but its response times and its hours.
  func details(_ grade: Grade) -> [String] {
    guard let figures = gradeFigures(grade) else { return [] }
    var table = TextTable()
    table.addHeadings("Incidents", "Number", "Share")
    func row(_ label: String, _ number: String, _ share: String? = nil) {
      table.rows.append(
        [.init(label), Quantity.cell(figures.estimate(number), .count)]
          + (share.map { [Quantity.cell(figures.estimate($0), .share)] } ?? []))
    }
    row("Opened", "opened")
    row("Attended", "attended", "attendedShare")
    let within = "  of them within \(Quantity.limit(figures.estimate("within").mean))"
    table.rows.append([.init(within), "", Quantity.cell(figures.estimate("withinTarget"), .share)])
    row("Cancelled", "cancelled")
    row("Resolved without deployment", "resolvedWithoutDeployment")
    row("Retained at end", "retainedAtEnd")
    var backlog = TextTable()
    backlog.addHeadings("Backlog", "Incidents", "Mean age", "Oldest")
    backlog.rows.append([
      "at midnight", Quantity.cell(figures.estimate("backlog.atMidnight"), .count, decimals: 1),
      Quantity.cell(figures.estimate("backlog.age"), .seconds),
      Quantity.cell(figures.estimate("backlog.oldest"), .seconds),
    ])
    let footnote = footnote(figures)
    return heading("\(grade.id) incidents") + table.lines(coloured: isColoured) + [""]
      + backlog.lines(coloured: isColoured) + (footnote.isEmpty ? [] : [""] + footnote)
  }
}
