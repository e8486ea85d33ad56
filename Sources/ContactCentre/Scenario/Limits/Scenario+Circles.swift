// What leads to itself, and so might go on for ever.

extension Scenario {
  /// The channels whose contacts are passed on for ever, in the order of the scenario.
  ///
  /// A contact leaves the circle where it may be contained or may queue, or be diverted to a channel where that is so;
  /// who can do none of these never leaves.
  package var channelsWithoutEnd: [String] {
    var onward: [String: [String]] = [:]
    var ending: Set<String> = []
    for channel in channels {
      var targets: [String] = []
      var mayGoOn = true
      for stage in channel.front where mayGoOn {
        let ways = stage.ways.filter { $0.share > 1e-9 }
        targets += ways.flatMap(\.divertsTo).filter { $0.share > 0 }.map(\.to)
        if ways.contains(where: { $0.contains > 0 }) { ending.insert(channel.id) }
        mayGoOn = ways.contains { way in
          way.contains + way.divertsTo.reduce(0) { $0 + $1.share } < 1 - 1e-9
        }
      }
      if mayGoOn { ending.insert(channel.id) }
      onward[channel.id] = targets
    }
    var changed = true
    while changed {
      changed = false
      for channel in channels where !ending.contains(channel.id) {
        // A target that does not exist is another error's business.
        if onward[channel.id]?.contains(where: { ending.contains($0) || onward[$0] == nil }) == true {
          ending.insert(channel.id)
          changed = true
        }
      }
    }
    return channels.map(\.id).filter { !ending.contains($0) }
  }
}

extension Grade {
  /// The grades that incidents come back to by being regraded: each circle once, from the first of them on.
  package static func regradingCircles(of grades: [Grade]) -> [[String]] {
    let next = Dictionary(
      grades.compactMap { grade in grade.regrade.map { (grade.id, $0.to) } }, uniquingKeysWith: { $1 })
    var known: Set<String> = []
    var circles: [[String]] = []
    for grade in grades where !known.contains(grade.id) {
      var chain = [grade.id]
      while let last = chain.last, let following = next[last], !chain.contains(following) { chain.append(following) }
      // A circle that begins later in the chain is that grade's.
      if let last = chain.last, next[last] == grade.id {
        known.formUnion(chain)
        circles.append(chain)
      }
    }
    return circles
  }

  /// A circle of grades in words, back to the first.
  package static func words(ofCircle circle: [String]) -> String {
    (circle + circle.prefix(1)).map { String($0.prefix(60)) }.joined(separator: " → ")
  }
}
