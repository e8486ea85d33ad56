import Experiments
import Metrics
import Writing

/// A result as tables for spreadsheets (RFC 4180), with the names that figures have everywhere.
///
/// There are always the same tables: of what a scenario does not have, a heading alone. Means stand under the figure's name,
/// half-widths of their intervals beside them under `….halfWidth`; what is undefined (a share of nothing) is an empty cell.
public struct ResultTables: Sendable {
  /// One table.
  public struct Table: Sendable {
    /// What it is of, as a file may be called.
    public let name: String
    /// Its rows, each with a newline at its end, the heading first.
    public let text: String
  }

  /// What the tables are called, in their order.
  public static let names = [
    "channels", "channels-by-hour", "channels-by-day", "teams", "grades", "grades-by-hour", "hubs", "figures",
  ]

  /// The tables: of channels, teams, grades and hubs a row each, of their hours and days, and every figure there is in rows.
  public let tables: [Table]

  /// The tables of `result`.
  public init(_ result: ExperimentResult) {
    let tree = JSONReport.figures(of: result)
    func members(_ section: String) -> [JSONValue.Member] { tree[section]?.members ?? [] }
    /// A row for each part of a section.
    func parts(_ section: String, _ heading: String) -> String {
      Self.table(members(section).map { [(heading, Self.cell($0.name))] + Self.columns($0.value) }, heading)
    }
    /// A row for each element of a list that each part of a section has.
    func elements(_ list: String, of section: String, _ heading: String) -> String {
      let rows = members(section).flatMap { part in
        (part.value[list]?.elements ?? []).map { [(heading, Self.cell(part.name))] + Self.columns($0) }
      }
      return Self.table(rows, heading)
    }
    let texts = [
      parts("channels", "channel"), elements("byHour", of: "channels", "channel"),
      elements("byDay", of: "channels", "channel"), parts("teams", "team"), parts("grades", "grade"),
      elements("byHour", of: "grades", "grade"), parts("hubs", "hub"), Self.figures(result),
    ]
    tables = zip(Self.names, texts).map { Table(name: $0, text: $1) }
  }

  /// Every figure in a row of its own.
  private static func figures(_ result: ExperimentResult) -> String {
    let rows = zip(result.catalogue.figures, result.estimates).map { figure, estimate in
      [
        ("figure", CSVCell.written(figure.name)), ("unit", figure.unit.word), ("mean", cell(.number(estimate.mean))),
        ("halfWidth", figure.kind == .estimate ? cell(.number(estimate.halfWidth ?? .nan)) : ""),
      ]
    }
    return table(rows, "figure")
  }

  /// Parts that the scenario gives names to, which differ from row to row; they are among all figures only.
  private static let ownNames: Set = ["outcomes", "front"]

  /// The figures of a part, nested ones by their path; lists are left out.
  private static func columns(_ value: JSONValue, at path: String = "") -> [(name: String, cell: String)] {
    guard let members = value.members else { return [(path, cell(value))] }
    if let mean = value["mean"], let halfWidth = value["halfWidth"] {
      return [(path, cell(mean)), ("\(path).halfWidth", cell(halfWidth))]
    }
    return members.filter { $0.value.elements == nil && !ownNames.contains($0.name) }
      .flatMap { columns($0.value, at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
  }

  /// Rows under the columns that any of them has, in the order in which they first appear.
  private static func table(_ rows: [[(name: String, cell: String)]], _ heading: String) -> String {
    var columns = [heading]
    var places = [heading: 0]
    for (name, _) in rows.joined() where places[name] == nil {
      places[name] = columns.count
      columns.append(name)
    }
    let lines = rows.map { row in
      var cells = [String](repeating: "", count: columns.count)
      for (name, cell) in row { cells[places[name, default: 0]] = cell }
      return cells
    }
    return ([columns.map(CSVCell.written)] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ name: String) -> String { CSVCell.name(name) }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .integer(let number): String(number)
    case .unsigned(let number): String(number)
    case .number(let number): number.isFinite ? JSONWriter.text(number) : ""
    case .string(let text): CSVCell.name(text)
    case .array, .object: ""
    }
  }
}

extension JSONValue {
  /// What an object holds; nil for anything else.
  fileprivate var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// What a list holds; nil for anything else.
  fileprivate var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The member called `name`, if there is one.
  fileprivate subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }
}

extension Figure.Unit {
  /// What it is called in a table.
  fileprivate var word: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .seconds: "seconds"
    case .hours: "hours"
    case .money: "money"
    }
  }
}
