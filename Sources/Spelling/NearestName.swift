/// The name among `names` that `word` was probably meant to be, if one is close enough to be worth suggesting.
///
/// Distance is the number of letters added, left out, changed or swapped with a neighbour, without regard to case; a name
/// cut short or carried on, such as `monday` for `mon`, is near. Of equally near names the first wins.
/// O(names × length²).
public func nearestName(to word: String, among names: [String]) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
    // A third of the letters may be wrong; more than that is another word.
    let allowed = max(1, max(wanted.count, candidate.count) / 3)
    let isBeginning = min(wanted.count, candidate.count) >= 3 && zip(wanted, candidate).allSatisfy(==)
    guard isBeginning || abs(wanted.count - candidate.count) <= allowed else { continue }
    let distance = isBeginning ? 1 : editDistance(wanted, candidate)
    if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// Optimal string alignment distance.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in 1...first.count {
    var current = [row]
    for column in 1...second.count {
      let change = first[row - 1] == second[column - 1] ? 0 : 1
      var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
      if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
