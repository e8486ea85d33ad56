import ContactCentre
import DiscreteEvents
import Metrics

/// A grade whose incidents are in time within so many seconds.
func grade(_ id: String, within seconds: Int, target: Double? = nil) -> Grade {
  Grade(id: id, within: s(seconds), target: target, scene: .constant(0))
}

/// A hub, its cost an officer's hour given.
func hub(_ id: String, costPerHour: Double = 0) -> Hub {
  Hub(id: id, location: Location(latitude: 52, longitude: -2), officers: .shifts([]), costPerHour: costPerHour)
}

/// P1 within 15 minutes and P2 within an hour, attended from two hubs.
func response(_ clock: Response.Clock = .opened, dispatchers: DispatchDesk? = nil) -> Response {
  Response(
    clock: clock, grades: [grade("P1", within: 900, target: 0.9), grade("P2", within: 3_600)], areas: [],
    hubs: [hub("north", costPerHour: 20), hub("south", costPerHour: 30)], dispatchers: dispatchers)
}

/// Officers rostered in the day of ``HandMadeLogTests/plan(_:)``, so many from an instant of the run to another.
func rostered(_ tours: (officers: Int, from: Milliseconds, to: Milliseconds)...) -> Staff {
  let origin = HandMadeLogTests.plan([]).origin
  return .roster(
    tours.enumerated().flatMap { number, tour in
      (0..<tour.officers).map {
        Staff.RosterRow(handler: "\(number)/\($0)", start: origin + tour.from, end: origin + tour.to)
      }
    })
}

/// The usual response with officers at its hubs.
func response(north: Staff, south: Staff = .shifts([]), dispatchers: DispatchDesk? = nil) -> Response {
  var response = response(dispatchers: dispatchers)
  response.hubs[0].officers = north
  response.hubs[1].officers = south
  return response
}

/// A desk whose hour costs 25.
let desk = DispatchDesk(staff: .shifts([]), takes: .constant(30), costPerHour: 25)

extension HandMadeLogTests {
  /// The day of ``plan(_:teams:)`` with a response, a channel called 999 and one called chat, and a team for both.
  static func plan(_ response: Response) -> Plan {
    var scenario = plan(
      [channel("999"), channel("chat", .chat)], teams: [team("calls", "999", "chat", costPerHour: 10)]
    ).scenario
    scenario.response = response
    return Plan(scenario)
  }
}

extension Event {
  /// Incident `number` opened, from a log unless from `contact`.
  static func opened(_ number: UInt32, at time: Milliseconds, grade: UInt8 = 0, contact: UInt32 = noContact) -> Event {
    incidentOpened(
      at: time, incident: number, contact: contact, grade: grade, latitude: 524_800_000, longitude: -18_900_000)
  }

  /// A unit of so many officers signed on for so many milliseconds.
  static func signedOn(
    _ unit: UInt16, at time: Milliseconds, hub: UInt16 = 0, officers: Int = 1, onOvertime: Int = 0,
    for length: Milliseconds
  ) -> Event {
    unitSignedOn(
      at: time, duty: 0, unit: unit, hub: hub,
      crew: UnitCrew(officers: officers, onOvertime: onOvertime, role: .response),
      length: length == .max ? endless : UInt32(length), shift: noShift, turn: 0)
  }

  /// A unit was given to an incident; it took nobody's time unless `handler` is given.
  static func assigned(
    _ unit: UInt16, to incident: UInt32, at time: Milliseconds, handler: UInt16 = noHandler
  ) -> Event {
    unitAssigned(at: time, unit: unit, incident: incident, handler: handler, duration: 0, mobilisation: 0)
  }

  /// A unit was called away to another incident; it took nobody's time unless `handler` is given.
  static func diverted(
    _ unit: UInt16, from previous: UInt32, to incident: UInt32, at time: Milliseconds, handler: UInt16 = noHandler
  ) -> Event {
    unitDiverted(at: time, unit: unit, incident: incident, previous: previous, handler: handler, duration: 0)
  }

  /// A unit arrived at the scene.
  static func arrived(_ unit: UInt16, at incident: UInt32, at time: Milliseconds) -> Event {
    unitAtScene(at: time, unit: unit, incident: incident, duration: 0)
  }
}
