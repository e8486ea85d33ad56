// What would go round for ever.
extension FaultFinder {
  mutating func findCircles() {
    for channel in scenario.channelsWithoutEnd {
      note(
        ["channels", channel, "front"],
        "contacts are diverted from “\(channel.prefix(60))” in a circle that never ends",
        "let some be contained, or divert a share below 1")
    }
    guard let grades = scenario.response?.grades else { return }
    for circle in Grade.regradingCircles(of: grades) {
      note(
        ["response", "grades", circle[0], "regrade"],
        "incidents may be regraded in a circle: \(Grade.words(ofCircle: circle))",
        "let one of these grades not be regraded, or to another grade")
    }
    let preempted = Dictionary(
      grades.map { ($0.id, $0.preempts + $0.preemptsAtScene) }, uniquingKeysWith: { one, _ in one })
    for grade in grades where isReached(grade.id, from: grade.id, by: preempted) {
      note(
        ["response", "grades", grade.id, "preempts"],
        "a unit taken from an incident of this grade may be taken back for it, and so for ever",
        "let a grade pre-empt only those of lower priority")
    }
  }

  /// Whether a way leads from one name to another.
  private func isReached(_ goal: String, from start: String, by ways: [String: [String]]) -> Bool {
    var seen: Set<String> = []
    var next = ways[start] ?? []
    while let name = next.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { next += ways[name] ?? [] }
    }
    return false
  }
}
