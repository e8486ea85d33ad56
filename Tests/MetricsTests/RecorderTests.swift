import ContactCentre
import DiscreteEvents
import Metrics
import Testing

@Suite struct RecorderTests {
  private let plan = HandMadeLogTests.plan([channel("999"), channel("report", .deferred)], teams: [team("one", "999")])

  /// A contact that stays open while thousands come and go must not be overwritten by one that takes its place.
  @Test(arguments: [1_023, 1_024, 1_025, 5_000, 70_000]) func oldContactsAreKept(others: Int) {
    let t = HandMadeLogTests.start
    var events: [Event] = [.contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0)]
    for number in 1...UInt32(others) {
      events.append(.contactArrived(at: t, contact: number, channel: 0, cell: 0, index: number))
      events.append(.contactAnswered(at: t, contact: number, handler: 0, work: 0))
      events.append(.handlingEnded(at: t, contact: number, handler: 0, wrapUp: 0, outcome: 0))
    }
    events.append(.contactAnswered(at: t + s(100), contact: 0, handler: 0, work: 7_000))
    events.append(.handlingEnded(at: t + s(107), contact: 0, handler: 0, wrapUp: 0, outcome: 0))
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["channels.999.answered"] == Double(others))
    #expect(figures["channels.report.speedOfAnswer.mean"] == 100)
    #expect(figures["channels.report.reviewTime.mean"] == 107)
  }

  /// In a log that is damaged a contact may have any number: a ring that kept this one apart would take 170 GB.
  @Test func numbersThatNoRunComesToGetNoMemory() {
    let t = HandMadeLogTests.start
    let summary = summary(
      of: [0, 1 << 31, 1].map { .contactArrived(at: t, contact: $0, channel: 0, cell: 0, index: 0) }
        + [.contactAnswered(at: t + s(5), contact: 1 << 31, handler: 0, work: 0)], plan)
    let figures = Figures(plan, summary)
    #expect(figures["channels.999.offered"] == 3 && figures["channels.999.answered"] == 1)
  }

  /// Nor does a contact that comes again and again, or is diverted in a circle, make room for numbers that are too high.
  @Test(arguments: [
    Event.contactArrived(at: HandMadeLogTests.start, contact: 0, channel: 0, cell: 0, index: 0),
    .contactDiverted(at: HandMadeLogTests.start, contact: 0, channel: 0, stage: 0),
  ])
  func whatIsSaidAgainOfAContactCountsNone(again: Event) {
    let t = HandMadeLogTests.start
    var events = [Event.contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0)]
    events += Array(repeating: again, count: 5_000)
    events.append(.contactArrived(at: t, contact: 4_096, channel: 1, cell: 0, index: 0))
    events.append(.contactAnswered(at: t + s(5), contact: 0, handler: 0, work: 0))
    let figures = Figures(plan, summary(of: events, plan))
    // The first has lost its place to the other, for which its answer is taken.
    #expect(figures["channels.999.answered"] == 0 && figures["channels.report.answered"] == 1)
  }

  /// No event, however little sense it makes, may be read or written out of bounds, or stop the recorder.
  @Test(arguments: [nil, response(.arrival), response(dispatchers: desk)])
  func nonsenseIsSurvived(response: Response?) {
    var scenario = self.plan.scenario
    scenario.response = response
    let plan = Plan(scenario)
    var random = RandomKey(seed: 1).stream(4)
    var events: [Event] = []
    for _ in 0..<20_000 {
      let kind = random.next() % 3 == 0 ? random.next() & 255 : random.next() % 53
      events.append(
        Event(
          word0: random.next() << 16 | kind << 8 | random.next() & 255,
          word1: random.next() << 32 | random.next() % 5_000, word2: random.next() & random.next()))
    }
    var recorder = Recorder(plan: plan)
    recorder.fold(events.span)
    let figures = Figures(plan, recorder.finish())
    #expect(figures.values.count == figures.catalogue.figures.count)
  }

  @Test func anEmptyLogHasCountsButNoShares() {
    let figures = Figures(plan, summary(of: [], plan))
    #expect(figures["channels.999.offered"] == 0)
    #expect(figures["channels.999.abandonmentRate"] == nil)
    #expect(figures["channels.999.speedOfAnswer.max"] == nil)
    #expect(figures["teams.one.staffedHours"] == 0)
    #expect(figures["teams.one.occupancy"] == nil)
  }
}
