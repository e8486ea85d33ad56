import ContactCentre
import DiscreteEvents
import Testing

@Suite struct TraceTests {
  /// Patience 40, handling 60, wrap-up 9, outcome 1 unless recorded otherwise.
  private func scenario(_ callers: [TraceRow], staffed: Bool = true) -> Scenario {
    var calls = channel("999", callers)
    calls.patience = .constant(40)
    calls.wrapUp = .constant(9)
    calls.outcomes = [
      .init(name: "P1", share: 0), .init(name: "resolved", share: 1), .init(name: "record", share: 0),
    ]
    return handMade([calls], teams: staffed ? [team("desk", "999", tours: [(0, 1_000)])] : [])
  }

  @Test func whatIsNotRecordedIsDrawn() {
    #expect(
      contactStory(scenario([caller(at: 0)])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60", "60: h0 ends c0 as 1, wrap-up 9", "69: h0 wraps up c0",
      ])
    #expect(contactStory(scenario([caller(at: 0)], staffed: false)).last == "40: c0 gives up")
  }

  @Test func whatIsRecordedIsUsedToTheMillisecond() {
    #expect(
      contactStory(scenario([caller(at: 0.001, handling: 1.234, wrapUp: 0.001, outcome: "record")])) == [
        "0.001: c0 arrives on 0", "0.001: h0 answers c0 for 1.234", "1.235: h0 ends c0 as 2, wrap-up 0.001",
        "1.236: h0 wraps up c0",
      ])
    #expect(contactStory(scenario([caller(at: 0, patience: 7.5)], staffed: false)).last == "7.500: c0 gives up")
    #expect(contactStory(scenario([caller(at: 0, wrapUp: 0)])).last == "60: h0 ends c0 as 1")
    #expect(
      contactStory(scenario([caller(at: 0, patience: .infinity)], staffed: false)).last == "0: c0 waits for ever")
  }

  @Test func onlyWhoCallsDuringTheRunIsHeard() {
    var outside = scenario(
      [-3_601, -3_600, -1, 0, 86_399.999, 86_400, 86_401].map { caller(at: $0, handling: 1, wrapUp: 0) })
    outside.calendar.warmUp = .hour
    outside.calendar.drain = .hour
    let arrivals = run(outside).filter { $0.kind == .contactArrived }
    #expect(arrivals.map(\.time) == [0, 3_599_000, 3_600_000, 89_999_999])
    // The caller's identity is the row, whatever was left out before it.
    #expect(arrivals.map(\.extra) == [1, 2, 3, 4])
  }

  @Test func callersOfOneInstantComeByChannelThenAsRecorded() {
    let scenario = handMade([
      channel("b", [caller(at: 5), caller(at: 5)]), channel("a", [caller(at: 5)]), channel("c", [caller(at: 4)]),
    ])
    #expect(
      contactStory(scenario).filter { $0.contains("arrives") } == [
        "4: c0 arrives on 2", "5: c1 arrives on 0", "5: c2 arrives on 0", "5: c3 arrives on 1",
      ])
  }

  /// More callers at one instant than are kept sorted as they are made.
  @Test func hundredsOfCallersInOneCellComeInOrder() {
    var dice = Dice(7)
    let times = (0..<700).map { _ in Double(dice.below(300_000)) / 1_000 }.sorted()
    let scenario = handMade([channel("a", times.map { caller(at: $0) }), channel("b", times.map { caller(at: $0) })])
    let arrivals = run(scenario).filter { $0.kind == .contactArrived }
    #expect(arrivals.count == 1_400)
    let order = arrivals.map { [$0.time, Int64($0.resource), Int64($0.extra)] }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(arrivals.filter { $0.resource == 1 }.map(\.time) == times.map(seconds))
  }
}
