import Spelling
import Testing

@Suite struct KnownNamesTests {
  /// Random words of few letters, so that many are near each other: against the distance reckoned in full.
  @Test func theNearestIsThatOfAllDistances() {
    var dice = SplitMix(state: 7)
    var found = 0
    for round in 0..<400 {
      let names = (0..<12).map { _ in word(&dice) }
      let known = KnownNames(names)
      for _ in 0..<5 {
        let wanted = word(&dice)
        let expected = plainNearest(to: wanted, among: names)
        #expect(known.nearest(to: wanted) == expected, "round \(round): \(wanted) among \(names)")
        #expect(nearestName(to: wanted, among: names) == expected)
        if expected != nil { found += 1 }
      }
    }
    // Otherwise there would have been nothing to compare.
    #expect(found > 200 && found < 1_900, "\(found)")
  }

  private func word(_ dice: inout SplitMix) -> String {
    let letters: [Character] = ["a", "b", "A", "c", "é", "."]
    // Few of the letters, and of those mostly the first.
    let count = Int(dice.next() % 14)
    return String((0..<count).map { _ in letters[Int(dice.next() % 6 * (dice.next() % 3) / 2) % 6] })
  }

  /// As the documentation says it, with every distance reckoned in full.
  private func plainNearest(to word: String, among names: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    if wanted.isEmpty { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(name.lowercased().unicodeScalars)
      let isBeginning =
        wanted.count != candidate.count && min(wanted.count, candidate.count) >= 3
        && zip(wanted, candidate).allSatisfy(==)
      let distance = isBeginning ? 1 : plainDistance(wanted, candidate)
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  private func plainDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var table = (0...first.count).map { row in (0...second.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
    for row in first.indices {
      for column in second.indices {
        let change = first[row] == second[column] ? 0 : 1
        var cost = min(table[row][column + 1] + 1, table[row + 1][column] + 1, table[row][column] + change)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = cost
      }
    }
    return table[first.count][second.count]
  }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
