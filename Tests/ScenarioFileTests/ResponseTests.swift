import ContactCentre
import DiscreteEvents
import ScenarioFile
import Testing

@Suite("Reading a response")
struct ResponseTests {
  private func response(_ files: [String: String] = ResponseFixture.files, _ settings: String...) throws -> Response {
    try #require(try read(files, settings: settings).scenario.response)
  }

  @Test func theFixtureReadsWithoutAWord() throws {
    #expect(try read(ResponseFixture.files).warnings == [])
  }

  @Test func grades() throws {
    let grades = try response().grades
    #expect(
      grades == [
        Grade(
          id: "P1", within: 15 * .minute, target: 0.9, priority: 100, isBlueLight: true, preempts: ["P2", "P3"],
          preemptsAtScene: ["P3"], units: [0.5, 0.25, 0.25],
          cancelled: Grade.Withdrawal(share: 0.05, after: .exponential(mean: 600)), scene: .exponential(mean: 2_700),
          paperwork: .constant(1_800), arrests: 0.15),
        Grade(
          id: "P2", within: .hour, priority: 50, units: [0, 1], leavesFree: 3,
          resolved: Grade.Withdrawal(share: 0.04, after: .constant(1_200)),
          regrade: Grade.Regrade(to: "P3", share: 0.1, after: .constant(7_200)),
          ringsAgain: Grade.RingsAgain(channel: "101", probability: 0.3, after: .constant(1_800), atMost: 2),
          scene: .constant(2_400)),
        Grade(id: "P3", within: 4 * .hour, priority: 1, scene: .constant(1_800)),
        Grade(
          id: "P4", within: 2 * .day, attendedBy: .diary, appointment: .constant(86_400), scene: .constant(3_600)),
      ])
    let rings = "response.grades.P2.ringsAgain.atMost=null"
    #expect(try response(ResponseFixture.files, rings).grades[1].ringsAgain?.atMost == 3)
  }

  @Test func outcomesAndTheirGrades() throws {
    let outcomes = try read(ResponseFixture.files).scenario.channels[0].outcomes
    #expect(
      outcomes == [
        Channel.Outcome(name: "P1", share: 0.2, grade: "P1", opens: .constant(60)),
        Channel.Outcome(name: "burglary", share: 0.1, grade: "P2"),
        Channel.Outcome(name: "visit", share: 0.1, grade: "P4"), Channel.Outcome(name: "advice", share: 0.5),
      ])
    // An outcome may be called like one grade and open another.
    let other = try read(ResponseFixture.files, settings: ["channels.999.outcomes.P1.grade=P3"]).scenario
    #expect(other.channels[0].outcomes[0].grade == "P3")
  }

  @Test func places() throws {
    let response = try response()
    #expect(
      response.areas == [
        Area(
          id: "Birmingham", centre: Location(latitude: 52.48, longitude: -1.89), squareKilometres: 268,
          weight: 1_144_900),
        Area(id: "Coventry", centre: Location(latitude: 52.41, longitude: -1.51), weight: 345_300),
        Area(id: "Moor", centre: Location(latitude: 52.6, longitude: -2)),
      ])
    let start: Milliseconds = 1_658_473_200_000
    #expect(
      response.hubs == [
        Hub(
          id: "Park Lane", location: Location(latitude: 52.503, longitude: -1.891),
          officers: .shifts([
            Staff.ShiftHeads(shift: "earlies", heads: Array(repeating: 16, count: 7)),
            Staff.ShiftHeads(shift: "lates", heads: [0, 0, 0, 0, 18, 20, 0]),
          ]), diary: .shifts([Staff.ShiftHeads(shift: "earlies", heads: Array(repeating: 2, count: 7))]),
          costPerHour: 25),
        Hub(
          id: "Stechford", location: Location(latitude: 52.483, longitude: -1.807),
          officers: .roster(
            [0, -1, 1].map { day in
              Staff.RosterRow(handler: "ann", start: start + day * .day, end: start + day * .day + 9 * .hour)
            })),
        Hub(
          id: "Bloxwich", location: Location(latitude: 52.616, longitude: -2.004),
          officers: .rotation(Staff.Rotation(pattern: ["nights", nil], firstDay: 19_195, groups: [7, 8]))),
      ])
    #expect(
      response.custody
        == Custody(
          suites: [
            Custody.Suite(id: "Perry Barr", location: Location(latitude: 52.519, longitude: -1.896)),
            Custody.Suite(id: "Oldbury", location: Location(latitude: 52.504, longitude: -2.01)),
          ], takes: .exponential(mean: 3_600)))
  }

  @Test func rules() throws {
    let response = try response()
    #expect(response.clock == .arrival && response.policy == .nearestHub)
    #expect(response.singleCrewed == 0.11 && response.rebalances)
    #expect(
      response.minimums == [
        Response.Minimum(shift: "earlies", officers: 15), Response.Minimum(shift: "nights", officers: 5),
      ])
    #expect(
      response.dispatchers
        == DispatchDesk(
          staff: .shifts(
            ["earlies", "lates", "nights"].map {
              Staff.ShiftHeads(shift: $0, heads: Array(repeating: 4, count: 7))
            }), takes: .constant(75), costPerHour: 20))
  }

  @Test func logs() throws {
    let logs = try response().logs
    let start: Milliseconds = 1_658_473_200_000
    #expect(
      logs == [
        IncidentSource(
          id: "alarms", arrivals: .profile(ArrivalProfile(perYear: 20_000, dayOfWeek: [1, 1, 1, 1, 1, 1, 0.5])),
          grades: [IncidentSource.Share(grade: "P1", share: 0.3), IncidentSource.Share(grade: "P2", share: 0.7)]),
        IncidentSource(
          id: "partners",
          arrivals: .trace([
            TraceRow(time: start + .hour, outcome: "P2", latitude: 52.5, longitude: -1.9),
            TraceRow(time: start + 2 * .hour),
          ]), grades: [IncidentSource.Share(grade: "P3", share: 1)]),
      ])
  }

  @Test func travel() throws {
    let travel = try response().travel
    #expect(travel.blueLightSpeed == 60 && travel.routineSpeed == 30 && travel.detour == 1.25)
    #expect(travel.hourOfDay.count == 24 && travel.hourOfDay[7...9] == [1.25, 1.5, 1.25] && travel.hourOfDay[0] == 1)
    #expect(travel.variation == 0.3 && travel.mobilisation == .exponential(mean: 90))
    #expect(travel.matrix.count == 3 * (3 + 2) + 3 + 2 + 1 + 2 * 3)
    // Half the routine time where none is given, because the speed is twice the routine one.
    #expect(
      travel.matrix[0] == Travel.Leg(from: "Park Lane", to: "Birmingham", routine: 19 * 60, blueLight: 9.5 * 60))
    #expect(travel.matrix.last == Travel.Leg(from: "Oldbury", to: "Bloxwich", routine: 600, blueLight: 300))
    let bare = ResponseFixture.files(changing: "journeys.csv") {
      $0.replacing(",blueLight", with: "").replacing(",\"5m\"", with: "").replacing("m,\n", with: "m\n")
    }
    #expect(try response(bare).travel.matrix.last?.blueLight == 300)
  }

  @Test func defaults() throws {
    let response = try response(
      ["s.json5": Self.least], "response.hubs.h.officers={ byHour: [\(Fixture.byHour)] }")
    #expect(
      response
        == Response(
          grades: [Grade(id: "P1", within: 900_000, scene: .constant(60))],
          areas: [Area(id: "a", centre: Location(latitude: 1, longitude: 2))],
          hubs: [
            Hub(
              id: "h", location: Location(latitude: 1, longitude: 2),
              officers: .intervals(heads: Array(repeating: Array(1...24), count: 7)))
          ]))
    #expect(response.travel == Travel())
  }

  @Test func gradesComeInTheOrderTheyAreWritten() throws {
    let text = Self.least.replacing(
      "grades: { P1: { within: \"15m\" } }",
      with: "grades: { P1: { within: \"15m\", target: 0.9, preempts: [\"P2\"] }, P2: { within: \"60m\" } }"
    ).replacing("scene: {", with: "scene: { P2: { takes: { constant: 60 } }, ")
    let office = "response.hubs.h.officers={ byHour: [\(Fixture.byHour)] }"
    #expect(try response(["s.json5": text], office).grades.map(\.priority) == [1, 0])
    #expect(try response(["s.json5": text], office, "response.grades.P1.priority=9").grades.map(\.priority) == [9, 0])
    // Sending may be a desk's work and yet take no time.
    let instant = "response.dispatchers={ staff: { byHour: [\(Fixture.byHour)] }, takes: { constant: 0 } }"
    #expect(try response(["s.json5": text], office, instant).dispatchers?.takes == .constant(0))
  }

  /// The least that is a response, but for the officers of its hub.
  static let least = Fixture.least(
    channel: "outcomes: { P1: { share: 1 } }",
    top: """
      response: {
        grades: { P1: { within: "15m" } }, scene: { P1: { takes: { constant: 60 } } },
        areas: { a: { latitude: 1, longitude: 2 } }, hubs: { h: { latitude: 1, longitude: 2 } },
      }
      """)

  @Test func staffMayRotateEverywhere() throws {
    let rotation = "{ rotation: { pattern: [\"earlies\", null], from: \"1999-12-31\", groups: { x: 1, y: 2 } } }"
    let scenario = try read(
      ResponseFixture.files,
      settings: [
        "response.dispatchers.staff=null", "response.dispatchers.staff=\(rotation)",
        "response.hubs.'Park Lane'.diary=null", "response.hubs.'Park Lane'.diary=\(rotation)",
      ]
    ).scenario
    let expected = Staff.rotation(Staff.Rotation(pattern: ["earlies", nil], firstDay: 10_956, groups: [1, 2]))
    #expect(scenario.response?.dispatchers?.staff == expected && scenario.response?.hubs[0].diary == expected)
    #expect(
      scenario.teams[0].staff
        == .rotation(
          Staff.Rotation(
            pattern: ["earlies", "earlies", "lates", "nights", nil, nil], firstDay: 19_191, groups: [20, 21, 22])))
  }

  @Test func settingsAndOverlaysPatchIt() throws {
    let files = ResponseFixture.files
    let more = try response(files, "response.hubs.'Park Lane'.officers.earlies=3", "response.grades.P1.units.0=0.5")
    guard case .shifts(let shifts) = more.hubs[0].officers else {
      Issue.record("no shifts")
      return
    }
    #expect(shifts[0].heads == Array(repeating: 3, count: 7))
    let without = try read(files, settings: ["response.hubs.Stechford=null"])
    #expect(without.scenario.response?.hubs.map(\.id) == ["Park Lane", "Bloxwich"])
    #expect(
      without.warnings.map(\.description) == [
        "journeys.csv:3:1: warning: response.travel.matrix: there is no hub, area or custody suite “Stechford”; "
          + "5 such journeys are left out — the places are Park Lane, Bloxwich, Birmingham, Coventry, Moor, "
          + "Perry Barr, Oldbury"
      ])
    let third = "response.custody.suites.Coleshill={ latitude: 52.5, longitude: -1.7 }"
    #expect(try response(files, third, "response.travel.matrix=null").custody?.suites.map(\.id).last == "Coleshill")
  }

  @Test func withoutAResponseItsTracesAreWarnedOf() throws {
    let result = try read(ResponseFixture.files, settings: ["response=null", "expect=null"])
    #expect(result.scenario.response == nil)
    #expect(result.scenario.channels[0].outcomes.allSatisfy { $0.grade == nil && $0.opens == nil })
    #expect(
      result.warnings.map { "\($0.path): \($0.message)" } == [
        "channels.999.outcomes.P1.opens: “opens” has no effect: there is no response",
        "channels.999.outcomes.burglary.grade: “grade” has no effect: there is no response",
        "channels.999.outcomes.visit.grade: “grade” has no effect: there is no response",
      ])
  }

  @Test func theResolvedTextReadsBackTheSame() throws {
    let result = try read(ResponseFixture.files)
    let again = try read(ResponseFixture.files.merging(["s.json5": result.resolvedText]) { $1 })
    #expect(again.scenario == result.scenario && again.digest == result.digest)
  }
}
