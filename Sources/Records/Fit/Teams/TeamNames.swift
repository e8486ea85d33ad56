/// Names for teams: what they answer, short enough to be read, and no two alike.
struct TeamNames {
  /// Characters that the channels of a team may take up together; the first is named however long it is.
  private static let longest = 60

  private var taken: Set<String> = []

  /// A name for a team that answers these channels, at least one, which no team before has.
  mutating func name(for channels: [String]) -> String {
    var named = channels[..<1]
    for next in channels.dropFirst() {
      guard (named + [next]).joined(separator: "+").unicodeScalars.count <= Self.longest else { break }
      named.append(next)
    }
    let others = channels.count - named.count
    let plain = named.joined(separator: "+") + (others == 0 ? "" : " and \(others) more")
    var name = plain
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(plain) \(number)"
    }
    return name
  }
}
