import Reading
import ScenarioFile
import Testing

/// Contacts that come of one another for longer than the simulation lets them.
@Suite struct CutChainsTests {
  private func warnings(share: Double, probability: Double, to: String = "a", transfer: String = "") throws -> [String]
  {
    let text = """
      { calendar: { start: "2022-07-22T07:00" },
        channels: {
          a: { arrivals: { perYear: 10000 }, handling: { constant: 60 }, outcomes: { told: { share: \(share), \(transfer)
            followUps: { more: { to: "\(to)", probability: \(probability), after: { constant: "7d" } } } } } },
          b: { arrivals: { perYear: 10000 }, handling: { constant: 60 } },
        },
        teams: { t: { answers: ["a", "b"], staff: { byHour: [\(Fixture.byHour)] } } } }
      """
    return try read(text).warnings.filter { $0.message.contains("end after sixteen") }.map(\.path)
  }

  @Test func aChainThatWouldGoOnIsWarnedOf() throws {
    #expect(try warnings(share: 1, probability: 1) == ["channels.a"])
    // 0.8¹⁶ is 0.028.
    #expect(try warnings(share: 0.8, probability: 1) == ["channels.a"])
    #expect(try warnings(share: 0.5, probability: 0.5, transfer: "transfer: { to: \"a\" },") == ["channels.a"])
  }

  @Test func aChainThatEndsByItselfIsNot() throws {
    #expect(try warnings(share: 0.7, probability: 1).isEmpty)
    #expect(try warnings(share: 1, probability: 1, to: "b").isEmpty)
  }
}
