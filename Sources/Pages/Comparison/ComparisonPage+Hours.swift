import Experiments
import Findings
import Metrics
import Writing

extension ComparisonPage {
  /// The hours of the day of every channel and grade, all plans laid over each other.
  func hours(_ html: inout HTMLWriter) {
    let trees = all.map { (name: $0.name, figures: FigureTree($0.result)) }
    var charts: [Chart] = []
    for (index, name) in names("channels").enumerated() {
      let parts = trees.map { (name: $0.name, figures: $0.figures["channels"]?[name]) }
      let what = parts.lazy.compactMap { $0.figures?.whatIsInTime }.first ?? ""
      if let aim = Self.aim(of: parts.compactMap { $0.figures?["serviceLevel"] }, what) {
        charts.append(
          chart("service-\(index + 1)", name, aim.title, parts, "serviceLevel", .share, target: aim.target))
      }
      charts.append(chart("offered-\(index + 1)", name, "offered", parts, "offered", .count))
      charts.append(chart("abandoned-\(index + 1)", name, "abandoned", parts, "abandonmentRate", .share))
      charts.append(chart("wait-\(index + 1)", name, "mean speed of answer", parts, "speedOfAnswer", .seconds))
    }
    for (index, name) in names("grades").enumerated() {
      let parts = trees.map { (name: $0.name, figures: $0.figures["grades"]?[name]) }
      guard let aim = Self.aim(of: parts.compactMap(\.figures), "attended") else { continue }
      charts.append(
        chart("grade-\(index + 1)", name, aim.title, parts, "withinTarget", .share, target: aim.target))
    }
    html.charts(charts)
  }

  /// What a chart of those in time shows, who are `what` then, and the share aimed at where every plan has the same; nil where
  /// no plan says what is in time. `figures` are those of a channel or grade in each plan that has it.
  private static func aim(of figures: [FigureTree], _ what: String) -> (title: String, target: Double?)? {
    let aims = figures.compactMap { figures in
      figures.finite("within").map { (within: $0, target: figures.finite("target")) }
    }
    guard let first = aims.first else { return nil }
    let title =
      aims.allSatisfy { $0.within == first.within }
      ? "\(what) within \(Quantity.limit(first.within))" : "\(what) in time, each plan by its own limit"
    return (title, aims.allSatisfy { $0.target == first.target } ? first.target : nil)
  }

  /// The channels or grades that any plan has, the base's first.
  private func names(_ kind: String) -> [String] {
    var names: [String] = []
    for plan in all {
      guard case .named(let members)? = FigureTree(plan.result)[kind] else { continue }
      names += members.map(\.key).filter { !names.contains($0) }
    }
    return names
  }

  private func chart(
    _ file: String, _ name: String, _ title: String, _ parts: [(name: String, figures: FigureTree?)],
    _ figure: String, _ unit: Figure.Unit, target: Double? = nil
  ) -> Chart {
    let places = Places.hours(of: all[0].result.scenario.calendar)
    return .lines(
      file: file, name: name, title: title, place: places.word, places: places.names, marks: places.marks,
      lines: parts.enumerated().compactMap { index, part in
        guard let hours = part.figures?["byHour"]?.elements, hours.count == 24 else { return nil }
        return .init(
          name: part.name, isName: true, values: places.arranged(hours).map { $0.estimate(figure) }, colour: index + 1)
      }, unit: unit, target: target)
  }
}
