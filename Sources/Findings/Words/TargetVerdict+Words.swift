import Writing

extension TargetVerdict {
  /// The share aimed at: `90%`.
  package var targetWords: String {
    let percent = target * 100
    return Quantity.share(target, decimals: percent == percent.rounded() ? 0 : 2)
  }

  /// Whether it is reached, in a table's cell.
  package var cell: TextTable.Cell {
    guard let isMet else { return .init(Quantity.undefined) }
    return isMet ? .init("met", tone: .good) : .init("missed", tone: .bad)
  }
}
