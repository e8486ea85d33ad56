/// The name among `names` that `word` was probably meant to be, if one is near enough to be worth suggesting.
///
/// A beginning of a name counts as near. Otherwise the distance is the number of letters added, left out, changed or
/// swapped with a neighbour, of which a third of the letters may be wrong; of equally near names the first wins.
func nearestName(to word: String, among names: [String]) -> String? {
  let wanted = Array(word.lowercased())
  // No name is this long, and the comparison below takes time by the square.
  guard (1...64).contains(wanted.count) else { return nil }
  if wanted.count >= 3, let beginning = names.first(where: { $0.hasPrefix(word.lowercased()) }) { return beginning }
  let rated = names.map { (name: $0, distance: editDistance(wanted, Array($0))) }
    .filter { $0.distance <= max(1, max(wanted.count, $0.name.count) / 3) }
  return rated.min { $0.distance < $1.distance }?.name
}

/// Optimal string alignment distance.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var rows = [Array(0...second.count)]
  for (i, letter) in first.enumerated() {
    var row = [i + 1]
    for (j, other) in second.enumerated() {
      var distance = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other {
        distance = min(distance, rows[i - 1][j - 1] + 1)
      }
      row.append(distance)
    }
    rows.append(row)
  }
  return rows[first.count][second.count]
}
