import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Planning
import Writing

/// A value map as a page to look at: for each team and each channel it answers the hours of the week, the stronger in
/// colour the more one handler more is worth there, or the hours of the day where contacts lie over; the same for each
/// grade that it clearly matters to; and the tours of hubs. Before that stands what is in time, and last what it takes to
/// get the same map again.
///
/// The same map always gives the same bytes.
public struct ValueMapPage: Sendable {
  private let map: ValueMap
  private let scenario: Scenario
  private let provenance: Provenance

  /// A page about `map`, which was drawn of `scenario`.
  public init(_ map: ValueMap, of scenario: Scenario, provenance: Provenance) {
    self.map = map
    self.scenario = scenario
    self.provenance = provenance
  }

  /// The page.
  public var html: String {
    var frame = PageFrame(title: scenario.title)
    frame.prefix = "What one more is worth: "
    frame.facts =
      scenario.calendar.circumstances + [
        ("Seed", String(map.seed)),
        ("Replications", "\(map.replications), each with and without the handler or unit, for the same callers"),
      ]
    frame.sections = [PageSection("targets", "What is in time", targets)]
    frame.sections += map.teams.enumerated().map { index, team in
      PageSection("team-\(index + 1)", "One more in \(team.team.fitted(to: 60))") { html in
        html.charts(Self.charts(of: team, number: index + 1))
      }
    }
    if !map.tours.isEmpty { frame.sections.append(PageSection("tours", "One more unit on a tour", tours)) }
    frame.sections.append(PageSection("again", "The same again", again))
    return frame.html
  }

  /// What a gain is counted by: the limits of channels and grades, and what is aimed at.
  private func targets(_ html: inout HTMLWriter) {
    var table = NumberTable(["Of", "In time", "Target"])
    func row(_ name: String, _ what: String, _ within: Milliseconds, _ share: Double) {
      table.rows.append([
        .name(name), .init("\(what) within \(Quantity.length(within))"),
        .init(Quantity.aim(share), value: CSVCell.number(share, .share)),
      ])
    }
    for channel in scenario.channels {
      guard let target = channel.target else { continue }
      row(channel.id, channel.kind.isDeferred ? "done" : "answered", target.within, target.share)
    }
    for grade in scenario.response?.grades ?? [] {
      if let share = grade.target { row(grade.id, "attended", grade.within, share) }
    }
    html.element(
      "p", ["class": "note"],
      text: """
        A gain is of an hour of one such weekday, on average over the measured days. The greatest gains are flattered: of \
        many hours those look best that had luck in these runs as well. Run the changed roster to know what it gains.
        """)
    html.element(
      "div", ["class": "scroll words", "tabindex": "0", "role": "region", "aria-label": "Limits and targets"]
    ) {
      $0.table(table, caption: "What is in time")
    }
  }

  /// What it takes to get the same map again.
  private func again(_ html: inout HTMLWriter) {
    html.facts(["Engine": provenance.engine, "Scenario": provenance.scenarioDigest])
    html.command(provenance.command, for: "map")
  }

  /// A handler for one hour of every week, by channel; and what it does for grades.
  private static func charts(of team: ValueMap.TeamMap, number: Int) -> [Chart] {
    team.channels.filter(\.isAnswered).enumerated().flatMap { index, channel in
      func chart(_ gain: (ValueMap.Cell) -> Estimate, file: String, title: String) -> Chart {
        let file = "\(file)-\(number)-\(index + 1)"
        return channel.liesOver
          ? day(channel.channel, channel.byHour.map { $0.map(gain) }, file: file, title: title)
          : heat(channel.channel, channel.cells.map { $0.map(gain) }, file: file, title: title)
      }
      return [
        chart(\.inTime, file: "value-in-time", title: "more in time"),
        chart(\.saved, file: "value-saved", title: "fewer who give up"),
      ]
    }
      + team.grades.filter(\.isClear).enumerated().map { index, grade in
        heat(
          grade.grade, grade.cells, file: "value-attended-\(number)-\(index + 1)",
          title: "more attended in time")
      }
  }

  private static func heat(_ name: String, _ gains: [Estimate?], file: String, title: String) -> Chart {
    let gains = gains.map { $0 ?? Estimate(mean: .nan) }
    let sizes = gains.map { abs($0.mean) }.filter(\.isFinite)
    let isLoss = gains.contains { $0.mean < 0 }
    let note =
      sizes.contains { $0 > 0 }
      ? """
      For one handler more in that hour. The stronger the colour, the more\(isLoss ? "; with a bar, less" : ""). \
      \(gains.contains(where: \.isClear) ? "What has no outline may be chance." : "All of it may be chance.")
      """ : "One handler more changes nothing in any hour."
    return .heat(
      file: file, name: name, title: title, note: note, estimates: gains, unit: .count, most: sizes.max() ?? 0,
      decimals: decimals)
  }

  /// How many decimals gains have: of contacts there is a small part of one in an hour.
  private static let decimals = 2

  private static func day(_ name: String, _ gains: [Estimate?], file: String, title: String) -> Chart {
    .lines(
      file: file, name: name, title: title,
      note: """
        For one handler more in that hour of every day, for each such day. By hour of the day only: contacts here may \
        wait so long that a handler's gain shows on a later day.
        """,
      place: "Hour", places: Chart.hours, marks: Chart.hourMarks,
      lines: [.init(name: title, values: gains.map { $0 ?? Estimate(mean: .nan) }, colour: 1)], unit: .count,
      decimals: decimals, goesBelowZero: true)
  }

  private func tours(_ html: inout HTMLWriter) {
    var table = NumberTable(
      [.init("Hub"), .init("Tour"), .init("Officers")] + (map.hasPrices ? [.init("Cost")] : [])
        + map.grades.map { .init($0) })
    table.rows = map.tours.map { tour in
      [.name(tour.hub), .name(tour.shift), .init(String(tour.officers))]
        + (map.hasPrices ? [.init(tour.cost, .money)] : [])
        + tour.inTime.map { .init($0, .count, decimals: Self.decimals) }
    }
    html.element(
      "p", ["class": "note"],
      text: "How many more incidents are attended in time, for each tour, by grade; \u{B1} is the 95% half-width.")
    html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Tours"]) {
      $0.table(table, caption: "One more unit on a tour")
    }
  }
}
