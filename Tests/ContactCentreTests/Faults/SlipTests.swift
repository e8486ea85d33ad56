import ContactCentre
import DiscreteEvents
import Testing

/// One slip in a scenario made in code, and what must be said about it.
struct Slip: CustomTestStringConvertible, Sendable {
  /// Where it is said to be.
  var path: String
  /// A part of what is said.
  var message: String
  /// What makes a scenario without faults one with it.
  var change: @Sendable (inout Scenario) -> Void

  var testDescription: String { "\(path): \(message)" }

  init(_ path: String, _ message: String, _ change: @escaping @Sendable (inout Scenario) -> Void) {
    self.path = path
    self.message = message
    self.change = change
  }
}

@Suite struct SlipTests {
  @Test(
    arguments: [
      slipsOfNames, slipsOfDoubles, slipsOfLengths, slipsOfCounts, slipsOfTimes, slipsOfDistributions, slipsOfDemand,
      slipsOfContacts, slipsOfPeople, slipsOfResponse, slipsOfWholes,
    ].joined())
  func isFoundAlone(slip: Slip) {
    var scenario = faultlessCentre
    slip.change(&scenario)
    let faults = scenario.faults()
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.first?.path == slip.path)
    #expect(faults.first?.message.contains(slip.message) == true, "\(faults)")
    #expect(faults.first?.remedy.isEmpty == false)
  }
}

extension Scenario {
  /// The first channel's yearly volume.
  var profile: ArrivalProfile {
    get { if case .profile(let profile) = channels[0].arrivals { profile } else { ArrivalProfile(perYear: 0) } }
    set { channels[0].arrivals = .profile(newValue) }
  }

  /// The second channel's recorded rows.
  var rows: [TraceRow] {
    get { if case .trace(let rows) = channels[1].arrivals { rows } else { [] } }
    set { channels[1].arrivals = .trace(newValue) }
  }

  /// The third channel's appointments.
  var book: AppointmentBook {
    get {
      if case .appointments(let book) = channels[2].arrivals { book } else { AppointmentBook(from: 0, to: 0, every: 0) }
    }
    set { channels[2].arrivals = .appointments(newValue) }
  }

  /// What follows incidents.
  var incidents: Response {
    get { response ?? Response(grades: [], areas: [], hubs: []) }
    set { response = newValue }
  }

  /// The people behind the first team's posts.
  var workforce: Workforce {
    get { teams[0].people ?? Workforce(establishment: 0, strength: 0, asOf: 0) }
    set { teams[0].people = newValue }
  }

  /// The third team's roster.
  var tours: [Staff.RosterRow] {
    get { if case .roster(let tours) = teams[2].staff { tours } else { [] } }
    set { teams[2].staff = .roster(newValue) }
  }
}
