/// Which handlers answer the same channels.
///
/// A channel counts as answered from a hundredth of a handler's contacts on. A set of few contacts is no team of its own:
/// its members just happened to see part of what their colleagues answer, or once stood in elsewhere. Where there are no other
/// sets than such, everybody is in one team.
struct TeamGrouping {
  /// Teams with a smaller share of the contacts are taken for members of a larger one.
  private static let smallest = 0.03

  /// The sets of channels, as bits, the busiest first.
  let masks: [UInt64]
  /// Of each handler the number of their set.
  let teamOf: [Int]

  /// Groups handlers by how many contacts of each channel they took.
  init(_ contacts: [[Int: Int]]) {
    let ownMasks = contacts.map { counts -> UInt64 in
      let total = counts.values.reduce(0, +)
      return counts.reduce(0) { $1.value * 100 >= total ? $0 | 1 << UInt64($1.key) : $0 }
    }
    var volumes: [UInt64: Int] = [:]
    for (mask, counts) in zip(ownMasks, contacts) { volumes[mask, default: 0] += counts.values.reduce(0, +) }
    let total = volumes.values.reduce(0, +)
    let large = volumes.filter { $0.key != 0 && Double($0.value) >= Self.smallest * Double(total) }
      .sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    let all = ownMasks.reduce(0, |)
    // Where everybody has skills of their own, all together are a team: handlers are lost, or counted twice, otherwise.
    let masks = large.isEmpty && all != 0 ? [all] : large
    self.masks = masks
    teamOf = ownMasks.map { mask in
      if let exact = masks.firstIndex(of: mask) { return exact }
      if let larger = masks.firstIndex(where: { $0 & mask == mask }) { return larger }
      let shared = masks.map { ($0 & mask).nonzeroBitCount }
      return shared.firstIndex(of: shared.max() ?? 0) ?? 0
    }
  }
}
