import Foundation
import Testing
import Watchroom

@testable import Reporting

/// What exports of a whole simulated day must come to, whatever happens in it.
@Suite struct TownExportTests {
  @Test func everyKindOfEventHappens() throws {
    let seen = Set(try Exported.town().events.compactMap(\.kind))
    #expect(EventKind.allCases.filter { !seen.contains($0) } == [])
  }

  @Test func everyContactAndIncidentHasOneRow() throws {
    let town = try Exported.town()
    let csv = try town.csv()
    let offered = town.events.filter { [.contactArrived, .contactRedialled, .contactRangAgain].contains($0.kind) }
    #expect(rows(csv.contacts).compactMap { UInt32($0["contact"] ?? "") }.sorted() == offered.map(\.subject).sorted())
    let opened = town.events.filter { $0.kind == .incidentOpened }
    #expect(rows(csv.incidents).compactMap { UInt32($0["incident"] ?? "") }.sorted() == opened.map(\.subject).sorted())
    #expect(rows(csv.events).count == town.events.count)
    for table in [csv.events, csv.contacts, csv.incidents] {
      #expect(Set(cells(table).map(\.count)).count == 1)
    }
  }

  @Test func rowsAgreeWithEachOther() throws {
    let csv = try Exported.town().csv()
    let contacts = Dictionary(uniqueKeysWithValues: rows(csv.contacts).map { ($0["contact"] ?? "", $0) })
    let incidents = rows(csv.incidents)
    for incident in incidents where incident["log"] == "" {
      #expect(contacts[incident["contact"] ?? ""]?["incident"] == incident["incident"])
    }
    #expect(contacts.values.count { $0["incident"] != "" } == incidents.count { $0["log"] == "" })
    for contact in contacts.values where contact["redialOf"] != "" {
      let previous = contacts[contact["redialOf"] ?? ""]
      #expect(previous?["end"] == "abandoned")
      for column in ["callerChannel", "callerCell", "callerIndex"] {
        #expect(previous?[column] == contact[column] && contact[column] != "")
      }
    }
    let rings = contacts.values.filter { $0["rangAbout"] != "" && $0["redialOf"] == "" }
    #expect(rings.count > 0)
    #expect(rings.count == incidents.reduce(0) { $0 + (Int($1["rings"] ?? "") ?? 0) })
    #expect(
      contacts.values.compactMap { $0["caller"] }.filter { $0 != "" }.sorted() == ["Ann", "O'Hara, \"Jo\""])
  }

  /// The columns are those of the reports: their means must be the figures.
  @Test func columnsComeToTheFigures() throws {
    let town = try Exported.town()
    var recorder = Recorder(plan: town.plan)
    recorder.fold(town.events.span)
    let summary = recorder.finish()
    let catalogue = FigureCatalogue(plan: town.plan)
    func figure(_ name: String) throws -> Double {
      catalogue.value(at: try #require(catalogue.index(of: name), "\(name)"), of: summary)
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let csv = try town.csv()
    let contacts = rows(csv.contacts)
    for channel in town.plan.scenario.channels.map(\.id) {
      let here = contacts.filter { ($0["divertedTo"] == "" ? $0["channel"] : $0["divertedTo"]) == channel }
      #expect(Double(here.count { $0["abandoned"] != "" }) == (try figure("channels.\(channel).abandoned")))
      #expect(Double(here.count { $0["contained"] != "" }) == (try figure("channels.\(channel).contained")))
      let answered = here.filter { $0["answered"] != "" }
      #expect(Double(answered.count) == (try figure("channels.\(channel).answered")))
      expectEqual(
        mean(answered.compactMap { Double($0["wait"] ?? "") }), try figure("channels.\(channel).speedOfAnswer.mean"),
        channel)
      let handled = here.filter { $0["end"] == "handled" }
      let handleTimes = handled.map { (Double($0["handling"] ?? "") ?? .nan) + (Double($0["wrapUp"] ?? "") ?? .nan) }
      expectEqual(mean(handleTimes), try figure("channels.\(channel).handleTime.mean"), channel)
    }
    let incidents = rows(csv.incidents)
    for grade in ["P1", "P2", "P3"] {
      let here = incidents.filter { $0["grade"] == grade }
      let attended = here.filter { $0["atScene"] != "" }
      #expect(Double(attended.count) == (try figure("grades.\(grade).attended")))
      #expect(Double(here.count { $0["end"] == "cancelled" }) == (try figure("grades.\(grade).cancelled")))
      let responses = attended.compactMap { Double($0["response"] ?? "") }
      expectEqual(mean(responses), try figure("grades.\(grade).response.mean"), grade)
    }
    #expect(incidents.contains { $0["firstGrade"] != $0["grade"] })
    #expect(incidents.contains { $0["appointment"] != "" && $0["response"] != $0["sinceOpened"] })
    #expect(incidents.contains { (Int($0["arrests"] ?? "") ?? 0) > 0 })
  }

  /// Where there is nothing to count, neither has a mean.
  private func expectEqual(_ mean: Double, _ figure: Double, _ name: String) {
    #expect(abs(mean - figure) < 1e-6 || mean.isNaN && figure.isNaN, "\(name): \(mean), \(figure)")
  }

  @Test func everyLineOfNDJSONIsAnObjectOfWhatItsKindHas() throws {
    let town = try Exported.town()
    let kinds = Dictionary(uniqueKeysWithValues: EventKind.allCases.map { ($0.words, $0) })
    let lines = try town.ndjson().split(separator: "\n")
    #expect(lines.count == town.events.count)
    let table = rows(try town.csv().events)
    for (number, line) in lines.enumerated() {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let kind = try #require(kinds[object["kind"] as? String ?? ""])
      let known = Set(ExportField.all(of: kind).map(\.name) + ["sequence", "time", "ms", "kind"])
      #expect(Set(object.keys).subtracting(known) == [], "\(line)")
      // The table says the same.
      #expect(Set(table[number].filter { $0.value != "" }.keys) == Set(object.keys))
      for (key, value) in object {
        if let text = value as? String { #expect(table[number][key] == text) }
      }
    }
  }

  @Test func bothObjectCentricLogsAreTheSameAndSound() throws {
    let town = try Exported.town()
    let log = try OCELLog(json: town.ocel(.json))
    #expect(try OCELLog(xml: town.ocel(.xml)) == log)
    #expect(log.listed == log.objects.count + log.events.count)
    #expect(log.events.count == town.events.count)
    #expect(Set(log.objects.values.map(\.type)) == ["contact", "caller", "handler", "unit", "incident"])
    #expect(Set(log.eventTypes.keys) == Set(EventKind.allCases.map(\.words)))

    var mentioned: Set<String> = []
    for (types, things) in [(log.objectTypes, log.objects), (log.eventTypes, log.events)] {
      for (name, thing) in things {
        let type = try #require(types[thing.type])
        let kinds = Dictionary(uniqueKeysWithValues: type.map { ($0[0], $0[1]) })
        for attribute in thing.attributes { try checkAttribute(attribute[1], kinds[attribute[0]], name) }
        for relation in thing.relations {
          #expect(log.objects[relation[0]] != nil, "\(name) has to do with \(relation[0])")
          if thing.time != nil { mentioned.insert(relation[0]) }
        }
        // Readers join by both names, so a pair must not come twice; and an event without an object would be left out.
        #expect(Set(thing.relations.map { $0[0] }).count == thing.relations.count)
        if thing.time != nil { #expect(!thing.relations.isEmpty, "\(name)") }
      }
    }
    #expect(Set(log.objects.keys).subtracting(mentioned) == [])
    let qualifiers = Set(log.objects.values.flatMap { $0.relations.map { $0[1] } })
    #expect(qualifiers == ["made by", "redial of", "about", "answered by", "opened from", "attended by"])
  }

  private func checkAttribute(_ value: String, _ kind: String?, _ name: String) throws {
    switch kind {
    case "integer": #expect(Int(value) != nil, "\(name): \(value)")
    case "float": #expect(Double(value) != nil, "\(name): \(value)")
    case "boolean": #expect(value == "true" || value == "false", "\(name): \(value)")
    case "string": #expect(value != "", "\(name)")
    default: Issue.record("\(name) has an attribute that its type does not have")
    }
  }

  @Test func howEventsAreCutUpChangesNothing() throws {
    var town = try Exported.town()
    let whole = (try town.csv(), try town.ndjson(), try town.ocel(.json))
    town.step = 7
    #expect(try town.csv() == whole.0)
    #expect(try town.ndjson() == whole.1)
    #expect(try town.ocel(.json) == whole.2)
  }
}
