import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Writing

/// A value map for people: a heat map of the week for every team and channel, or of the day where contacts lie over, the
/// hours worth most, and the tours.
public struct ValueMapText: Sendable {
  private let map: ValueMap
  private let name: String
  private let isColoured: Bool
  private static let shades = ["  ", "··", "░░", "▒▒", "▓▓", "██"]

  /// A report of `map`, of the scenario called `name`.
  public init(_ map: ValueMap, name: String, isColoured: Bool = false) {
    self.map = map
    self.name = name
    self.isColoured = isColoured
  }

  /// The report, with a newline at its end.
  public var text: String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("What one more is worth: \(Scenario.title(of: name))", underline: "=")
    lines += [
      "One rostered handler more for an hour, the same callers: how many contacts more",
      "are answered in time. Seed \(map.seed), \(map.replications) replications (\u{B1} is the 95% half-width).",
    ]
    for team in map.teams {
      for channel in team.channels where channel.isAnswered {
        let hours = channel.liesOver ? ", by hour of the day" : ""
        lines += [""] + page.heading("One more in \(team.team): \(channel.channel)\(hours)")
        lines += (channel.liesOver ? day(channel) : heat(channel)) + [""] + best(channel)
      }
      for grade in team.grades where grade.isClear {
        lines += [""] + page.heading("One more in \(team.team): \(grade.grade) attended in time, by hour of the day")
        let most = grade.byHour.map(\.mean).max() ?? 0
        lines.append(Sparkline.text(grade.byHour.map(\.mean), maximum: most) + "  most \(Self.number(most))")
      }
    }
    if !map.tours.isEmpty {
      lines += [""] + page.heading("One more unit on a tour: attended in time") + tours.lines(coloured: isColoured)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heat(_ channel: ValueMap.ChannelMap) -> [String] {
    let most = channel.cells.compactMap { $0?.inTime.mean }.max() ?? 0
    let hours = (0..<24).map { $0 < 10 ? " \($0)" : "\($0)" }.joined(separator: " ")
    let rows = (0..<7).map { day in
      let cells = (0..<24).map { hour -> String in
        guard let cell = channel.cells[day * 24 + hour] else { return "--" }
        guard most > 0 else { return Self.shades[0] }
        let step = (max(0, min(1, cell.inTime.mean / most)) * Double(Self.shades.count - 1)).rounded()
        return Self.shades[Int(step)]
      }
      return "\(CivilTime.shortWeekdays[day]) " + cells.joined(separator: " ")
    }
    let scale =
      "██ is \(Self.number(most)) more in time, a space next to none" + (most > 0 ? "" : " (no hour gains any)")
    return ["    " + hours] + rows + [scale]
  }

  private func day(_ channel: ValueMap.ChannelMap) -> [String] {
    let gains = channel.byHour.map { $0?.inTime.mean ?? .nan }
    let most = max(0, gains.filter(\.isFinite).max() ?? 0)
    return [
      Sparkline.text(gains, maximum: most) + "  most \(Self.number(most))", "",
      "Contacts here may wait so long that a handler's gain shows on a later day.",
      "This is of one more in that hour of every day: what each such day gains.",
    ]
  }

  /// The hours that are clearly worth most.
  private func best(_ channel: ValueMap.ChannelMap) -> [String] {
    var table = TextTable(alignments: [.left])
    table.addHeadings("Worth most", "In time", "Not abandoned", "Points of level")
    let cells = (channel.liesOver ? channel.byHour : channel.cells).enumerated().compactMap { place, cell in
      cell.flatMap { $0.isClear && $0.inTime.mean > 0 ? (place, $0) : nil }
    }
    if cells.isEmpty { return ["Worth most: no hour clearly; all of it may be chance."] }
    for (place, cell) in cells.sorted(by: { ($0.1.inTime.mean, -$0.0) > ($1.1.inTime.mean, -$1.0) }).prefix(5) {
      table.rows.append([
        .init(channel.liesOver ? CivilTime.clock(hour: place) : Self.hour(place)), Self.cell(cell.inTime),
        Self.cell(cell.saved),
        .init(Quantity.decimal(cell.points, decimals: 3)),
      ])
    }
    // Of many cells those named had luck as well, and the runs that chose them are those that measured them.
    let caution = "The runs that chose these measured them too, which flatters them: run the changed roster."
    return table.lines(coloured: isColoured) + caution.wrapped(to: TextTable.pageWidth)
  }

  private var tours: TextTable {
    var table = TextTable(alignments: [.left, .left])
    let headings = ["Hub", "Tour", "Officers"] + (map.hasPrices ? ["Cost"] : []) + map.grades
    table.rows = [headings.map { .init($0, tone: .heading) }]
    for tour in map.tours {
      table.rows.append(
        [.init(tour.hub), .init(tour.shift), .init(String(tour.officers))]
          + (map.hasPrices ? [.init(Quantity.decimal(tour.cost))] : []) + tour.inTime.map(Self.cell))
    }
    return table
  }

  private static func cell(_ estimate: Estimate) -> TextTable.Cell {
    .init(number(estimate.mean), halfWidth: estimate.halfWidth.map { Quantity.decimal($0, decimals: 2) })
  }

  private static func number(_ value: Double) -> String { Quantity.decimal(value, decimals: 2) }

  private static func hour(_ place: Int) -> String {
    "\(CivilTime.shortWeekdays[place / 24]) \(CivilTime.clock(hour: place % 24))"
  }
}
