import ContactCentre
import DiscreteEvents
import Ledger
import Reading
import ScenarioFile
import Testing

private let fromLedger = "{ ledger: 'night.ledger' }"

/// A recorded night as the arrivals of another.
@Suite("Arrivals from a ledger")
struct RecordedTests {
  @Test func theSameStaffGivesTheSameNight() throws {
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night())
    let again = try RecordedFixture.read(RecordedFixture.night(fromLedger, fromLedger), bytes)
    #expect(again.warnings.isEmpty)
    // Another seed: nothing of it may matter.
    let replayed = RecordedFixture.events(again.scenario, seed: 99)
    #expect(events.contains { $0.kind == .contactAbandoned } && events.contains { $0.kind == .contactQueued })
    #expect(replayed.map(withoutIdentity) == events.map(withoutIdentity))
  }

  /// All of an event but who of the tape a caller is.
  private func withoutIdentity(_ event: Event) -> Event {
    guard event.kind == .contactArrived else { return event }
    return .contactArrived(
      at: event.time, contact: event.subject, channel: event.resource, cell: 0, index: 0)
  }

  @Test func rowsSayWhatIsKnown() throws {
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night())
    let read = try RecordedFixture.read(RecordedFixture.night(fromLedger), bytes)
    let origin = Plan(read.scenario).origin
    let rows = read.rows("999")
    let arrivals = events.filter { $0.kind == .contactArrived && $0.resource == 0 }
    #expect(rows.count > 150 && rows.map(\.time) == arrivals.map { origin + $0.time })
    for (row, arrival) in zip(rows, arrivals) {
      let life = events.filter { $0.subject == arrival.subject }
      func first(_ kind: EventKind) -> Event? { life.first { $0.kind == kind } }
      #expect(row.patience == first(.contactQueued).map { Double($0.value) / 1_000 })
      #expect(row.handling == first(.contactAnswered).map { Double($0.value) / 1_000 })
      #expect(row.wrapUp == first(.handlingEnded).map { Double($0.value) / 1_000 })
      #expect(row.outcome == first(.handlingEnded).map { ["P1", "resolved", "other"][Int($0.detail)] })
    }
    #expect(Set(rows.map(\.outcome)) == [nil, "P1", "resolved", "other"])
    // Patience without end stays so, and a channel without outcomes says nothing of them.
    let endless = try RecordedFixture.read(
      RecordedFixture.night(outcomes: "", channel: "").replacing("{ perYear: 150000 }", with: fromLedger), bytes)
    #expect(Set(endless.rows("101").map(\.patience)) == [nil, .infinity])
    #expect(endless.rows("101").allSatisfy { $0.outcome == nil })
  }

  /// What a contact takes is the caller's: the same whether it fell to somebody who was still learning or not.
  @Test func whoWasStillLearningDoesNotMakeTheWorkLonger() throws {
    let night = RecordedFixture.night()
    let people = """
      people: { establishment: 3, strength: 3, asOf: '2022-07-01', learning: { slower: 2, over: '26w' },
        intakes: { new: { on: '2022-07-02', heads: 3, training: 0 } } }, staff:
      """
    let (bytes, events) = try RecordedFixture.ledger(night.replacing("staff:", with: people))
    let slower = Set(events.filter { $0.kind == .handlerSignedOn }.map(\.percentSlower))
    try #require(slower.count > 1 && slower.contains { $0 > 50 })
    func works(_ events: [Event], _ kind: EventKind) -> [Event: UInt32] {
      var callers: [UInt32: Event] = [:]
      for event in events where event.kind == .contactArrived {
        callers[event.subject] = .contactArrived(
          at: event.time, contact: 0, channel: event.resource, cell: event.value, index: event.extra)
      }
      let told = events.filter { $0.kind == kind }.compactMap { event in
        callers[event.subject].map { ($0, event.value) }
      }
      return Dictionary(told) { first, _ in first }
    }
    // The same callers, answered by nobody who learns.
    let plain = RecordedFixture.events(try RecordedFixture.read(night, []).scenario)
    let rows = try RecordedFixture.read(RecordedFixture.night(fromLedger, fromLedger), bytes)
    let origin = Plan(rows.scenario).origin
    for (kind, told) in [(EventKind.contactAnswered, \TraceRow.handling), (.handlingEnded, \TraceRow.wrapUp)] {
      let (slow, usual) = (works(events, kind), works(plain, kind))
      var differing = 0
      for (number, channel) in ["999", "101"].enumerated() {
        let arrivals = events.filter { $0.kind == .contactArrived && $0.resource == number }
        for (row, arrival) in zip(rows.rows(channel), arrivals) {
          let caller = Event.contactArrived(
            at: arrival.time, contact: 0, channel: arrival.resource, cell: arrival.value, index: arrival.extra)
          try #require(row.time == origin + arrival.time)
          guard let seen = slow[caller], let own = usual[caller] else { continue }
          #expect(row[keyPath: told] == Double(own) / 1_000)
          differing += seen == own ? 0 : 1
        }
      }
      #expect(differing > 20)
    }
  }

  @Test func whatFollowsADiversionIsNotTaken() throws {
    let front = "front: { menu: { takes: { constant: 5 }, divertsTo: { '999': 0.5 } } }"
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night(channel: front))
    let rows = try RecordedFixture.read(RecordedFixture.night("{ perYear: 1 }", fromLedger), bytes).rows("101")
    let arrivals = events.filter { $0.kind == .contactArrived && $0.resource == 1 }
    let diverted = Set(events.filter { $0.kind == .contactDiverted }.map(\.subject))
    let answered = Set(events.filter { $0.kind == .contactAnswered }.map(\.subject))
    #expect(rows.count == arrivals.count && !diverted.isDisjoint(with: answered))
    for (row, arrival) in zip(rows, arrivals) {
      let isKnown = answered.contains(arrival.subject) && !diverted.contains(arrival.subject)
      #expect((row.handling != nil) == isKnown)
    }
  }

  /// A menu in which something may be chosen, and then a bot; some are helped there, and some sent elsewhere.
  private static let front = """
    front: {
      menu: { takes: { exponential: { mean: 20 } }, contains: 0.1, divertsTo: { '999': 0.1 },
        options: { crime: { share: 0.4, takes: { exponential: { mean: 60 } }, contains: 0.2 } } },
      bot: { takes: { exponential: { mean: 30 } }, contains: 0.2 },
    },
    """

  /// What happens before the queue, in order.
  private func before(_ events: [Event]) -> [Event] {
    let kinds: [EventKind] = [.frontStageEntered, .frontPassed, .contactContained, .contactDiverted]
    return events.filter { event in kinds.contains { $0 == event.kind } }
  }

  @Test func whatHappenedBeforeTheQueueHappensAgain() throws {
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night(channel: Self.front))
    let again = try RecordedFixture.read(RecordedFixture.night(fromLedger, fromLedger, channel: Self.front), bytes)
    #expect(again.warnings.isEmpty)
    let seen = before(events)
    for kind in [EventKind.frontPassed, .contactContained, .contactDiverted] {
      #expect(seen.count { $0.kind == kind } > 10, "\(kind)")
    }
    #expect(seen.contains { $0.stageOption != nil })
    #expect(before(RecordedFixture.events(again.scenario, seed: 99)) == seen)
    // Whether a stage counts as waiting is no matter to what happens in it.
    let counting = Self.front.replacing("mean: 30 } },", with: "mean: 30 } }, counts: true,")
    let counted = try RecordedFixture.read(RecordedFixture.night(fromLedger, fromLedger, channel: counting), bytes)
    #expect(before(RecordedFixture.events(counted.scenario, seed: 99)) == seen)
  }

  /// Who was deterred is not in the ledger; who is would be deterred a second time.
  @Test func deterrenceUponDeterrenceIsWarnedOf() throws {
    let deterred = "P1: { share: 0.2 }, resolved: { share: 0.5, deterred: 0.5 }"
    let callers = "callers: { reg: { channels: { '101': 0.5 }, callers: 10, deterred: 0.5 } }, teams:"
    func night(_ first: String, _ second: String) -> String {
      RecordedFixture.night(first, second, outcomes: deterred).replacing("teams:", with: callers)
    }
    let (bytes, _) = try RecordedFixture.ledger(night("{ perYear: 80000 }", "{ perYear: 150000 }"))
    let twice = RecordedFixture.problems(night(fromLedger, fromLedger), bytes)
    #expect(twice.count == 2 && twice.allSatisfy { $0.contains("keeps some of those away who came") }, "\(twice)")
    #expect(twice.first?.contains("channels.999.arrivals.ledger") == true)
    // The remedy is one, and of a night on which nobody was deterred it is a question like any other.
    let once = night(fromLedger, fromLedger).replacing("deterred: 0.5", with: "deterred: 0")
    #expect(RecordedFixture.problems(once, bytes) == [])
    let (all, _) = try RecordedFixture.ledger(RecordedFixture.night())
    #expect(RecordedFixture.problems(night(fromLedger, fromLedger), all) == [])
  }

  @Test func stagesThatAreOthersAreDrawnAndWarnedOf() throws {
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night(channel: Self.front))
    let other = Self.front.replacing("contains: 0.2 },\n}", with: "contains: 0.9 },\n}")
    try #require(other != Self.front)
    let again = try RecordedFixture.read(RecordedFixture.night(fromLedger, fromLedger, channel: other), bytes)
    #expect(again.warnings.map(\.path) == ["channels.101.front"])
    #expect(again.warnings.allSatisfy { $0.message.hasPrefix("“bot” is not as it was when these contacts were rec") })
    let replayed = before(RecordedFixture.events(again.scenario, seed: 99))
    func stage(_ events: [Event], _ number: UInt8) -> [Event] {
      events.filter { $0.kind == .frontStageEntered && $0.detail == number }
    }
    #expect(stage(replayed, 0) == stage(before(events), 0))
    #expect(stage(replayed, 1).map(\.subject) == stage(before(events), 1).map(\.subject))
    #expect(stage(replayed, 1).map(\.value) != stage(before(events), 1).map(\.value))
    let contained = { (events: [Event]) in events.count { $0.kind == .contactContained && $0.detail == 1 } }
    #expect(contained(replayed) > 2 * contained(events))
    // Without any stages nothing happens before the queue, and that is said.
    let none = RecordedFixture.problems(RecordedFixture.night(fromLedger, fromLedger), bytes)
    #expect(none.count == 1 && none[0].contains("“menu” is not as it was when these contacts were recorded"))
  }

  /// A run that was cut short tells what conversations under way are about as far as an incident opens of them.
  @Test func whatAConversationUnderWayIsAboutIsKnown() throws {
    var files = ResponseFixture.files(changing: "s.json5") { $0.replacing("perYear: 885504", with: "perYear: 30000") }
    let (bytes, events) = try RecordedFixture.ledger(files.mapValues { Array($0.utf8) })
    let arrivals = events.filter { $0.kind == .contactArrived && $0.resource == 0 }.map(\.subject)
    let last = try #require(
      events.indices.last {
        events[$0].kind == .contactAnswered && events[$0].detail > 0 && arrivals.contains(events[$0].subject)
      })
    let place = try #require(arrivals.firstIndex(of: events[last].subject))
    let header = try LedgerReader(path: "a", storage: MemoryLedgers(["a": bytes])).header
    files["s.json5"] = files["s.json5"]?.replacing("arrivals: { perYear: 30000 }", with: "arrivals: \(fromLedger)")
    var all = files.mapValues { Array($0.utf8) }
    all["night.ledger"] = try RecordedFixture.written(Array(events[...last]), header)
    let rows = try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: all)).rows("999")
    #expect(rows[place].outcome == "P1" && rows[place].wrapUp == nil && rows[place].handling != nil)
  }

  @Test func redialsAreNotTaken() throws {
    let redial = "patience: { constant: 60 }, redial: { probability: 1, after: { constant: '2m' } }"
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night(channel: redial))
    #expect(events.contains { $0.kind == .contactRedialled })
    let rows = try RecordedFixture.read(RecordedFixture.night("{ perYear: 1 }", fromLedger), bytes).rows("101")
    #expect(rows.count == events.count { $0.kind == .contactArrived && $0.resource == 1 })
  }

  @Test func anotherChannelCanBeNamed() throws {
    let (bytes, _) = try RecordedFixture.ledger(RecordedFixture.night())
    let named = RecordedFixture.night("{ perYear: 1 }", "{ ledger: 'night.ledger', channel: '999' }", outcomes: "")
    let same = RecordedFixture.night(fromLedger)
    #expect(
      try RecordedFixture.read(named, bytes).rows("101").map(\.time)
        == RecordedFixture.read(same, bytes).rows("999").map(\.time))
  }

  @Test func incidentsComeAgain() throws {
    var files = ResponseFixture.files(changing: "s.json5") { $0.replacing("perYear: 885504", with: "perYear: 30000") }
    let (bytes, events) = try RecordedFixture.ledger(files.mapValues { Array($0.utf8) })
    files["s.json5"] = files["s.json5"]?.replacing("arrivals: { perYear: 30000 }", with: "arrivals: \(fromLedger)")
      .replacing("arrivals: { perYear: 20000, dayOfWeek: { sun: 0.5 } }", with: "arrivals: \(fromLedger)")
      .replacing("arrivals: { trace: \"partners.csv\" }", with: "arrivals: \(fromLedger)")
    var all = files.mapValues { Array($0.utf8) }
    all["night.ledger"] = bytes
    let again = try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: all))
    let opened = openings(events)
    #expect(opened.count > 150 && opened == openings(RecordedFixture.events(again.scenario, seed: 99)))
    // In a force elsewhere they happen elsewhere.
    let elsewhere = files["s.json5"]?.replacing("latitude: 52.", with: "latitude: 41.") ?? ""
    all["s.json5"] = Array(elsewhere.utf8)
    let far = try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: all))
    #expect(
      far.warnings.contains { warning in
        warning.path == "response.logs.partners.arrivals.ledger"
          && warning.message == "2 incidents were more than 500 km from “Park Lane”; where they are is drawn"
      })
    let later = try ScenarioReader.read(
      path: "s.json5", settings: ["calendar.start=2022-07-22T08:30", "calendar.warmUp=0s"],
      files: MemoryFiles(bytes: all))
    #expect(
      later.warnings.map(\.message).contains(
        "1 incident was more than 500 km from “Park Lane”; its place is drawn"))
  }

  /// When, of which grade and where incidents opened, in order.
  private func openings(_ events: [Event]) -> [[Int64]] {
    events.filter { $0.kind == .incidentOpened }
      .map { [Int64($0.time), Int64($0.detail), Int64($0.point.latitude), Int64($0.point.longitude)] }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func theDigestCoversTheNight() throws {
    let (bytes, events) = try RecordedFixture.ledger(RecordedFixture.night())
    let text = RecordedFixture.night(fromLedger)
    let read = try RecordedFixture.read(text, bytes)
    #expect(read.resolvedText.contains(#""ledger":"night.ledger""#))
    let elsewhere = try RecordedFixture.read(
      text.replacing("night.ledger", with: "a/b.ledger"), bytes, at: "a/b.ledger")
    #expect(elsewhere.digest == read.digest)
    let reader = try LedgerReader(path: "a", storage: MemoryLedgers(["a": bytes]))
    let shorter = try RecordedFixture.written(Array(events.dropLast()), reader.header)
    #expect(try RecordedFixture.read(text, shorter).digest != read.digest)
  }
}
