import Testing
import Watchroom

@testable import WatchroomCommand

/// A recorded night in which calls interrupt other work, forked by plans in which they do not.
@Suite struct ForkedInterruptionTests {
  private static let night = """
    {
      name: "Interrupted", calendar: { start: "2022-07-22T07:00", days: 1 },
      channels: {
        "999": {
          arrivals: { perYear: 60000 }, handling: { exponential: { mean: "4m" } }, priority: 1, preempts: ["online"],
        },
        online: { kind: "deferred", arrivals: { perYear: 30000 }, handling: { exponential: { mean: "20m" } } },
      },
      teams: { contact: { answers: ["999", "online"], staff: { byHour: \([Int](repeating: 3, count: 24)) } } },
    }
    """

  private func command(_ arguments: [String]) -> Outcome {
    watchroom(arguments, files: MemoryFiles(["night.json5": Self.night]))
  }

  @Test func workThatWasLeftIsFinishedInTheForkToo() throws {
    let folder = try TemporaryFolder()
    let ledger = folder["a.ledger"]
    #expect(command(["run", "night.json5", "--ledger", ledger]).status == .done)
    let reader = try LedgerReader(path: ledger)
    // In the middle of an interruption, after many others.
    var interruptions: [Milliseconds] = []
    var cursor = reader.cursor()
    while try cursor.advance({ events in
      for index in events.indices where events[index].kind == .contactAnswered && events[index].interrupts {
        interruptions.append(events[index].time)
      }
    }) {}
    try #require(interruptions.count > 20)
    let minutes = Int(interruptions[interruptions.count / 2] / .minute) + 7 * 60 + 1
    let clock = "2022-07-2\(2 + minutes / 1_440)T\(padded(minutes / 60 % 24)):\(padded(minutes % 60))"
    for change in [["--set", "channels.999.preempts=[]"], ["--set", "channels.999.leavesFree=1"]] {
      let kept = folder["\(change[1]).ledger"]
      let outcome = command(["replay", ledger, "--from", clock, "--ledger", kept] + change)
      #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
      let verified = command(["replay", kept, "--verify"])
      #expect(verified.status == .done && verified.output.hasPrefix("verified: "), "\(verified.errors)")
      try requireNothingForgotten(kept, before: (reader.lastTime / .hour - 6) * .hour)
    }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Whatever was left for something else before `time` was taken up again.
  private func requireNothingForgotten(_ path: String, before time: Milliseconds) throws {
    var inHand: [UInt16: UInt32] = [:]
    var left: [UInt32: Milliseconds] = [:]
    var resumed = 0
    var cursor = try LedgerReader(path: path).cursor()
    while try cursor.advance({ events in
      for index in events.indices {
        let event = events[index]
        switch event.kind {
        case .contactAnswered:
          if event.interrupts, let other = inHand[event.resource] { left[other] = event.time }
          inHand[event.resource] = event.subject
        case .workResumed:
          left[event.subject] = nil
          inHand[event.resource] = event.subject
          resumed += 1
        default: break
        }
      }
    }) {}
    #expect(resumed > 10)
    #expect(left.values.allSatisfy { $0 > time }, "\(left)")
  }
}
