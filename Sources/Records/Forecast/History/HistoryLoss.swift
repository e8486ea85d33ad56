import Writing

/// What of a history could not be read, and what became of it.
public struct HistoryLoss: Sendable, Equatable {
  /// Rows left out.
  public var rows = 0
  /// Cells left out whose rows have others.
  public var cells = 0
  /// Intervals, of all channels, that are put at what is usual then, because their counts could not be read.
  public var filledIn = 0
  /// Days, of all channels, that are taken as not recorded, because too much of them could not be read.
  public var days = 0

  /// Whether all could be read.
  var isNone: Bool { self == HistoryLoss() }

  /// What was left out, in words.
  var leftOut: String {
    let parts = [
      rows > 0 ? Quantity.counted(rows, "row") : nil, cells > 0 ? Quantity.counted(cells, "cell") : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " and ") + " that cannot be used"
  }

  /// What became of it, in words; nil where nothing did.
  var consequence: String? {
    let parts = [
      filledIn > 0 ? "\(Quantity.counted(filledIn, "interval")) put at what is usual then" : nil,
      days > 0 ? "\(Quantity.counted(days, "day")) taken as not recorded" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
