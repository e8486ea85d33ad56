import ContactCentre
import DiscreteEvents
import Testing

@testable import Experiments

/// When each plan of a run took over.
@Suite struct ChapterTimesTests {
  private let plans = (0..<3).map { _ in ExperimentTests.plan() }
  private let events: [Event] = (1...7).map { .handlerReturned(at: Milliseconds($0) * .hour, handler: 0) }

  /// When they ended, of chapters that end before events of these numbers, however the events come.
  private func ends(_ numbers: [UInt64], block: Int) -> [Milliseconds] {
    let chapters = zip(plans, numbers.map(Optional.some) + [nil]).map { RunChapter(plan: $0, end: $1) }
    var times = ChapterTimes(chapters)
    for start in stride(from: 0, to: events.count, by: block) {
      let part = Array(events[start..<min(start + block, events.count)])
      times.fold(part.span)
    }
    let past = times.past
    #expect(zip(past, plans).allSatisfy { $0.plan === $1 } && past.count == numbers.count)
    return past.map(\.end)
  }

  @Test(arguments: [1, 2, 3, 7]) func aPlanTakesOverWithItsFirstEvent(block: Int) {
    #expect(ends([], block: block) == [])
    #expect(ends([3], block: block) == [4 * .hour])
    #expect(ends([3, 5], block: block) == [4 * .hour, 6 * .hour])
    // One that decides from the very beginning has no past worth the name.
    #expect(ends([0], block: block) == [.hour])
  }

  @Test func aPlanWithoutEventsNeverTookOver() {
    #expect(ends([7], block: 2) == [.max])
    #expect(ends([3, 7], block: 2) == [4 * .hour, .max])
  }
}
