/// Why plans cannot be compared.
public enum ComparisonObstacle: Error, Sendable, Equatable {
  /// The variant of this name simulates other days than the base, so that it cannot have the same callers.
  case otherDays(variant: String)
  /// Two variants have this name, by which results tell them apart.
  case nameTwice(String)
}

extension ComparisonObstacle: CustomStringConvertible {
  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .otherDays(let variant):
      "“\(variant)” simulates another time than the base — give both the same calendar; only “drain” may differ"
    case .nameTwice(let name): "two variants are called “\(name)” — give each a name of its own"
    }
  }
}
