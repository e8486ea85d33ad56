import ContactCentre
import Experiments
import Writing

extension TargetVerdict {
  /// The share aimed at: `90%`.
  package var targetWords: String { Quantity.aim(target) }

  /// What was `reached`, in a table's cell: with as many digits, `decimals` or more, as say whether that is the target.
  package func cell(of reached: Estimate, decimals: Int? = nil) -> TextTable.Cell {
    Quantity.cell(reached, .share, decimals: decimals, heldTo: .atLeast(target))
  }

  /// Whether it is reached, in a table's cell.
  package var cell: TextTable.Cell {
    guard let isMet else { return .init(Quantity.undefined) }
    return isMet ? .init("met", tone: .good) : .init("missed", tone: .bad)
  }
}
