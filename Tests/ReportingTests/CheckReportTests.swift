import Foundation
import FoundationXML
import Testing
import Watchroom

@testable import Experiments
@testable import Reporting

/// Scenarios checked by hand: one expectation fails, one passes, one is uncertain; one expects nothing; one is broken.
private func checked(_ result: ExperimentResult, path: String = "Scenarios/night.json5") -> CheckedScenario {
  CheckedScenario(path: path, outcome: .simulated(result, Handmade.provenance), duration: .milliseconds(4_506))
}

private let good = checked(
  Handmade.result(Handmade.scenario(expectations: [Handmade.expectations[1]])), path: "good.json5")
private let plain = CheckedScenario(path: "plain.json5", outcome: .expectsNothing, duration: .milliseconds(1))
private let broken = CheckedScenario(
  path: "broken.json5",
  outcome: .rejected(
    ScenarioError(
      cause: .invalid,
      problems: [
        Problem(
          severity: .warning, place: Place(origin: .file("broken.json5")), path: "", message: "odd", remedy: "even"),
        Problem(
          place: Place(origin: .file("broken.json5"), line: 3, column: 3), path: "colour", message: "there is <no> key",
          remedy: "leave it out"),
      ])),
  duration: .milliseconds(1))

private let withoutBaseline = CheckedScenario(
  path: "night.json5",
  outcome: .withoutBaseline([
    Problem(place: Place(origin: .file("gone.json")), path: "", message: "there is no <file>", remedy: "record one")
  ]), duration: .zero)

/// A night of which two of three replications define the service level.
private func some(_ level: Double = 0.66, bound: FigureExpectation.Bound = .atLeast(0.9)) -> CheckedScenario {
  let metric = "channels.999.serviceLevel.ofOffered"
  let expectation = FigureExpectation(name: "in time", metric: metric, bound: bound)
  return checked(
    Handmade.result(Handmade.scenario(expectations: [expectation])) {
      $0.name == metric ? level : $1
    } isDefined: { figure, index in
      figure.name != metric || index < 2
    })
}

/// The same, worse than it was.
private func worse() -> CheckedScenario {
  let baseline = Baseline([some()], seed: 1, folder: "", workingFolder: "/work")
  let now = some(0.16, bound: .atLeast(0.01))
  return CheckedScenario(path: now.path, outcome: now.outcome, duration: now.duration, baseline: baseline)
}

private let leftOut = CheckedScenario(path: "overlay.json5", outcome: .leftOut("it is none"), duration: .zero)

@Suite struct CheckTextTests {
  private let text = CheckText()

  @Test func isOneLineWhereAllIsWell() {
    #expect(text.text(good) == "good.json5: 1 expectation passes (3 replications)\n")
    #expect(text.text(plain) == "plain.json5: expects nothing\n")
    #expect(text.text(broken) == "" && text.text(leftOut) == "" && text.text(withoutBaseline) == "")
    #expect(text.advice([good, plain, broken]) == "")
  }

  @Test func saysWhatIsNotAsItShouldBe() {
    let night = checked(
      Handmade.result(
        Handmade.scenario(
          expectations: Handmade.expectations + [
            FigureExpectation(name: "defined", metric: "channels.999.byHour.23.serviceLevel", bound: .atLeast(0.5))
          ])))
    #expect(
      text.text(night) == """
        Scenarios/night.json5: 1 of 4 expectations fails, 2 are uncertain (3 replications)
          fail       999 answered in 10 s
                     66.00% ± 2.56, expected at least 90.00%
                     channels.999.serviceLevel.ofOffered
          uncertain  few are left waiting
                     1.75 ± 0.07, expected at most 1.75
                     channels.999.waitingAtEnd
          uncertain  defined
                     undefined, expected at least 50.00%
                     channels.999.byHour.23.serviceLevel

        """)
    #expect(text.advice([good, night]).hasPrefix("\nUncertain: the bound is too near"))
    // Of one look the interval that is shown is the one that tells.
    #expect(text.advice([good, night]).contains("each look") && text.advice([good, night]).contains("--most"))
    let once = text.advice([good, night], isOneLook: true)
    #expect(once.hasPrefix("\nUncertain: the bound is too near") && once.contains("--most") && !once.contains("look"))
    #expect(night.verdict == .fail && good.verdict == .pass && plain.verdict == nil && broken.verdict == nil)
  }

  @Test func saysInHowManyReplicationsAFigureIsDefined() {
    #expect(
      text.text(some()) == """
        Scenarios/night.json5: 1 of 1 expectation fails (3 replications)
          fail       in time
                     65.48% ± 6.55 in 2 of 3 replications, expected at least 90.00%
                     channels.999.serviceLevel.ofOffered

        """)
    // What passes by so few is worth no more than they are.
    #expect(
      text.text(some(bound: .atLeast(0.25))) == """
        Scenarios/night.json5: 1 expectation passes (3 replications)
          pass       in time
                     65.48% ± 6.55 in 2 of 3 replications, expected at least 25.00%
                     channels.999.serviceLevel.ofOffered

        """)
    let said = text.text(worse())
    #expect(said.contains("\n  worse      in time\n             65.48% recorded, now "))
    #expect(said.replacing(/\s+/, with: " ").contains(" in 2 of 3 replications channels.999."), "\(said)")
    #expect(said.components(separatedBy: "\n").dropFirst().allSatisfy { $0.count <= 80 })
  }

  /// A change in the unit of its figure, and in as many digits as show it.
  @Test(
    arguments: [
      (
        "channels.999.serviceLevel.ofOffered", .atLeast(0.5), [0.9, 0.9, 0.9], [0.899_96, 0.899_97, 0.899_95],
        "90.00% recorded, now 90.00%: -0.004 points ± 0.002"
      ),
      (
        "channels.999.speedOfAnswer.mean", .atMost(60), [20, 21, 22], [25, 26, 27.3],
        "21.0 s recorded, now 26.1 s: +5.10 s ± 0.43"
      ),
    ] as [(String, FigureExpectation.Bound, [Double], [Double], String)])
  func aRegressionIsSaidInItsUnit(
    metric: String, bound: FigureExpectation.Bound, before: [Double], after: [Double], words: String
  ) {
    let catalogue = FigureCatalogue(plan: Plan(Handmade.scenario()))
    let expectation = ExpectationResult(
      name: "x", metric: metric, bound: bound, value: Estimate(of: after), verdict: .pass)
    let comparison = BaselineComparison(
      expectation: expectation, difference: Difference(base: before, variant: after), replications: 3)
    #expect(comparison.isRegression && comparison.words(in: catalogue) == words)
  }

  /// It passes, and yet there is something to be said of it.
  @Test func saysWhatSharedFatesMayHide() {
    var scenario = Handmade.scenario(expectations: [])
    scenario.attendance = 0.97
    let metric = "channels.999.abandonmentRate"
    scenario.expectations = [FigureExpectation(name: "nobody gives up", metric: metric, bound: .atMost(0.5))]
    let night = checked(Handmade.result(scenario) { $0.name == metric ? 0 : $1 })
    #expect(
      text.text(night) == """
        Scenarios/night.json5: 1 expectation passes (3 replications)
          Hardly varied, if at all, in 3 replications: channels.999.abandonmentRate. The
          ± says too little there, for all cases of a day share its luck (attendance):
          after 3 days, up to 70.8% of days may still go otherwise. More replications
          tell more.

        """)
  }

  @Test func colourAddsNothingButColour() {
    let night = checked(Handmade.result())
    let coloured = CheckText(isColoured: true).text(night)
    #expect(coloured.contains("\u{1B}[1;31mfail\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text.text(night))
  }

  @Test(arguments: TextReportTests.hostileNames)
  func hostileNamesStayOnTheirLine(name: String) {
    let expectation = FigureExpectation(name: name, metric: "cost.total", bound: .atMost(0))
    let night = checked(Handmade.result(Handmade.scenario(expectations: [expectation])), path: name)
    let said = text.text(night)
    #expect(said.split(separator: "\n").count == 4)
    #expect(said.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }
}

@Suite struct CheckJSONTests {
  @Test func saysOfEveryScenarioWhatCameOfIt() throws {
    let text = CheckJSON([checked(Handmade.result()), plain, broken], seed: 9).text
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "watchroom/check/1" && document["seed"] as? Int == 9)
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["path"] as? String } == ["Scenarios/night.json5", "plain.json5", "broken.json5"])
    #expect(scenarios.map { $0["verdict"] as? String } == ["fail", nil, "error"])
    #expect(scenarios[0]["replications"] as? Int == 3)
    let expectations = try #require(scenarios[0]["expectations"] as? [[String: Any]])
    #expect(expectations.map { $0["verdict"] as? String } == ["fail", "pass", "uncertain"])
    #expect((scenarios[1]["expectations"] as? [Any])?.isEmpty == true)
    #expect((scenarios[2]["problems"] as? [String])?.last?.hasPrefix("broken.json5:3:3: error: colour: ") == true)
  }

  private func scenario(_ checked: CheckedScenario) throws -> [String: Any] {
    let text = CheckJSON([checked], seed: 1).text
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require((document["scenarios"] as? [[String: Any]])?.first)
  }

  @Test func aBaselineThatCannotBeReadIsTheProblemOfAScenario() throws {
    let scenario = try scenario(withoutBaseline)
    #expect(scenario["path"] as? String == "night.json5" && scenario["verdict"] as? String == "error")
    #expect(scenario["baseline"] is NSNull && (scenario["expectations"] as? [Any])?.isEmpty == true)
    #expect(scenario["baselineProblem"] as? String == "gone.json: error: there is no <file> — record one")
  }

  @Test func saysInHowManyReplicationsAFigureIsDefined() throws {
    let scenario = try scenario(worse())
    let value = (scenario["expectations"] as? [[String: Any]])?.first?["value"] as? [String: Any]
    #expect(value?["of"] as? Int == 2)
    let comparison = try #require((scenario["baseline"] as? [[String: Any]])?.first)
    #expect(comparison["of"] as? Int == 2 && comparison["isRegression"] as? Bool == true)
  }
}

@Suite struct JUnitReportTests {
  @Test func whatWasLeftOutIsSkipped() throws {
    let elements = try Elements(of: JUnitReport([good, leftOut], seed: 9).text).all
    #expect(
      elements["testsuites"]?.first?.attributes == [
        "name": "watchroom check", "tests": "2", "failures": "0", "errors": "0", "time": "4.506",
      ])
    #expect(elements["testsuite"]?.last?.attributes["name"] == "overlay.json5")
    #expect(elements["testsuite"]?.last?.attributes["skipped"] == "1")
    #expect(elements["testcase"]?.last?.attributes["name"] == "the file is a scenario")
    #expect(elements["skipped"]?.map(\.attributes) == [["message": "it is none"]])
    let text = CheckJSON([leftOut], seed: 9).text
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let file = try #require((document["scenarios"] as? [[String: Any]])?.first)
    #expect(file["path"] as? String == "overlay.json5" && file["leftOut"] as? String == "it is none")
    #expect(file["verdict"] is NSNull && file.count == 3)
  }

  @Test func readsAsContinuousIntegrationExpects() throws {
    let elements = try Elements(of: JUnitReport([checked(Handmade.result()), plain, broken], seed: 9).text).all
    #expect(
      elements["testsuites"]?.first?.attributes == [
        "name": "watchroom check", "tests": "4", "failures": "2", "errors": "1", "time": "4.508",
      ])
    let suites = try #require(elements["testsuite"]).map(\.attributes)
    #expect(suites.map { $0["name"] } == ["Scenarios/night.json5", "broken.json5"])
    #expect(
      suites[0] == [
        "name": "Scenarios/night.json5", "tests": "3", "failures": "2", "errors": "0", "skipped": "0", "time": "4.506",
      ])
    let cases = try #require(elements["testcase"]).map(\.attributes)
    #expect(
      cases.map { $0["name"] } == Handmade.expectations.map(\.name) + ["the scenario can be read"])
    #expect(cases[0]["classname"] == "Scenarios/night.json5" && cases[0]["time"] == "1.502")
    let failures = try #require(elements["failure"])
    #expect(failures.map { $0.attributes["type"] } == ["fail", "uncertain"])
    #expect(failures[0].attributes["message"] == "66.00% ± 2.56, expected at least 90.00%")
    #expect(
      failures[0].text == "channels.999.serviceLevel.ofOffered: 66.00% ± 2.56, expected at least 90.00%"
        + " (seed 1, 3 replications)")
    let error = try #require(elements["error"]?.first)
    #expect(error.text == "broken.json5:3:3: error: colour: there is <no> key — leave it out")
    #expect(error.attributes["message"] == error.text)
  }

  @Test func aBaselineThatCannotBeReadIsAnErrorOfEveryScenario() throws {
    let elements = try Elements(of: JUnitReport([withoutBaseline, leftOut], seed: 9).text).all
    #expect(elements["testsuites"]?.first?.attributes["errors"] == "1")
    #expect(elements["testsuite"]?.first?.attributes["name"] == "night.json5")
    #expect(elements["testcase"]?.first?.attributes["name"] == "the scenario can be compared with the baseline")
    let error = try #require(elements["error"]?.first)
    #expect(error.text == "gone.json: error: there is no <file> — record one")
    #expect(error.attributes == ["type": "baseline", "message": error.text])
  }

  @Test func saysInHowManyReplicationsAFigureIsDefined() throws {
    let failed = try #require(try Elements(of: JUnitReport([some()], seed: 1).text).all["failure"]?.first)
    #expect(failed.attributes["message"] == "65.48% ± 6.55 in 2 of 3 replications, expected at least 90.00%")
    let passed = try Elements(of: JUnitReport([some(bound: .atLeast(0.25))], seed: 1).text).all
    #expect(passed["testsuite"]?.first?.attributes["failures"] == "0" && passed["failure"] == nil)
    #expect(
      passed["system-out"]?.first?.text == "channels.999.serviceLevel.ofOffered: 65.48% ± 6.55 in 2 of 3 replications, "
        + "expected at least 25.00%")
    let regression = try #require(try Elements(of: JUnitReport([worse()], seed: 1).text).all["failure"]?.first)
    #expect(regression.attributes["type"] == "regression")
    #expect(regression.attributes["message"]?.hasSuffix(" in 2 of 3 replications") == true)
    // Nothing is said where all define it.
    #expect(try Elements(of: JUnitReport([good], seed: 1).text).all["system-out"] == nil)
  }

  @Test func aCheckOfNothingIsWellFormed() throws {
    #expect(try Elements(of: JUnitReport([], seed: 1).text).all["testsuites"]?.first?.attributes["tests"] == "0")
  }

  @Test(arguments: TextReportTests.hostileNames + ["]]>", "<a b='c'>&amp;\"'</a>", "\r\n\t x ", "\u{0}\u{8}\u{FFFF}"])
  func isWellFormedWhateverThingsAreCalled(name: String) throws {
    let scenario = Handmade.scenario(
      name: name, expectations: [FigureExpectation(name: name, metric: "cost.total", bound: .atMost(0))])
    let elements = try Elements(of: JUnitReport([checked(Handmade.result(scenario), path: name)], seed: 1).text).all
    // Everything allowed comes through; the rest is replaced, one for one.
    let expected = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          let isForbidden =
            $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0)
            || $0.value & 0xFFFE == 0xFFFE
          return isForbidden ? "\u{FFFD}" : $0
        }))
    let test = try #require(elements["testcase"]?.first).attributes
    #expect(test["name"].map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    #expect(test["classname"].map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
  }
}

/// The elements of an XML document, by name, in their order.
private final class Elements: NSObject, XMLParserDelegate {
  struct Element {
    var attributes: [String: String]
    var text = ""
  }

  private(set) var all: [String: [Element]] = [:]
  private var names: [String] = []

  /// Reads `document`, or throws where it is not well formed.
  init(of document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    all[name, default: []].append(Element(attributes: attributes))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    names.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let name = names.last, let last = all[name]?.indices.last else { return }
    all[name]?[last].text += text
  }
}
