import ContactCentre
import DiscreteEvents
import Findings
import Foundation
import Reporting
import ScenarioFile
import Testing
import Watchroom

/// What reports and exports say of stages before the queue, and of those who come again and again.
@Suite struct DemandReportTests {
  private static let text = """
    {
      name: "menu", calendar: { start: "2022-07-22T07:00", days: 1, timeZone: "UTC" },
      channels: {
        "101": {
          arrivals: { perYear: 200000 },
          front: {
            ivr: {
              takes: { constant: "5s" },
              options: { "report a crime": { share: 0.5, contains: 1 }, officer: { share: 0.25 } },
            },
          },
          patience: { constant: "1m" }, handling: { constant: "4m" },
          redial: { probability: 1, after: { constant: "5m" }, atMost: 2 },
        },
        plain: { arrivals: { perYear: 100000 }, front: { ring: {} }, handling: { constant: "1m" } },
      },
      callers: { frequent: { channels: { "101": 0.5 }, callers: 30 } },
      teams: { desk: { answers: ["101", "plain"], staff: { byHour: [\(Array(repeating: "1", count: 24).joined(separator: ","))] } } },
    }
    """

  private static let exported = Result { () throws -> Exported in
    let plan = Plan(try ScenarioReader.read(path: "s", files: MemoryFiles(["s": text])).scenario)
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in for index in block.indices { events.append(block[index]) } }) {}
    return Exported(plan: plan, events: events)
  }

  @Test func theTextHasATableOfStagesWhereOneKeepsSomebodyFromTheQueue() throws {
    let exported = try Self.exported.get()
    let result = Experiment(plan: exported.plan, seed: 1, replications: 1).run()
    let report = TextReport(result, provenance: Provenance(scenarioDigest: "d")).text
    let lines = report.split(separator: "\n").map(String.init)
    #expect(lines.count { $0.hasPrefix("Before the queue") } == 1)
    let start = try #require(lines.firstIndex { $0.hasPrefix("Before the queue") })
    #expect(lines[start + 1].hasPrefix("ivr") && lines[start + 2].hasPrefix("  report a crime"))
    #expect(lines[start + 3].hasPrefix("  officer"))
    let groups = try #require(lines.firstIndex { $0.hasPrefix("Repeat callers") })
    #expect(lines[groups + 2].hasPrefix("Group") && lines[groups + 3].hasPrefix("frequent"))
    #expect(lines[groups + 3].contains(" 30 "))
  }

  @Test func theTableOfContactsKnowsWhoMadeThemAndHowManyBefore() throws {
    let contacts = rows(try Self.exported.get().csv().contacts)
    var made: [String: Int] = [:]
    let ordered = contacts.sorted { (Int($0["contact"] ?? "") ?? 0) < (Int($1["contact"] ?? "") ?? 0) }
    var known: [String: String] = [:]
    for contact in ordered {
      let who = contact["callerNumber"] ?? ""
      #expect((contact["callerGroup"] == "frequent") == (who != ""))
      if let previous = known[contact["redialOf"] ?? ""] { #expect(previous == who) }
      known[contact["contact"] ?? ""] = who
      guard who != "" else {
        #expect(contact["contactsBefore"] == "")
        continue
      }
      #expect(contact["contactsBefore"] == String(made[who, default: 0]))
      made[who, default: 0] += 1
    }
    #expect(made.count == 30 && made.values.reduce(0, +) > 200)
    #expect(contacts.contains { $0["redialOf"] != "" && $0["callerNumber"] != "" })
  }

  @Test func theTableOfEventsSaysWhatWasChosen() throws {
    let events = rows(try Self.exported.get().csv().events)
    let entered = events.filter { $0["stage"] == "ivr" && $0["lasts"] != "" }
    #expect(Set(entered.compactMap { $0["option"] }) == ["", "report a crime", "officer"])
    let arrivals = events.filter { $0["callerGroup"] == "frequent" }
    #expect(arrivals.count > 100 && arrivals.allSatisfy { $0["kind"] == "contact arrived" })
  }

  @Test func whoComesAgainIsOneObjectOfAnObjectCentricLog() throws {
    let exported = try Self.exported.get()
    let log = try OCELLog(json: exported.ocel(.json))
    #expect(try OCELLog(xml: exported.ocel(.xml)) == log)
    let known = log.objects.filter { $0.key.hasPrefix("caller:known:") }
    #expect(known.count == 30)
    let made = log.objects.values.filter { $0.type == "contact" }
      .count { $0.relations.contains { $0[0].hasPrefix("caller:known:") } }
    let arrived = exported.events.count { $0.kind == .contactArrived && $0.repeatCaller != nil }
    #expect(made > arrived)
  }

  @Test func eventsInWordsNameThem() throws {
    let exported = try Self.exported.get()
    let words = EventText(exported.plan.scenario)
    let arrival = try #require(exported.events.first { $0.kind == .contactArrived && $0.repeatCaller != nil })
    let number = arrival.repeatCaller?.number ?? 0
    #expect(words.description(of: arrival).hasSuffix(", frequent \(number)"))
    let choice = try #require(exported.events.first { $0.kind == .frontStageEntered && $0.stageOption == 1 })
    #expect(words.description(of: choice).contains("entered front stage 0, option 1, for 5.00 s"))
  }
}
