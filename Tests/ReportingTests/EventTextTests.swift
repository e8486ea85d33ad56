import Testing
import Watchroom

@testable import Reporting

/// What happened, in words.
@Suite struct EventTextTests {
  private static let text: EventText = {
    let town = Location(latitude: 52, longitude: -2)
    return EventText(
      Scenario(
        name: "words", calendar: ScenarioCalendar(start: 0), channels: [],
        response: Response(grades: [], areas: [], hubs: [Hub(id: "Stechford", location: town, officers: .shifts([]))])))
  }()

  /// Units that are not alike do not read alike.
  @Test(arguments: [
    (UnitCrew(officers: 2, role: .response), UInt16(0), "a crew of 2, for 8:00:00"),
    (UnitCrew(officers: 1, onOvertime: 1, role: .response), 0, "a crew of 1 on overtime, for 8:00:00"),
    (UnitCrew(officers: 2, onOvertime: 1, role: .response), 0, "a crew of 2, 1 of them on overtime, for 8:00:00"),
    (UnitCrew(officers: 1, role: .diary), 0, "a crew of 1, to keep appointments, for 8:00:00"),
    (
      UnitCrew(officers: 2, onOvertime: 2, role: .diary), 16_384,
      "a crew of 2 on overtime, to keep appointments, breaks 25.0% of their spread after the first, for 8:00:00"
    ),
  ])
  func unitsSignOn(crew: UnitCrew, turn: UInt16, words: String) {
    let event = Event.unitSignedOn(
      at: 0, duty: 0, unit: 19, hub: 0, crew: crew, length: 28_800_000, shift: Event.noShift, turn: turn)
    #expect(Self.text.description(of: event) == "unit 19 signed on at Stechford with \(words)")
  }
}
