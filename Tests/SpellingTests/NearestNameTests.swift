import Spelling
import Testing

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("sed", "seed"), ("SEED", "seed"), ("eed", "seed"), ("sede", "seed"), ("form", "format"), ("jbos", "jobs"),
      ("formats", "format"), ("zzz", nil), ("", nil), ("s", nil),
    ] as [(String, String?)])
  func wordsOfACommandLine(word: String, expected: String?) {
    #expect(nearestName(to: word, among: ["seed", "replications", "format", "jobs"]) == expected)
  }

  @Test(
    arguments: [
      ("channels.999.serviceLevel.ofoffered", "channels.999.serviceLevel.ofOffered"),
      ("channels.998.waitingAtEnd", "channels.999.waitingAtEnd"), ("team.one.ocupancy", "teams.one.occupancy"),
    ])
  func pathsOfFigures(word: String, expected: String) {
    let names = ["channels.999.serviceLevel.ofOffered", "channels.999.waitingAtEnd", "teams.one.occupancy"]
    #expect(nearestName(to: word, among: names) == expected)
  }

  /// A word is never cut short, or carried on, if it is there as a whole.
  @Test func theWordItselfIsNearestWhateverItsCase() {
    #expect(nearestName(to: "MONDAY", among: ["mon", "monday"]) == "monday")
    #expect(nearestName(to: "mon", among: ["monday", "Mon"]) == "Mon")
    #expect(nearestName(to: "MONDAY", among: ["mon", "tue"]) == "mon")
  }

  @Test func ofEquallyNearNamesTheFirstWins() {
    #expect(nearestName(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(nearestName(to: "anything", among: []) == nil)
  }

  /// Names come from files, so their length must not decide how long the search takes.
  @Test func veryLongWordsAreComparedByTheirBeginning() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearestName(to: long, among: ["arrivals", long]) == long)
  }
}
