import Experiments
import Findings
import Metrics
import Writing

/// A result as tables for spreadsheets (RFC 4180), with the names that figures have everywhere.
///
/// There are always the same tables: of what a scenario does not have, a heading alone. Means stand under the figure's name,
/// half-widths of their intervals beside them under `….halfWidth`; what is undefined (a share of nothing) is an empty cell.
public struct ResultTables: Sendable {
  /// What the tables are called, in their order.
  public static let names = all.map(\.name)

  /// The tables: of channels, teams, grades and hubs a row each, of the dispatchers one, of hours and days, and every figure
  /// there is in rows. What teams, dispatchers and hubs cost adds up to what everything costs.
  public let tables: [SpreadsheetTable]

  /// The tables of `result`.
  public init(_ result: ExperimentResult) {
    let source = Source(result: result, tree: Self.cells(of: result))
    tables = Self.all.map { SpreadsheetTable(name: $0.name, text: $0.text(source)) }
  }

  /// What the tables are called, and how each is made, in their order.
  private static let all: [(name: String, text: @Sendable (Source) -> String)] = [
    ("channels", { $0.parts("channels", "channel") }),
    ("channels-by-hour", { $0.elements("byHour", of: "channels", "channel") }),
    ("channels-by-day", { $0.elements("byDay", of: "channels", "channel") }),
    ("teams", { $0.parts("teams", "team") }),
    ("teams-by-hour", { $0.elements("byHour", of: "teams", "team") }),
    ("dispatchers", { $0.whole("dispatchers", "desk") }),
    ("grades", { $0.parts("grades", "grade") }),
    ("grades-by-hour", { $0.elements("byHour", of: "grades", "grade") }),
    ("hubs", { $0.parts("hubs", "hub") }),
    ("figures", { ResultTables.figures($0.result) }),
  ]

  /// What the tables are made of.
  private struct Source {
    let result: ExperimentResult
    /// See ``ResultTables/cells(of:)``.
    let tree: JSONValue

    private func members(_ section: String) -> [JSONValue.Member] { tree[section]?.members ?? [] }

    /// A row for each part of a section.
    func parts(_ section: String, _ heading: String) -> String {
      SpreadsheetTable.text(
        members(section).map { [(heading, CSVCell.name($0.name))] + ResultTables.columns($0.value) }, heading)
    }

    /// A row for each element of a list that each part of a section has.
    func elements(_ list: String, of section: String, _ heading: String) -> String {
      let rows = members(section).flatMap { part in
        (part.value[list]?.elements ?? []).map { [(heading, CSVCell.name(part.name))] + ResultTables.columns($0) }
      }
      return SpreadsheetTable.text(rows, heading)
    }

    /// A row for a section that has no parts, if it is there.
    func whole(_ section: String, _ heading: String) -> String {
      let rows = tree[section].map { [[(heading, CSVCell.name(section))] + ResultTables.columns($0)] } ?? []
      return SpreadsheetTable.text(rows, heading)
    }
  }

  /// Every figure in a row of its own. The last cell says in how many replications it is defined, if in some of them
  /// only.
  private static func figures(_ result: ExperimentResult) -> String {
    let rows = zip(result.catalogue.figures, result.estimates).map { figure, estimate in
      SpreadsheetTable.row(of: figure) + [
        ("mean", CSVCell.number(estimate.mean, figure.unit)),
        ("halfWidth", CSVCell.number(estimate.halfWidth, figure.unit)),
        ("of", estimate.definedIn.map(String.init) ?? ""),
      ]
    }
    return SpreadsheetTable.text(rows, "figure")
  }

  /// The tree of all figures as JSON has it, each number the text that its cell holds.
  private static func cells(of result: ExperimentResult) -> JSONValue {
    JSONFigures(days: result.catalogue.days) { figure, estimate in
      func cell(_ number: Double?) -> JSONValue { .string(CSVCell.number(number, figure.unit)) }
      guard figure.kind == .estimate else { return cell(estimate.mean) }
      return .members(["mean": cell(estimate.mean), "halfWidth": cell(estimate.halfWidth)])
    } estimate: {
      $0
    }.value(FigureTree(result))
  }

  /// Parts that the scenario gives names to, which differ from row to row; they are among all figures only.
  private static let ownNames: Set = ["outcomes", "front"]

  /// The figures of a part, nested ones by their path; lists are left out.
  private static func columns(_ value: JSONValue, at path: String = "") -> [SpreadsheetTable.Cell] {
    guard let members = value.members else { return [(path, cell(value))] }
    if let mean = value["mean"], let halfWidth = value["halfWidth"] {
      return [(path, cell(mean)), ("\(path).halfWidth", cell(halfWidth))]
    }
    return members.filter { $0.value.elements == nil && !ownNames.contains($0.name) }
      .flatMap { columns($0.value, at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .integer(let number): String(number)
    case .unsigned(let number): String(number)
    case .number(let number): CSVCell.number(number)
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
