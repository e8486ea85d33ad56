import Metrics

extension Figure.Unit {
  /// What it is called in a table.
  package var word: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .seconds: "seconds"
    case .hours: "hours"
    case .money: "money"
    }
  }
}
