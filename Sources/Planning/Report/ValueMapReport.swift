import DiscreteEvents
import Experiments
import Findings
import Writing

/// A value map for people, for spreadsheets and for programs.
public struct ValueMapReport: Sendable {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/value-map/1"

  private let map: ValueMap
  private let name: String
  private static let shades = ["  ", "··", "░░", "▒▒", "▓▓", "██"]

  /// A report of `map`, of the scenario called `name`.
  public init(_ map: ValueMap, name: String) {
    self.map = map
    self.name = name
  }

  // MARK: People

  /// The report for people, with a newline at its end: a heat map of the week for every team and channel, the hours worth
  /// most, and the tours.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("What one more is worth: \(name)", underline: "=")
    lines += [
      "One rostered handler more for an hour, the same callers: how many contacts more",
      "are answered in time. Seed \(map.seed), \(map.replications) replications (\u{B1} is the 95% half-width).",
    ]
    for team in map.teams {
      for channel in team.channels where channel.isAnswered {
        lines += [""] + page.heading("One more in \(team.team): \(channel.channel)")
        lines += heat(channel) + [""] + best(channel).lines(coloured: isColoured)
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

  private func best(_ channel: ValueMap.ChannelMap) -> TextTable {
    var table = TextTable(alignments: [.left])
    table.addHeadings("Worth most", "In time", "Not abandoned", "Points of level")
    let cells = channel.cells.enumerated().compactMap { place, cell in cell.map { (place, $0) } }
    for (place, cell) in cells.sorted(by: { ($0.1.inTime.mean, -$0.0) > ($1.1.inTime.mean, -$1.0) }).prefix(5) {
      table.rows.append([
        .init(Self.hour(place)), Self.cell(cell.inTime), Self.cell(cell.saved),
        .init(Quantity.decimal(cell.points, decimals: 3)),
      ])
    }
    return table
  }

  private var tours: TextTable {
    var table = TextTable(alignments: [.left, .left])
    table.rows = [(["Hub", "Tour", "Officers", "Cost"] + map.grades).map { .init($0, tone: .heading) }]
    for tour in map.tours {
      table.rows.append(
        [
          .init(tour.hub), .init(tour.shift), .init(String(tour.officers)), .init(Quantity.decimal(tour.cost)),
        ] + tour.inTime.map(Self.cell))
    }
    return table
  }

  private static func cell(_ estimate: Estimate) -> TextTable.Cell {
    .init(number(estimate.mean), halfWidth: estimate.halfWidth.map { Quantity.decimal($0, decimals: 2) })
  }

  private static func number(_ value: Double) -> String { Quantity.decimal(value, decimals: 2) }

  private static func hour(_ place: Int) -> String {
    "\(CivilTime.shortWeekdays[place / 24]) \(LocalTime.clock(hour: place % 24))"
  }

  // MARK: Spreadsheets

  /// A row for every figure, with a header: whose one more (a team, or a hub), when (weekday and hour, hour alone, or shift),
  /// which figure, the gain and its half-width, and for service levels the points of all measured days.
  public var csv: String {
    var text = "of,weekday,hour,shift,figure,gain,halfWidth,points\n"
    func row(
      _ of: String, _ weekday: String, _ hour: String, _ shift: String, _ figure: String, _ gain: Estimate,
      _ points: Double?
    ) {
      let fields = [
        CSVCell.name(of), weekday, hour, CSVCell.name(shift), CSVCell.written(figure),
        JSONWriter.text(gain.mean), gain.halfWidth.map(JSONWriter.text) ?? "", points.map(JSONWriter.text) ?? "",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    for team in map.teams {
      for channel in team.channels {
        for (place, cell) in channel.cells.enumerated() {
          guard let cell else { continue }
          let (day, hour) = (CivilTime.weekdayKeys[place / 24], String(place % 24))
          row(team.team, day, hour, "", "channels.\(channel.channel).answeredInTime", cell.inTime, cell.points)
          row(team.team, day, hour, "", "channels.\(channel.channel).notAbandoned", cell.saved, nil)
        }
      }
      for grade in team.grades {
        for (place, gain) in grade.cells.enumerated() {
          guard let gain else { continue }
          row(
            team.team, CivilTime.weekdayKeys[place / 24], String(place % 24), "",
            "grades.\(grade.grade).attendedInTime", gain, nil)
        }
      }
    }
    for tour in map.tours {
      for (grade, gain) in zip(map.grades, tour.inTime) {
        row(tour.hub, "", "", tour.shift, "grades.\(grade).attendedInTime", gain, nil)
      }
    }
    return text
  }

  // MARK: Programs

  /// The report for programs, with a newline at its end. The same map always gives the same bytes.
  public func json(provenance: Provenance) -> String {
    func estimate(_ value: Estimate) -> JSONValue { JSONValue.estimate(value) }
    let teams = map.teams.map { team in
      let channels = team.channels.map { channel in
        let cells = channel.cells.enumerated().compactMap { place, cell in
          cell.map { cell in
            JSONValue.members([
              "weekday": .string(CivilTime.weekdayKeys[place / 24]), "hour": .integer(place % 24),
              "answeredInTime": estimate(cell.inTime), "notAbandoned": estimate(cell.saved),
              "points": .number(cell.points),
            ])
          }
        }
        return JSONValue.Member(name: channel.channel, value: .array(cells))
      }
      let grades = team.grades.map { grade in
        let cells = grade.cells.enumerated().compactMap { place, gain in
          gain.map { gain in
            JSONValue.members([
              "weekday": .string(CivilTime.weekdayKeys[place / 24]), "hour": .integer(place % 24),
              "attendedInTime": estimate(gain),
            ])
          }
        }
        return JSONValue.Member(name: grade.grade, value: .array(cells))
      }
      let byHour = team.grades.map { JSONValue.Member(name: $0.grade, value: .array($0.byHour.map(estimate))) }
      return JSONValue.Member(
        name: team.team,
        value: .members([
          "costPerHour": .number(team.costPerHour), "channels": .object(channels), "grades": .object(grades),
          "gradesByHour": .object(byHour),
        ]))
    }
    let tours = map.tours.map { tour in
      JSONValue.members([
        "hub": .string(tour.hub), "shift": .string(tour.shift), "officers": .integer(tour.officers),
        "cost": .number(tour.cost),
        "attendedInTime": .object(
          zip(map.grades, tour.inTime).map { JSONValue.Member(name: $0, value: estimate($1)) }),
      ])
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema),
        "scenario": .members(["name": .string(name), "digest": .string(provenance.scenarioDigest)]),
        "engine": .string(provenance.engine), "seed": .unsigned(map.seed), "replications": .integer(map.replications),
        "teams": .object(teams), "tours": .array(tours),
      ]))
  }
}
