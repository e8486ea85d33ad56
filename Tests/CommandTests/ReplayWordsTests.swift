import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// What `replay` says, in words and in JSON, of people, names and moments.
@Suite struct ReplayWordsTests {
  private let bench: LedgerBench
  private static let desk = """
    { shifts: { day: { start: "07:00", length: "10h", breaks: [ { after: "4h", length: "1h" } ] } },
      teams: { extra: { answers: ["999"], staff: { day: 3 } } },
      response: { dispatchers: { staff: { byHour: \([Int](repeating: 2, count: 24)) }, takes: { constant: "20m" } } } }
    """

  init() throws {
    bench = try LedgerBench()
    let outcome = bench.watchroom(
      ["run", "response.json5", "--with", "desk.json5", "--seed", "4", "--ledger", bench["a.ledger"]],
      others: ["desk.json5": Self.desk])
    try #require(outcome.status == .done, "\(outcome.errors)")
  }

  private func replay(_ options: String..., ledger: String = "a.ledger") -> Outcome {
    bench.watchroom(["replay", bench[ledger]] + options)
  }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Dispatchers are no handlers, and who is on a break is not said to be idle.
  @Test(arguments: ["09:00", "11:30", "20:00"])
  func peopleAreCountedByWhatTheyAre(time: String) throws {
    let handlers = try #require(try json(replay("--at", time, "--format", "json"))["handlers"] as? [[String: Any]])
    func said(_ noun: String, _ isTheirs: (String) -> Bool) -> String {
      let states = handlers.filter { isTheirs($0["team"] as? String ?? "") }.compactMap { $0["state"] as? String }
      let busy = states.count { $0 == "busy" || $0 == "finishing up" }
      let away = states.count { $0 == "on a break" }
      return "\(busy) of \(Quantity.counted(states.count, noun)) busy" + (away > 0 ? ", \(away) on a break" : "")
    }
    let text = replay("--at", time).output
    #expect(text.contains(" before the queue; \(said("handler") { $0 != "dispatchers" })\n"), "\(text)")
    #expect(text.contains(" open; \(said("dispatcher") { $0 == "dispatchers" }); "), "\(text)")
    #expect(text.contains("on a break\n") == (time == "11:30"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// One of each, in a scenario of whose name nothing is seen.
  @Test func oneIsNoneOfSeveralAndABlankIsNoName() throws {
    let one = [Int](repeating: 1, count: 24)
    let alone = """
      { name: " ", teams: { contact: { staff: { byHour: \(one) } } },
        response: {
          crews: { single: 1 }, hubs: { "Park Lane": { officers: { byHour: \(one) } } },
          dispatchers: { staff: { byHour: \(one) }, takes: { constant: "20m" } } } }
      """
    let run = bench.watchroom(
      ["run", "response.json5", "--with", "alone.json5", "--ledger", bench["c.ledger"]], others: ["alone.json5": alone])
    try #require(run.status == .done, "\(run.errors)")
    let times = (7..<20).flatMap { hour in ["15", "45"].map { "\(hour < 10 ? "0" : "")\(hour):\($0)" } }
    let time = try #require(
      try times.first { time in
        let document = try json(replay("--at", time, "--format", "json", ledger: "c.ledger"))
        // The dispatcher is among the handlers.
        return ["incidents", "handlers", "units"].map { (document[$0] as? [Any])?.count } == [1, 2, 1]
      })
    let text = replay("--at", time, ledger: "c.ledger").output
    #expect(text.hasPrefix("(unnamed scenario)\n===="), "\(text)")
    let open = /; [01] of 1 handler busy\n1 incident open; [01] of 1 dispatcher busy; [01] of 1 unit on duty free\n/
    #expect(text.contains(open), "\(text)")
    #expect(text.contains("\nPark Lane: 1 unit on duty\n"))
    #expect(replay("--from", time, ledger: "c.ledger").output.hasPrefix("(unnamed scenario), forked\n===="))
  }

  /// The instant of a fork is the one that was asked for.
  @Test func theInstantOfAForkIsNotCut() {
    #expect(replay("--from", "14:59:59.999").output.contains("\nForked  Friday 22 July 2022, 14:59:59.999\n"))
    #expect(replay("--from", "14:59").output.contains("\nForked  Friday 22 July 2022, 14:59\n"))
  }

  /// A change may come too late to make a difference, which is worth a hint; no change is none.
  @Test func aChangeThatMakesNoDifferenceIsNoted() {
    let hint = "\nNothing that was changed makes a difference from then on."
    let late = replay("--from", "18:00", "--set", "shifts.day.length=9h")
    #expect(late.output.contains("The fork is identical to the original, to the end.\(hint)"), "\(late.output)")
    #expect(late.output.contains("name an earlier --from.\n"))
    #expect(!replay("--from", "18:00").output.contains(hint))
    let costs = replay("--from", "18:00", "--set", "teams.contact.costPerHour=50")
    #expect(costs.output.contains("identical") && !costs.output.contains(hint))
  }

  /// Outcomes have the names of their channels, and moments in JSON are ISO 8601 as everywhere.
  @Test func theFirstDifferenceIsSaidByName() throws {
    let reader = try LedgerReader(path: bench["a.ledger"])
    var events: [Event] = []
    var cursor = reader.cursor()
    while try cursor.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    let place = try #require(events.indices.first { $0 > 40 && events[$0].kind == .handlingEnded })
    events[place] = Event(word0: events[place].word0 ^ 1, word1: events[place].word1, word2: events[place].word2)
    var writer = try LedgerWriter(path: bench["b.ledger"], header: reader.header)
    try writer.append(events.span)
    try writer.finish()
    let outcome = replay("--verify", ledger: "b.ledger")
    #expect(outcome.status == .expectationFailed)
    let names = outcome.output.matches(of: /outcome (\w+), wrap-up/).map { String($0.1) }
    #expect(Set(names) == ["P1", "advice"], "\(outcome.output)")
    let document = try json(replay("--verify", "--format", "json", ledger: "b.ledger"))
    let first = try #require(document["firstDifference"] as? [String: Any])
    for side in ["recorded", "simulated"] {
      let said = try #require(first[side] as? [String: Any])
      let time = try #require(said["time"] as? String)
      #expect(time.wholeMatch(of: /2022-07-22T..:..:..(\....)?\+01:00/) != nil, "\(time)")
      #expect((said["event"] as? String)?.contains("outcome \(names[side == "recorded" ? 0 : 1]), ") == true)
    }
  }
}
