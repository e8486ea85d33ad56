import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// How long responses took, by grade; what units spent their time on, by hub; and where incidents opened.
  var responseSection: PageSection? {
    guard let response = scenario.response else { return nil }
    return PageSection("response", "The response") { html in
      html.element("p", ["class": "note"], text: response.clockRemark)
      var charts: [Chart] = zip(response.grades, result.summary.grades).enumerated().compactMap { index, pair in
        let (grade, summary) = pair
        guard summary.response.count > 0 else { return nil }
        return Self.distribution(
          file: "response-\(index + 1)", name: grade.id, title: "response time", of: "attended", summary.response,
          .responses, within: grade.within, colour: Self.colour(index), note: note(on: grade))
      }
      charts += hubCharts(response)
      if let course {
        let which = result.replications > 1 ? " of the first replication" : ""
        charts.append(
          .map(
            response, course.spots,
            note: "Incidents\(which) by the grade they opened with. North is up; a circle is an area's size."))
      }
      let silent = response.grades.compactMap { grade in
        figures["grades"]?[grade.id].flatMap(Self.none(attended:)).map { (name: grade.id, remark: $0) }
      }
      html.remarks(silent)
      html.charts(charts)
    }
  }

  /// Who of the incidents opened is not among those attended, and the usual quantiles of the others.
  private func note(on grade: Grade) -> String? {
    guard let figures = figures["grades"]?[grade.id] else { return nil }
    let attended = Quantity.words(figures.estimate("attendedShare"), .share, decimals: 1)
    return [
      grade.appointment == nil ? nil : "From the hour of the appointment.",
      "Share of those attended, which are \(attended) of those opened.", Self.quantiles(figures["response"]),
    ].compactMap(\.self).joined(separator: " ")
  }

  private func hubCharts(_ response: Response) -> [Chart] {
    guard let hubs = figures["hubs"] else { return [] }
    let parts = [
      ("mobile", "c2"), ("scene", "busy"), ("custody", "c4"), ("paperwork", "c6"), ("free", "ready"),
    ]
    let times = Chart.shares(
      file: "hubs-time", title: "What units spent their time on, by hub", heading: "Hub",
      parts: parts.map { (name: $0.0 == "scene" ? "at the scene" : $0.0, colour: $0.1) },
      wholes: response.hubs.compactMap { hub in
        hubs[hub.id].map { figures in (name: hub.id, shares: parts.map { figures.estimate($0.0).mean }) }
      })
    let inTime = Chart.amounts(
      file: "hubs-in-time", title: "Attended in time for their grade, by hub",
      note: "Share of the incidents to which a unit of the hub came first.", heading: "Hub", measure: "In time",
      bars: response.hubs.compactMap { hub in
        hubs[hub.id].map { (name: hub.id, value: $0.estimate("withinTarget"), colour: "c1") }
      }, unit: .share)
    return [times, inTime]
  }
}
