import Reading
import ScenarioFile
import Testing

@Suite("Merge patches")
struct MergePatchTests {
  private func tree(_ text: String, file: String = "f") throws -> JSONTree {
    try JSONTree(json5: Array(text.utf8), origin: .file(file))
  }

  // The test cases of RFC 7396, appendix A.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"), (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#), ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func appendixA(_ original: String, _ patch: String, _ result: String) throws {
    #expect(try tree(original).merging(patch: tree(patch)).canonicalText == result)
  }

  @Test func placesSurvive() throws {
    let merged = try tree("{a: {x: 1, y: 2}, b: 3}", file: "base").merging(
      patch: tree("\n{a: {y: 4, z: 5}, b: {c: 6}}", file: "patch"))
    let a = try #require(merged["a"])
    #expect(a.place.description == "base:1:5")
    #expect(a["x"]?.place.description == "base:1:9")
    #expect(a["y"]?.place.description == "patch:2:9")
    #expect(a["z"]?.place.description == "patch:2:15")
    #expect(merged["b"]?.place.description == "patch:2:22")
  }

  // MARK: extends

  @Test func extendsMergesOntoTheBase() throws {
    let files = [
      "s.json5": #"{ extends: "bases/one.json5", name: "top", calendar: { days: 3 } }"#,
      "bases/one.json5": #"{ extends: "../bases/two.json5", attendance: 0.5, calendar: { days: 2, drain: "1h" } }"#,
      "bases/two.json5": Fixture.least(top: "attendance: 0.25"),
    ]
    let scenario = try read(files).scenario
    #expect(scenario.name == "top" && scenario.attendance == 0.5)
    #expect(scenario.calendar.days == 3 && scenario.calendar.drain == 3_600_000)
    #expect(scenario.channels.map(\.id) == ["999"])
  }

  @Test func csvFilesAreRelativeToTheFileThatNamesThem() throws {
    let files = [
      "s.json5": #"{ extends: "base/b.json5" }"#,
      "base/b.json5": Fixture.least(channel: #"patience: { empirical: { csv: "data/p.csv" } }"#),
      "base/data/p.csv": "5\n6\n",
      "over/o.json5": #"{ channels: { "999": { wrapUp: { empirical: { csv: "w.csv" } } } } }"#, "over/w.csv": "7\n",
      "here.csv": "8\n",
    ]
    let result = try read(
      files, overlays: ["over/o.json5"],
      settings: [
        "channels.999.handling.constant=null", "channels.999.handling.empirical.csv=here.csv",
      ])
    #expect(result.scenario.channels[0].patience == .empirical(values: [5, 6]))
    #expect(result.scenario.channels[0].wrapUp == .empirical(values: [7]))
    #expect(result.scenario.channels[0].handling == .empirical(values: [8]))
    #expect(result.resolvedText.contains(#""csv":"base/data/p.csv""#))
  }

  @Test func anOverlayMayBeAListOfPatches() throws {
    let factors = #"factors: { own: { from: "2022-07-22", to: "2022-07-23", times: 2 } }"#
    let files = [
      "s.json5": Fixture.least().replacing("perYear: 1 }", with: "perYear: 1, \(factors) }"),
      "o.json5": """
      [
        { channels: { "999": { arrivals: { factors: null } } } },
        { channels: { "999": { arrivals: { factors: { new: { from: "2022-07-22", to: "2022-07-23", times: 3 } } } } } },
      ]
      """,
      "wrong.json5": "[{}, 5]",
    ]
    guard
      case .profile(let profile) = try read(files, overlays: ["o.json5"]).scenario.channels[0]
        .arrivals
    else {
      Issue.record("these are arrivals by a profile")
      return
    }
    #expect(profile.factors.map(\.name) == ["new"])
    #expect(
      problems(files, overlays: ["wrong.json5"]).map(\.description) == [
        "wrong.json5:1:6: error: an overlay is an object or a list of them, and this is a number — give every change "
          + "between { and }"
      ])
  }

  @Test func elementsOfAListExtendFilesAsOverlaysDo() throws {
    let files = [
      "s.json5": Fixture.least(), "name.json5": "{ name: 'Extended' }",
      "o.json5": "[{ extends: 'name.json5', attendance: 0.9 }, {}]",
      "circle.json5": "[{}, { extends: 'circle.json5' }]",
      "long.json5": "[\([String](repeating: "{}", count: 1_001).joined(separator: ","))]",
    ]
    let read = try read(files, overlays: ["o.json5"])
    #expect(read.scenario.name == "Extended")
    // Read back, it stands by itself.
    #expect(!read.resolvedText.contains("extends"))
    #expect(problems(files, overlays: ["circle.json5"]).first?.message.contains("in a circle") == true)
    #expect(
      problems(files, overlays: ["long.json5"]).map(\.description) == [
        "long.json5:1:1: error: more than 1000 patches in a list — bring some of them together"
      ])
  }

  @Test func circlesAreReportedWithTheirChain() throws {
    let files = [
      "s.json5": "{extends: 'a/b.json5'}", "a/b.json5": "{extends: 'c.json5'}",
      "a/c.json5": "{\n extends: '../s.json5'}",
    ]
    let all = problems(files)
    #expect(
      all.map(\.description) == [
        "a/c.json5:2:11: error: extends: these files extend one another in a circle: "
          + "s.json5 → a/b.json5 → a/c.json5 → s.json5 — let one of them extend nothing"
      ])
  }

  @Test func longChainsEnd() {
    var files = ["s.json5": "{extends: '0.json5'}"]
    for number in 0..<50 { files["\(number).json5"] = "{extends: '\(number + 1).json5'}" }
    let all = problems(files)
    #expect(all.count == 1 && all[0].message.contains("more than 32 files") && all[0].place.file == "30.json5")
  }

  @Test func errorsInMergedValuesNameTheirFile() {
    let files = [
      "s.json5": Fixture.least(), "o.json5": "{\n  channels: { '999': { priority: 'x', prio: 1 } },\n}",
      "p.json5": "{ attendance: 2 }",
    ]
    let all = problems(files, overlays: ["o.json5", "p.json5"], settings: ["calendar.days=x"])
    #expect(
      all.map { "\($0.place) \($0.path)" } == [
        "--set calendar.days=x calendar.days", "p.json5:1:15 attendance", "o.json5:2:39 channels.999.prio",
        "o.json5:2:34 channels.999.priority",
      ])
  }

  @Test func replacingADistributionNeedsANull() throws {
    let files = [
      "s.json5": Fixture.least(), "o.json5": "{channels: {'999': {handling: {exponential: {mean: 5}}}}}",
    ]
    let all = problems(files, overlays: ["o.json5"])
    #expect(all.count == 1)
    #expect(all[0].place.description == "o.json5:1:32" && all[0].remedy.contains("constant: null"))
    let right = files.merging(["o.json5": "{channels: {'999': {handling: {constant: null, exponential: {mean: 5}}}}}"])
    { $1 }
    #expect(try read(right, overlays: ["o.json5"]).scenario.channels[0].handling == .exponential(mean: 5))
  }

  @Test func replacingStaffNeedsANull() throws {
    let overlay = "{teams: {a: {staff: {csv: 'r.csv'}}}}"
    let all = problems(["s.json5": Fixture.least(), "o.json5": overlay, "r.csv": ""], overlays: ["o.json5"])
    #expect(all.count == 1 && all[0].path == "teams.a.staff.csv" && all[0].remedy.contains("byHour: null"), "\(all)")
  }

  // MARK: overlays and settings

  @Test func overlaysComeFirstThenSettingsFromLeftToRight() throws {
    let files = [
      "s.json5": Fixture.least(), "a.json5": "{name: 'a', attendance: 0.1}", "b.json5": "{name: 'b'}",
      "c.json5": "{extends: 'd.json5', attendance: 0.3}", "d.json5": "{name: 'd', attendance: 0.4}",
    ]
    #expect(try read(files, overlays: ["a.json5", "b.json5"]).scenario.name == "b")
    #expect(try read(files, overlays: ["b.json5", "a.json5"]).scenario.name == "a")
    let all = try read(files, overlays: ["a.json5"], settings: ["name=x", "name=y", "attendance=0.7"]).scenario
    #expect(all.name == "y" && all.attendance == 0.7)
    let chained = try read(files, overlays: ["a.json5", "c.json5"]).scenario
    #expect(chained.name == "d" && chained.attendance == 0.3)
  }

  @Test func settingsReachEverywhere() throws {
    let files = Fixture.files
    func scenario(_ settings: String...) throws -> ReadScenario { try read(files, settings: settings) }
    #expect(try scenario("calendar.days=365").scenario.calendar.days == 365)
    #expect(try scenario("calendar.start=2022-07-22T06:30").scenario.calendar.start == 1_658_467_800_000)
    #expect(try scenario("name=West Midlands = fine").scenario.name == "West Midlands = fine")
    #expect(try scenario("name=").scenario.name == "")
    #expect(try scenario("name='5'").scenario.name == "5")
    #expect(try scenario("name='+5'").scenario.name == "+5" && scenario("name=+x").scenario.name == "+x")
    #expect(try scenario("channels.999.redial=null").scenario.channels[0].redial == nil)
    #expect(try scenario("channels.999.target.within=1m").scenario.channels[0].target?.within == 60_000)
    #expect(try scenario("channels.999.target={share: 0.5}").scenario.channels[0].target?.share == 0.5)
    #expect(try scenario("channels.'999'.target.share=0.5").scenario.channels[0].target?.share == 0.5)
    #expect(try scenario("shifts.earlies.breaks.1.length=20m").scenario.shifts[0].breaks[0].length == 1_200_000)
    #expect(try scenario("teams.emergency.answers=[\"101\"]").scenario.teams[0].answers == ["101"])
    #expect(
      try scenario(#"expect."in 1.5 s = \"fast\""={metric: "cost.total", atMost: 1}"#).scenario.expectations.last?.name
        == #"in 1.5 s = "fast""#)
  }

  @Test(arguments: [
    ("x", ScenarioError.Cause.malformedSetting, "", "no “=”", "path=value"),
    ("=1", .malformedSetting, "", "not a path", "path=value"),
    ("a..b=1", .malformedSetting, "", "not a path", "path=value"),
    (".a=1", .malformedSetting, "", "not a path", "path=value"),
    ("a.=1", .malformedSetting, "", "not a path", "path=value"),
    ("\"a=1", .malformedSetting, "", "no “=”", "path=value"),
    ("\"a\"b=1", .malformedSetting, "", "not a path", "path=value"),
    (Array(repeating: "a", count: 101).joined(separator: ".") + "=1", .malformedSetting, "", "100 segments", "nothing"),
    ("extends=x.json5", .invalid, "extends", "cannot be set", "overlay"),
    ("attendance={", .invalid, "attendance", "never closed", "}"), ("name='x", .invalid, "name", "never closed", "'"),
    ("name=[1,,2]", .invalid, "name", "stands where a value", "a number"),
    ("attendance=x", .invalid, "attendance", "text", "a share"),
    ("attendence=1", .invalid, "attendence", "no key", "“attendance”?"),
    (
      "calendar.days=+2", .invalid, "calendar.days", "“+2” may mean that number, or so many more",
      "write the number itself, such as 8: nothing is added to what was there"
    ),
    ("attendance= +.5", .invalid, "attendance", "or so many more", "write the number itself"),
    ("shifts.earlies.length=+2h", .invalid, "shifts.earlies.length", "or so many more", "write the number itself"),
    ("calendar.days.x=1", .invalid, "calendar.days", "an object", "a whole number"),
    ("calendar.start=null", .invalid, "calendar.start", "needs “start”", "add start"),
    (
      "shifts.earlies.breaks.2.length=20m", .invalid, "shifts.earlies.breaks.2.length", "not an element",
      "numbered 0 to 1"
    ),
    (
      "shifts.earlies.breaks.x.length=20m", .invalid, "shifts.earlies.breaks.x.length", "not an element",
      "numbered 0 to 1"
    ),
    ("shifts.earlies.breaks.-1=0", .invalid, "shifts.earlies.breaks.-1", "not an element", "numbered 0 to 1"),
    ("shifts.earlies.breaks.0=null", .invalid, "shifts.earlies.breaks.0", "taken out of a list", "whole list"),
    ("teams.contact.answers.1=102", .invalid, "teams.contact.answers.1", "a number", "text in quotation marks"),
  ])
  func settingsAreReported(
    _ setting: String, _ cause: ScenarioError.Cause, _ path: String, _ message: String, _ remedy: String
  ) throws {
    let error = try #require(throws: ScenarioError.self) { try read(Fixture.files, settings: [setting]) }
    #expect(error.cause == cause && error.problems.count == 1, "\(error)")
    let problem = error.problems[0]
    // What is missing is missing in the file, though the setting took it away.
    if setting != "calendar.start=null" { #expect(problem.place.description == "--set \(setting)") }
    #expect(problem.path == path && problem.message.contains(message) && problem.remedy.contains(remedy), "\(problem)")
  }

  @Test func everySettingIsCheckedEvenIfTheFirstIsWrong() throws {
    let error = try #require(throws: ScenarioError.self) { try read(Fixture.files, settings: ["x", "y"]) }
    #expect(error.problems.map(\.place.file) == ["--set x", "--set y"])
  }
}
