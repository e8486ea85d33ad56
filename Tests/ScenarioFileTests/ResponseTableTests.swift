import ContactCentre
import ScenarioFile
import Testing

/// Journeys, recorded incidents and rosters of officers: one slip at a time, and whole files.
@Suite("Tables of a response")
struct ResponseTableTests {
  @Test(arguments: journeys + traces + rosters) func isReported(_ slip: Malformed) { slip.check() }

  private static let matrix = "response.travel.matrix"
  static let journeys: [Malformed] =
    [
      ("from,to", "from,§from", "there twice", "keep one"),
      (",routine", ",§rutine", "no column “rutine”", "“routine”?"),
      ("from,to,routine,blueLight", "§from;to;routine;blueLight", "no column “from;", "with commas"),
      (",19m,", ",§,", "empty", "seconds, or a duration such as 3m53s"),
      (",19m,", ",§-19m,", "negative", "write seconds"),
      (",19m,", ",§19 m,", "no unit “ m”", "seconds, or a duration"),
      (",19m,", ",§4e9,", "too long", "100 years"),
      (",19m,", ",19m,§x", "not a duration", "seconds, or a duration"),
      ("Park Lane,Birmingham,19m,", "Park Lane,Birmingham,§19m", "has 3 fields, and the first has 4", "every row 4"),
      ("Birmingham,Birmingham,20m,", "Birmingham,§Park Lane,19m,", "on line 2 already", "counts both ways"),
      ("Moor,Moor,8m,", "Birmingham,§Moor,8m,", "on line 7 already", "keep one of the two"),
    ].map { (slip: (String, String, String, String)) in
      .response(file: "journeys.csv", slip.0, slip.1, matrix, slip.2, slip.3)
    }

  private static let trace = "response.logs.partners.arrivals.trace"
  static let traces: [Malformed] = [
    ("time,outcome", "§tame,outcome", "no column “tame”", "“time”?"),
    (",P2,", ",§P9,", "no grade “P9”", "“P1”?"), (",P2,", ",§alarm,", "no grade “alarm”", "P1, P2, P3, P4"),
    (",52.5,-1.9", ",§52.5,", "half of a position", "or neither"),
    (",52.5,-1.9", ",§-1.9,52.5", "more than 500 km from “Park Lane”", "write latitude: 52.5, longitude: -1.9"),
    (",52.5,-1.9", ",§0,0", "more than 500 km from “Park Lane”", "check latitude and longitude"),
    (",52.5,-1.9", ",§95,0", "“95” is not right", "from -90 to 90"),
  ].map { (slip: (String, String, String, String)) in
    .response(file: "partners.csv", slip.0, slip.1, trace, slip.2, slip.3)
  }

  static let rosters: [Malformed] = [
    .response(
      file: "officers.csv", "16:00,contact", "16:00,§Bloxwitch", "response.hubs.Stechford.officers.csv",
      "no team “Bloxwitch”",
      "“Bloxwich”?"),
    .response(
      file: "officers.csv", "16:00,contact", "16:00,§custody", "response.hubs.Stechford.officers.csv",
      "no team “custody”",
      "contact, Park Lane, Stechford, Bloxwich, dispatchers"),
  ]

  @Test(arguments: [
    (
      "journeys.csv", "",
      "journeys.csv:1: error: response.travel.matrix: the matrix is empty — begin with from,to,routine"
    ),
    (
      "journeys.csv", "from,to\nMoor,Moor",
      "journeys.csv:1: error: response.travel.matrix: the header has no column “routine” — begin with from,to,routine"
    ),
    (
      "journeys.csv", "from,to,routine\n",
      "s.json5:79:79: error: response.travel.matrix: the matrix lacks 27 journeys: Park Lane,Birmingham; "
        + "Stechford,Birmingham; Bloxwich,Birmingham; … — add a row for each, for example Park Lane,Birmingham,15m"
    ),
    (
      "partners.csv", "",
      "partners.csv:1: error: response.logs.partners.arrivals.trace: the trace is empty — begin with a header: "
        + "time,outcome,latitude,longitude"
    ),
  ])
  func wholeFiles(_ file: String, _ text: String, _ report: String) {
    let all = problems(ResponseFixture.files(changing: file) { _ in text })
    #expect(all.count == 1 && all[0].description.hasPrefix(report), "\(all.map(\.description))")
  }

  @Test func aSlipInANameLeavesOutItsJourney() {
    let all = problems(
      ResponseFixture.files(changing: "journeys.csv") { $0.replacing("Moor,Moor,", with: "Mor,Moor,") })
    #expect(
      all.map(\.description) == [
        "s.json5:79:79: error: response.travel.matrix: the matrix lacks 1 journey: Moor,Moor — "
          + "add a row for each, for example Moor,Moor,15m",
        "journeys.csv:20:1: warning: response.travel.matrix: there is no hub, area or custody suite “Mor” — "
          + "did you mean “Moor”?",
      ])
  }

  /// The warnings of the matrix `changed`, which keeps its journeys.
  private func warnings(ofMatrix changed: (String) -> String) -> [String] {
    problems(ResponseFixture.files(changing: "journeys.csv", changed)).map(\.description)
  }

  @Test func timesWithAndWithoutBlueLightsInEachOthersPlaceAreWarnedOf() {
    #expect(
      warnings { $0.replacing("routine,blueLight", with: "blueLight,routine").replacing("m,\n", with: "m,1m\n") } == [
        "journeys.csv: warning: response.travel.matrix: most journeys take longer with blue lights than without — "
          + "are the columns routine and blueLight in each other's place?"
      ])
    // The six journeys of the custody suites alone are few.
    #expect(warnings { $0.replacing("600,\"5m\"", with: "300,10m") } == [])
  }

  @Test func aMatrixWithoutAnyTimesIsWarnedOf() {
    let said = [
      "journeys.csv: warning: response.travel.matrix: all journeys take no time — write seconds, or a duration such as 3m53s"
    ]
    #expect(warnings { $0.replacing(#/,[0-9]+m?,("5m")?/#, with: ",0,") } == said)
    #expect(warnings { $0.replacing(#/,[0-9]+m,/#, with: ",0,") } == [])
  }

  @Test func aContactOutOfReachIsFoundInItsTrace() {
    var files = ResponseFixture.files
    files["s.json5"] = files["s.json5"]?.replacing("{ perYear: 885504 }", with: "{ trace: 'night.csv' }")
    files["night.csv"] = "time,latitude,longitude\n2022-07-22T08:00,52.5,-1.9\n2022-07-22T09:00,48.9,2.4\n"
    #expect(problems(files).map(\.description).allSatisfy { $0.hasPrefix("night.csv:3:2: error:") })
    // From Birmingham to Plymouth it is 300 km.
    #expect(
      problems(files.merging(["night.csv": "time,latitude,longitude\n2022-07-22T08:00,50.4,-4.1\n"]) { $1 }) == [])
  }

  @Test func aRosterOfOfficersMayBeOfOtherDays() {
    let other = ResponseFixture.files(changing: "officers.csv") { $0.replacing("2022", with: "2021") }
    let desk = [
      "response.dispatchers.staff=null", "response.dispatchers.staff.csv=officers.csv",
      "response.hubs.Stechford.diary.csv=diary.csv",
    ]
    let officers = (other["officers.csv"] ?? "").replacing("contact", with: "dispatchers")
    let named = other.merging(["officers.csv": officers, "diary.csv": officers]) { $1 }
    #expect(
      problems(named, settings: desk).map { "\($0.path): \($0.message)" } == [
        "response.hubs.Stechford.officers: nobody is rostered here during the simulated time",
        "response.hubs.Stechford.diary: nobody is rostered here during the simulated time",
        "response.dispatchers.staff: nobody is rostered to send units during the simulated time",
      ])
  }

  @Test func aGradeThatNothingLeadsTo() {
    let settings = [
      "response.grades.P0={ within: 60, priority: 200 }", "response.scene.P0={ takes: { constant: 60 } }",
    ]
    #expect(
      problems(ResponseFixture.files, settings: settings).map(\.description) == [
        "--set \(settings[0]): warning: response.grades.P0: no outcome of a channel and no log leads to this grade — "
          + "call an outcome like it, or write grade: \"P0\" in one"
      ])
    // Regrading leads to it, and so does a recorded incident.
    let regraded = "response.grades.P1.regrade={ to: P0, share: 0, after: { constant: 1 } }".replacing(
      "P0", with: "'P0'")
    #expect(problems(ResponseFixture.files, settings: settings + [regraded]) == [])
    let recorded = ResponseFixture.files(changing: "partners.csv") { $0.replacing(",P2,", with: ",P0,") }
    #expect(problems(recorded, settings: settings) == [])
  }
}
