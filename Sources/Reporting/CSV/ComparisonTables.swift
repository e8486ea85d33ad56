import Experiments
import Findings
import Metrics
import Writing

/// A comparison as tables for spreadsheets, with the names that figures have everywhere.
///
/// What is undefined (a share of nothing), and what only one of two plans has, leaves empty cells.
public struct ComparisonTables: Sendable {
  /// What the tables are called, in their order.
  public static let names = ["differences"]

  /// The tables: of each variant, a row for every figure that it or the base has. The last cell says in how many
  /// replications both define it, if in some of them only.
  public let tables: [SpreadsheetTable]

  /// The tables of `result`. O(variants × figures).
  public init(_ result: PairedResult) {
    let rows = result.variants.flatMap { variant in
      variant.figures.map { compared in
        let difference = compared.difference
        func cell(_ number: Double?) -> String { CSVCell.number(number, compared.figure.unit) }
        return [("variant", CSVCell.name(variant.name))] + SpreadsheetTable.row(of: compared.figure) + [
          ("base", cell(difference.base)), ("withVariant", cell(difference.variant)),
          ("difference", cell(difference.difference)), ("halfWidth", cell(difference.halfWidth)),
          ("of", difference.definedIn.map(String.init) ?? ""),
        ]
      }
    }
    tables = [SpreadsheetTable(name: Self.names[0], text: SpreadsheetTable.text(rows, "variant"))]
  }
}
