/// Names among which one that was probably meant is looked for, made ready for many words.
public struct KnownNames: Sendable {
  /// So many letters of a name are looked at.
  private static let length = 64

  private let names: [String]
  /// The letters of the names, without regard to case, one name after another; and where each begins, and the last ends.
  private var letters: [Unicode.Scalar] = []
  private var starts = [0]

  /// Names, in the order in which the first of equally near ones wins. O(letters).
  public init(_ names: [String]) {
    self.names = names
    starts.reserveCapacity(names.count + 1)
    for name in names {
      Self.append(name, to: &letters)
      starts.append(letters.count)
    }
  }

  /// The name that `word` was probably meant to be, if one is close enough to be worth suggesting.
  ///
  /// Distance is the number of letters added, left out, changed or swapped with a neighbour, without regard to case; a name
  /// cut short or carried on, such as `monday` for `mon`, is near. Of equally near names the first wins.
  /// O(names × length × distance).
  public func nearest(to word: String) -> String? {
    var wanted: [Unicode.Scalar] = []
    Self.append(word, to: &wanted)
    guard !wanted.isEmpty else { return nil }
    var distances = EditDistances(longest: Self.length)
    var best: (name: Int, distance: Int)?
    for number in names.indices {
      let candidate = letters[starts[number]..<starts[number + 1]]
      // A third of the letters may be wrong; more than that is another word.
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      // And only a nearer name than the best so far is of use.
      let limit = min(allowed, best.map { $0.distance - 1 } ?? .max)
      if limit < 0 { break }
      let isBeginning =
        wanted.count != candidate.count && min(wanted.count, candidate.count) >= 3
        && zip(wanted, candidate).allSatisfy(==)
      if isBeginning {
        if limit >= 1 { best = (number, 1) }
      } else if abs(wanted.count - candidate.count) <= limit,
        let distance = distances.distance(wanted, candidate, atMost: limit)
      {
        best = (number, distance)
      }
    }
    return best.map { names[$0.name] }
  }

  private static func append(_ name: String, to letters: inout [Unicode.Scalar]) {
    // Almost all names are ASCII, where lower case takes no table.
    if name.utf8.prefix(length).allSatisfy({ $0 < 0x80 }) {
      for byte in name.utf8.prefix(length) {
        letters.append(Unicode.Scalar(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
      }
    } else {
      letters += name.lowercased().unicodeScalars.prefix(length)
    }
  }
}

/// Reckons optimal string alignment distances, with the same rows for all.
private struct EditDistances {
  /// The distances of the beginning of the first word that ends in this letter, in the last, and in the one before that, to
  /// each beginning of the second.
  private var current: [Int]
  private var last: [Int]
  private var beforeLast: [Int]

  init(longest: Int) {
    current = Array(repeating: 0, count: longest + 1)
    last = current
    beforeLast = current
  }

  /// The distance of two words whose lengths differ by no more than `limit`; nil if it is more. O(length × limit).
  mutating func distance(
    _ first: [Unicode.Scalar], _ second: ArraySlice<Unicode.Scalar>, atMost limit: Int
  ) -> Int? {
    if second.isEmpty { return first.count <= limit ? first.count : nil }
    let start = second.startIndex
    let far = limit + 1
    for column in 0...second.count { last[column] = min(column, far) }
    var lastLeast = 0
    for row in 0..<first.count {
      // Beginnings whose lengths differ by more than the limit are too far apart. Beside those looked at are the nearest of
      // them.
      let columns = max(0, row - limit)..<min(second.count, row + limit + 1)
      current[columns.lowerBound] = columns.lowerBound == 0 ? min(row + 1, far) : far
      var least = current[columns.lowerBound]
      for column in columns {
        let change = first[row] == second[start + column] ? 0 : 1
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + change)
        if row > 0, column > 0, first[row] == second[start + column - 1], first[row - 1] == second[start + column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = min(cost, far)
        least = min(least, current[column + 1])
      }
      if columns.upperBound < second.count { current[columns.upperBound + 1] = far }
      // A swap goes by the last row but one, so two rows must be too far.
      if least > limit, lastLeast > limit { return nil }
      lastLeast = least
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
