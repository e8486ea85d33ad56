extension Sequence where Element: Hashable & Comparable {
  /// What is there most often, and the least of those if there are several; nil of nothing. O(n).
  package func mostFrequent() -> Element? {
    let counts = Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
