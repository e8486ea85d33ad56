import Testing
import Watchroom

@testable import Export

/// What happens to one contact, or one incident, again and again takes no longer for all that has happened to it before: what
/// is remembered of that is added to, and not copied each time.
@Suite struct LongStoryTests {
  private static let count = 2_000
  private static let plan = Plan(
    Scenario(
      name: "long", calendar: ScenarioCalendar(start: 1_658_469_600_000),
      channels: [Channel(id: "999", handling: .constant(60))],
      teams: [Team(id: "desk", answers: ["999"], staff: .shifts([]))]))

  /// Where a list has been. One that grows moves when its memory is full, and then gets twice as much.
  private struct Moves {
    private var place: UInt?
    private(set) var count = 0

    mutating func note<Element>(_ list: [Element]?) {
      let now = list?.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
      if now != place { count += 1 }
      place = now
    }
  }

  @Test func aContactTakenUpAgainAndAgain() {
    var situation = Situation(Self.plan)
    var moves = Moves()
    _ = situation.follow(.contactArrived(at: 0, contact: 0, channel: 0, cell: 0, index: 0))
    _ = situation.follow(.contactAnswered(at: 0, contact: 0, handler: 0, work: 1))
    for number in 1...Self.count {
      if number == Self.count / 2 {
        _ = situation.follow(.handlingEnded(at: 1, contact: 0, handler: 0, wrapUp: 1, outcome: 0))
      }
      _ = situation.follow(.workResumed(at: Milliseconds(number), contact: 0, handler: 0, interruption: 2))
      moves.note(situation.contacts[0]?.resumptions)
    }
    let story = situation.contacts[0]
    #expect(story?.resumptions.map(\.time) == (1...Self.count).map { Milliseconds($0) })
    #expect(story?.resumptions.map(\.interrupted) == (1...Self.count).map { 2 * Milliseconds($0) })
    #expect(story?.handlingInterrupted == Milliseconds(Self.count - 2))
    #expect(story?.wrapUpInterrupted == Milliseconds(Self.count + 2))
    #expect(moves.count < 30)
  }

  @Test func anIncidentAttendedAgainAndAgain() {
    var situation = Situation(Self.plan)
    var (units, prisoners) = (Moves(), Moves())
    _ = situation.follow(
      .incidentOpened(at: 0, incident: 0, contact: Event.noContact, grade: 0, latitude: 0, longitude: 0))
    for duty in 0..<UInt32(Self.count) {
      let unit = UInt16(duty % 50)
      _ = situation.follow(
        .unitSignedOn(
          at: 1, duty: duty, unit: unit, hub: 0, crew: UnitCrew(officers: 2, role: .response), length: 1,
          shift: Event.noShift, turn: 0))
      // The second time it is no other unit.
      for _ in 0..<2 { _ = situation.follow(.unitAtScene(at: 1, unit: unit, incident: 0, duration: 1)) }
      units.note(situation.incidents[0]?.attendedBy)
      _ = situation.follow(
        .unitWentToCustody(at: 2, unit: unit, incident: 0, suite: 0, journey: 1, duration: 1))
      prisoners.note(situation.incidents[0]?.arrests)
    }
    #expect(situation.incidents[0]?.attendedBy == Array(0..<UInt32(Self.count)))
    #expect(situation.incidents[0]?.atScene == 1)
    #expect(situation.incidents[0]?.arrests.count == Self.count)
    #expect(units.count < 30 && prisoners.count < 30)
  }
}
