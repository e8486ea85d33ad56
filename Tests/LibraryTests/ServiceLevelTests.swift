import Testing
import Watchroom

// What the README shows to somebody who tests service levels in a package of their own: nothing but `import Watchroom`.

private let scenario = #filePath.replacing(
  "Tests/LibraryTests/ServiceLevelTests.swift", with: "Scenarios/erlang-a.json5")

@Test func emergencyCallsAreAnswered() throws {
  let result = try Watchroom.run(scenario, settings: ["calendar.days=30"], replications: 10)
  let level = try #require(result.estimate("channels.999.serviceLevel.ofOffered"))
  #expect(level.mean - (level.halfWidth ?? 0) >= 0.9)
}

@Test func theNinthHandlerIsWorthHavingAtAnyHour() throws {
  let nine = try readScenario(scenario, settings: ["calendar.days=7"]).scenario
  var eight = nine
  eight.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 8, count: 24), count: 7))
  let comparison = try Comparison(
    checking: Plan(nine), variants: [.init(name: "eight", plan: Plan(checking: eight))], replications: 10)
  let loss = try #require(comparison.run().variant("eight")?.difference("channels.999.serviceLevel.ofOffered"))
  #expect(loss.isClear && (loss.difference ?? 0) < -0.03)
}
