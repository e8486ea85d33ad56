import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// For each channel the hours of the week: how many came, and how many of them not in time.
  func week(_ html: inout HTMLWriter) {
    var charts: [Chart] = []
    for (index, pair) in zip(scenario.channels, result.summary.channels).enumerated() {
      let (channel, summary) = pair
      let slots = summary.byHourOfWeek
      let weeks = Self.occurrences(in: result)
      let volumes = zip(slots, weeks).map { tally, count in
        count == 0 ? .nan : Double(tally.offered) / count
      }
      let most = volumes.filter(\.isFinite).max() ?? 0
      charts.append(
        .heat(
          file: "week-offered-\(index + 1)", name: channel.id, title: "offered in each hour of the week",
          note: most > 0
            ? "Mean of the hours measured. The stronger the colour, the more." : "No contacts were offered.",
          values: volumes, unit: .count, most: most))
      guard let target = channel.target, summary.total.needingAnswer > 0 else { continue }
      let levels = slots.map { tally in
        tally.needingAnswer == 0 ? .nan : Double(tally.answeredInTime) / Double(tally.needingAnswer)
      }
      let limit = Quantity.limit(Double(target.within) / 1_000)
      let what = channelFigures(channel)?.whatIsInTime ?? ""
      charts.append(
        .heat(
          file: "week-service-\(index + 1)", name: channel.id, title: "not \(what) within \(limit)",
          note: "Share of contacts offered. The stronger the colour, the worse.", values: levels.map { 1 - $0 },
          unit: .share, most: 1, absent: "not measured, or none came"))
    }
    html.charts(charts)
  }

  /// How often each hour of the week was measured, in all replications together.
  private static func occurrences(in result: ExperimentResult) -> [Double] {
    let zone = result.scenario.calendar.zone
    var counts = Array(repeating: 0.0, count: 168)
    var instant = result.start
    while instant < result.end {
      let civil = zone.civilTime(at: instant)
      let hour = Int(civil.timeOfDay / .hour)
      // An hour of which only a part is measured counts as that part.
      let end = min(result.end, instant + .hour - civil.timeOfDay % .hour)
      counts[civil.weekday * 24 + hour] += Double(end - instant) / Double(Milliseconds.hour)
      instant = end
    }
    return counts.map { $0 * Double(result.replications) }
  }
}
