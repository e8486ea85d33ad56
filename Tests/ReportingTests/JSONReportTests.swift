import Foundation
import Testing
import Watchroom

@testable import Reporting
@testable import Writing

@Suite struct JSONReportTests {
  private let text = JSONReport(Handmade.result(), provenance: Handmade.provenance).text

  private func parsed(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  /// Follows keys (and numbers, into lists) down a parsed document.
  private func value(_ path: String, in document: [String: Any]) -> Any? {
    path.split(separator: ".").reduce(document as Any?) { node, key in
      if let list = node as? [Any], let index = Int(key) { return list.indices.contains(index) ? list[index] : nil }
      return (node as? [String: Any])?[String(key)]
    }
  }

  @Test func saysWhatItIs() throws {
    let document = try parsed(text)
    #expect(document["schema"] as? String == "watchroom/result/1")
    #expect(document["engine"] as? String == "watchroom \(Engine.version)")
    #expect(value("scenario.name", in: document) as? String == "A handmade night")
    #expect(value("scenario.digest", in: document) as? String == "fedcba9876543210")
    #expect(document["start"] as? String == "2022-07-22T07:00:00+01:00")
    #expect(document["end"] as? String == "2022-07-23T07:00:00+01:00")
    #expect(document["seed"] as? Int == 1)
    #expect(document["replications"] as? Int == 3)
    #expect(document["events"] as? Int == 72)
    #expect(document["digest"] as? String == Handmade.result().digest)
  }

  /// Every key of the published schema that this version can know, and whether it holds an estimate.
  @Test func hasTheTreeOfTheContract() throws {
    let document = try parsed(text)
    let estimates =
      """
      offered contained diverted answered abandoned waitingAtEnd abandonmentRate abandonedAfterThreshold
      serviceLevel.ofOffered serviceLevel.ofAnswered serviceLevel.ofOfferedLessShortAbandons
      waitBands.to10 waitBands.to60 waitBands.over60
      speedOfAnswer.mean speedOfAnswer.median handleTime.mean handleTime.median
      byHour.0.offered byHour.0.answered byHour.0.serviceLevel byHour.0.abandonmentRate byHour.0.speedOfAnswer
      byDay.0.offered byDay.0.answered byDay.0.serviceLevel byDay.0.abandonmentRate byDay.0.speedOfAnswer
      """.split { $0 == " " || $0 == "\n" }.map { "channels.999.\($0)" }
      + ["mean", "median"].map { "channels.online.reviewTime.\($0)" }
      + [
        "rosteredHours", "staffedHours", "occupancy", "shrinkage", "adherence", "overtimeHours", "overtimeCost",
        "premiumCost", "cost",
      ].map { "teams.contact.\($0)" } + ["cost.total"]
    for path in estimates {
      let estimate = try #require(value(path, in: document) as? [String: Any], "\(path)")
      #expect(Set(estimate.keys) == ["mean", "halfWidth"], "\(path)")
      #expect(estimate["mean"] is Double, "\(path)")
    }
    for sample in ["999.speedOfAnswer", "999.handleTime", "online.reviewTime"] {
      for quantile in ["p90", "p95", "p99", "max"] {
        #expect(value("channels.\(sample).\(quantile)", in: document) is Double, "\(sample).\(quantile)")
      }
    }
    #expect(value("channels.999.serviceLevel.within", in: document) as? Double == 10)
    #expect(value("channels.999.serviceLevel.target", in: document) as? Double == 0.9)
    #expect(value("channels.999.serviceLevel.met", in: document) as? Bool == false)
    #expect((value("channels.999.byHour", in: document) as? [Any])?.count == 24)
    #expect(value("channels.999.byHour.17.hour", in: document) as? Int == 17)
    #expect(value("channels.999.byDay.0.date", in: document) as? String == "2022-07-22")
    #expect(value("channels.999.reviewTime", in: document) == nil)
  }

  @Test func keepsTheOrderOfTheContract() {
    let keys = [
      "schema", "scenario", "engine", "seed", "replications", "start", "end", "events", "digest", "channels", "teams",
      "cost", "expectations",
    ]
    guard case .object(let members) = JSONReport(Handmade.result(), provenance: Handmade.provenance).value else {
      Issue.record("a result is an object")
      return
    }
    #expect(members.map(\.name) == keys)
  }

  @Test func aPrecisionStandsBehindTheCircumstances() throws {
    let result = Handmade.result()
    let widest = result.targetCertainty.widest
    func report(_ halfWidth: Double) -> JSONReport {
      JSONReport(result, provenance: Handmade.provenance, precision: Precision(halfWidth: halfWidth, most: 10))
    }
    guard case .object(let members) = report(0.001).value else {
      Issue.record("a result is an object")
      return
    }
    #expect(Array(members.map(\.name)[5...8]) == ["start", "end", "precision", "events"])
    let missed = try #require(value("precision", in: try parsed(report(0.001).text)) as? [String: Any])
    #expect(Set(missed.keys) == ["asked", "widest", "reached"] && missed["asked"] as? Double == 0.001)
    #expect(missed["widest"] as? Double == widest && missed["reached"] as? Bool == false)
    #expect(value("precision.reached", in: try parsed(report(widest).text)) as? Bool == true)
    #expect(value("precision", in: try parsed(text)) == nil)
  }

  /// Every key of the published schema about what follows contacts.
  @Test func hasTheTreeOfAResponse() throws {
    let result = Handmade.result(Handmade.response())
    let report = JSONReport(result, provenance: Handmade.provenance)
    let document = try parsed(report.text)
    let estimates =
      """
      opened attended attendedShare withinTarget response.mean response.median retainedAtEnd cancelled
      resolvedWithoutDeployment byHour.0.opened byHour.0.attended byHour.0.attendedShare byHour.0.withinTarget
      byHour.0.response backlog.atMidnight backlog.age
      """.split { $0 == " " || $0 == "\n" }.map { "grades.P1.\($0)" }
        + """
        unitHours utilisation mobile scene custody paperwork free rosteredHours officerHours overtimeHours attended
        withinTarget cost
        """.split { $0 == " " || $0 == "\n" }.map { "hubs.Park Lane.\($0)" }
      + [
        "rosteredHours", "staffedHours", "occupancy", "shrinkage", "adherence", "overtimeHours", "overtimeCost",
        "premiumCost", "cost",
      ].map { "dispatchers.\($0)" }
    for path in estimates {
      let estimate = try #require(value(path, in: document) as? [String: Any], "\(path)")
      #expect(Set(estimate.keys) == ["mean", "halfWidth"], "\(path)")
      #expect(estimate["mean"] is Double, "\(path)")
    }
    for quantile in ["p90", "p95", "p99", "max"] {
      #expect(value("grades.P1.response.\(quantile)", in: document) is Double, "\(quantile)")
    }
    #expect(value("grades.P1.backlog.oldest", in: document) as? Double == 21_600)
    #expect(value("grades.P1.within", in: document) as? Double == 900)
    #expect(value("grades.P1.target", in: document) as? Double == 0.9)
    #expect(value("grades.P1.met", in: document) as? Bool == false)
    #expect(value("grades.P2.within", in: document) as? Double == 3_600)
    #expect(value("grades.P2.target", in: document) == nil && value("grades.P2.met", in: document) == nil)
    #expect(value("grades.P1.byHour.17.hour", in: document) as? Int == 17)
    guard case .object(let members) = report.value else {
      Issue.record("a result is an object")
      return
    }
    #expect(
      members.map(\.name).suffix(7) == ["channels", "teams", "dispatchers", "grades", "hubs", "cost", "expectations"])
  }

  /// Only a grade has a verdict, and only a channel's days have dates, whatever things are called.
  @Test func namesDoNotMatter() throws {
    var scenario = Handmade.response(grade: "serviceLevel", hub: "byDay")
    scenario.teams[0].id = "serviceLevel"
    scenario.channels[1].id = "grades"
    scenario.teams[1].answers = ["grades"]
    let document = try parsed(JSONReport(Handmade.result(scenario), provenance: Handmade.provenance).text)
    #expect(value("grades.serviceLevel.met", in: document) as? Bool == false)
    #expect(value("teams.serviceLevel.met", in: document) == nil)
    #expect(value("channels.grades.met", in: document) == nil)
    #expect(value("channels.grades.byDay.0.date", in: document) as? String == "2022-07-22")
    #expect(value("hubs.byDay.unitHours.mean", in: document) as? Double == 240)
  }

  @Test func expectationsSayWhatWasExpected() throws {
    let list = try #require(try parsed(text)["expectations"] as? [[String: Any]])
    #expect(list.map { $0["verdict"] as? String } == ["fail", "pass", "uncertain"])
    #expect(list[0]["name"] as? String == "999 answered in 10 s")
    #expect(list[0]["metric"] as? String == "channels.999.serviceLevel.ofOffered")
    #expect(list[0]["atLeast"] as? Double == 0.9)
    #expect(list[0]["atMost"] == nil)
    #expect(list[1]["atMost"] as? Double == 30)
    #expect((list[0]["value"] as? [String: Double])?["mean"] == 0.66)
  }

  @Test(arguments: [Handmade.scenario(days: 3), Handmade.response()])
  func everyFigureIsWhereItsNameSays(scenario: Scenario) throws {
    let result = Handmade.result(scenario)
    let document = try parsed(JSONReport(result, provenance: Handmade.provenance).text)
    for (figure, estimate) in zip(result.catalogue.figures, result.estimates) {
      let found: Any = try #require(value(figure.name, in: document), "\(figure.name)")
      let number: Any? = figure.kind == .estimate ? (found as? [String: Any])?["mean"] : found
      if estimate.mean.isNaN {
        #expect(number is NSNull, "\(figure.name)")
      } else {
        // Foundation reads the last of 17 digits wrongly at times; that all are written, JSONWriterTests say.
        let read = try #require(number as? Double, "\(figure.name)")
        #expect(abs(read - estimate.mean) <= abs(estimate.mean) * 1e-15, "\(figure.name)")
      }
    }
  }

  @Test func daysHaveDates() throws {
    let result = Handmade.result(Handmade.scenario(days: 3))
    let document = try parsed(JSONReport(result, provenance: Handmade.provenance).text)
    #expect(value("channels.999.byDay.2.date", in: document) as? String == "2022-07-24")
  }

  /// Nobody was offered, or attended: there is nothing to say of the target.
  @Test func aTargetIsNeitherMetNorMissedByNobody() throws {
    let shares = ["channels.999.serviceLevel.ofOffered", "grades.P1.withinTarget"]
    let missed = try parsed(JSONReport(Handmade.result(Handmade.response()), provenance: Handmade.provenance).text)
    let none = Handmade.result(Handmade.response()) { shares.contains($0.name) ? .nan : $1 }
    let undefined = try parsed(JSONReport(none, provenance: Handmade.provenance).text)
    for path in ["channels.999.serviceLevel.met", "grades.P1.met"] {
      #expect(value(path, in: missed) as? Bool == false)
      #expect(value(path, in: undefined) is NSNull)
    }
  }

  @Test func whatIsDefinedInSomeReplicationsOnlySaysInHowMany() throws {
    let path = "channels.online.speedOfAnswer.mean"
    let result = Handmade.result(isDefined: { figure, replication in figure.name != path || replication < 2 })
    let document = try parsed(JSONReport(result, provenance: Handmade.provenance).text)
    #expect(value(path + ".of", in: document) as? Int == 2)
    #expect(value(path + ".halfWidth", in: document) is Double)
    #expect(value("channels.online.speedOfAnswer.median.of", in: document) == nil)
    #expect(!text.contains("\"of\":"))
    let lines = TextReport(result, provenance: Handmade.provenance).text.split(separator: "\n")
    #expect(lines.count { $0.contains("some figures rest on 2 of 3 only") } == 1)
    let whole = TextReport(Handmade.result(), provenance: Handmade.provenance).text
    #expect(!whole.contains("Not every replication"))
  }

  @Test func oneReplicationHasNoHalfWidth() throws {
    let document = try parsed(JSONReport(Handmade.result(replications: 1), provenance: Handmade.provenance).text)
    let offered = try #require(value("channels.999.offered", in: document) as? [String: Any])
    #expect(offered["halfWidth"] is NSNull)
  }

  @Test func aSingleReplicationSaysWhichItIs() throws {
    func single(_ number: Int) throws -> ExperimentResult {
      let plan = Plan(Handmade.scenario())
      return try #require(ExperimentResult.simulating(plan, seed: 1, replication: number))
    }
    func text(_ result: ExperimentResult) -> String { TextReport(result, provenance: Handmade.provenance).text }
    func json(_ result: ExperimentResult) throws -> [String: Any] {
      try parsed(JSONReport(result, provenance: Handmade.provenance).text)
    }
    #expect(try json(single(2))["replication"] as? Int == 3)
    #expect(try text(single(2)).contains("\nReplication  3\n"))
    // The first is that of any run; of several there is no number to give.
    #expect(try json(single(0))["replication"] as? Int == 1)
    #expect(try text(single(0)).contains("\nReplications  1\n"))
    #expect(try json(Handmade.result(replications: 1))["replication"] as? Int == 1)
    #expect(try json(Handmade.result())["replication"] == nil)
  }

  @Test func theLargestSeedIsWrittenInFull() {
    let text = JSONReport(Handmade.result(seed: .max), provenance: Handmade.provenance).text
    #expect(text.contains("\"seed\": 18446744073709551615,"))
  }

  @Test(arguments: TextReportTests.hostileNames)
  func hostileNamesComeBackUnchanged(name: String) throws {
    let scenario = Handmade.scenario(name: name, emergency: name)
    let text = JSONReport(Handmade.result(scenario), provenance: Handmade.provenance).text
    let document = try parsed(text)
    let found = try #require(value("scenario.name", in: document) as? String)
    #expect(found.unicodeScalars.elementsEqual(name.unicodeScalars))
    #expect((document["channels"] as? [String: Any])?[name] != nil)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func isTheSameEveryTime() {
    #expect(JSONReport(Handmade.result(), provenance: Handmade.provenance).text == text)
  }
}
