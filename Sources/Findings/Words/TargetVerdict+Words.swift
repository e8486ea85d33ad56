import ContactCentre
import Experiments
import Writing

extension TargetVerdict {
  /// The share aimed at: `90%`.
  package var targetWords: String {
    let needed = Quantity.decimals(from: 0, toSay: target * 100)
    return Quantity.share(target, decimals: needed == 0 ? 0 : max(2, needed))
  }

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
