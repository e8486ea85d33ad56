import Testing
import Watchroom

@testable import Reporting
@testable import Writing

@Suite struct ResultTablesTests {
  private let result = Handmade.result()
  private var tables: ResultTables { ResultTables(result) }

  /// The rows of a table, by the names of its columns.
  private func rows(_ name: String) throws -> [[String: String]] {
    let text = try #require(tables.tables.first { $0.name == name }).text
    #expect(text.hasSuffix("\n"))
    // No name of the handmade night needs quotation marks.
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { cells in
      #expect(cells.count == lines[0].count)
      return Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// Whether a cell holds a number to the digits that mean something in its unit, and no more of them.
  private func holds(_ cell: String?, _ number: Double?, _ unit: Figure.Unit) -> Bool {
    guard let number, number.isFinite else { return cell == "" }
    guard let cell, let value = Double(cell) else { return false }
    let (decimals, tolerance) = unit == .share ? (6, 0.5e-6) : (3, 0.5e-3)
    let digits = cell.split(separator: ".").dropFirst().first?.count ?? 0
    return digits <= decimals && abs(value - number) <= tolerance * 1.001
  }

  @Test func everyFigureHasARowOfItsOwn() throws {
    let rows = try rows("figures")
    #expect(rows.map { $0["figure"] } == result.catalogue.figures.map(\.name))
    for (row, (figure, estimate)) in zip(rows, zip(result.catalogue.figures, result.estimates)) {
      #expect(holds(row["mean"], estimate.mean, figure.unit), "\(figure.name)")
      #expect(
        holds(row["halfWidth"], figure.kind == .estimate ? estimate.halfWidth : nil, figure.unit), "\(figure.name)")
    }
    #expect(Set(rows.compactMap { $0["unit"] }).isSuperset(of: ["count", "share", "seconds", "hours", "money"]))
  }

  @Test func aFigureOfSomeReplicationsSaysOfHowMany() throws {
    let metric = "channels.999.speedOfAnswer.mean"
    let some = Handmade.result(isDefined: { figure, index in figure.name != metric || index < 2 })
    let text = try #require(ResultTables(some).tables.first { $0.name == "figures" }).text
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "figure,unit,mean,halfWidth,of")
    #expect(lines.filter { $0.hasSuffix(",2") }.map { $0.prefix(metric.count) } == [metric[...]])
    // Of what all define, or none, there is nothing to say.
    #expect(try rows("figures").allSatisfy { $0["of"] == "" })
  }

  /// What stands in the tables of channels and teams is what stands in that of all figures.
  @Test(arguments: [("channels", "channel"), ("teams", "team")])
  func partsHaveTheirFiguresInOneRow(section: String, heading: String) throws {
    let all = Dictionary(uniqueKeysWithValues: try rows("figures").map { ($0["figure"] ?? "", $0) })
    let rows = try rows(section)
    #expect(
      rows.compactMap { $0[heading] }
        == (section == "channels" ? result.scenario.channels.map(\.id) : result.scenario.teams.map(\.id)))
    var compared = 0
    for row in rows {
      for (column, cell) in row where !cell.isEmpty && column != heading {
        let (figure, isHalfWidth) =
          column.hasSuffix(".halfWidth") ? (String(column.dropLast(10)), true) : (column, false)
        guard let expected = all["\(section).\(row[heading] ?? "").\(figure)"] else {
          #expect(figure == "serviceLevel.met" && ["true", "false"].contains(cell))
          continue
        }
        #expect(expected[isHalfWidth ? "halfWidth" : "mean"] == cell)
        compared += 1
      }
    }
    #expect(compared > 10)
  }

  /// Whoever adds up what the parts cost has what everything costs.
  @Test func dispatchersHaveATableSoThatCostsAddUp() throws {
    var scenario = Handmade.response()
    let start = scenario.calendar.start
    func tours(_ count: Int) -> Staff {
      .roster((0..<count).map { .init(handler: "\($0)", start: start, end: start + 8 * .hour) })
    }
    scenario.channels = scenario.channels.map { Channel(id: $0.id, kind: $0.kind, handling: $0.handling) }
    scenario.teams[0].staff = tours(2)
    scenario.response?.hubs[0].officers = tours(3)
    scenario.response?.dispatchers?.staff = tours(1)
    let tables = ResultTables(Experiment(plan: Plan(scenario), replications: 2).run()).tables
    func costs(_ name: String) throws -> [Double] {
      let text = try #require(tables.first { $0.name == name }).text
      let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let column = try #require(lines[0].firstIndex(of: "cost"))
      return lines.dropFirst().compactMap { Double($0[column]) }
    }
    #expect(try costs("teams") == [288, 0] && costs("dispatchers") == [160] && costs("hubs") == [720, 0])
    let figures = try #require(tables.first { $0.name == "figures" }).text
    #expect(figures.contains("\ncost.total,money,1168,0,\n"))
    // Of a scenario without dispatchers it is a heading alone.
    #expect(try rows("dispatchers").isEmpty)
    #expect(self.tables.tables.map(\.name) == ResultTables.names)
  }

  @Test func hoursAndDaysHaveRowsOfTheirOwn() throws {
    let hours = try rows("channels-by-hour")
    #expect(hours.count == 24 * result.scenario.channels.count)
    #expect(hours.prefix(24).map { $0["hour"] } == (0..<24).map(String.init))
    let teamHours = try rows("teams-by-hour")
    #expect(teamHours.count == 24 * result.scenario.teams.count)
    #expect(teamHours.allSatisfy { $0["staffedHours"] != nil && $0["occupancy"] != nil })
    #expect(try rows("channels-by-day").map { $0["date"] }.prefix(1) == ["2022-07-22"])
  }

  @Test func namesMayHoldCommasAndQuotationMarks() throws {
    let renamed = Handmade.result(Handmade.scenario(emergency: "a \"b\", c", expectations: []))
    let text = try #require(ResultTables(renamed).tables.first { $0.name == "channels" }).text
    #expect(text.contains("\n\"a \"\"b\"\", c\","))
  }
}
