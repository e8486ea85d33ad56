import Foundation
import Testing
import Watchroom

@testable import Export

/// What exports of a whole simulated day must come to, whatever happens in it.
@Suite struct TownExportTests {
  @Test func everyKindOfEventHappens() throws {
    let seen = Set(try Exported.town().events.compactMap(\.kind))
    // Of breaks put off the town has none.
    #expect(EventKind.allCases.filter { !seen.contains($0) } == [.breakPostponed])
  }

  @Test func everyContactAndIncidentHasOneRow() throws {
    let town = try Exported.town()
    let tables = try Exported.townTables()
    let offered = town.events.filter {
      [.contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred].contains($0.kind)
    }
    #expect(tables.contacts.compactMap { UInt32($0["contact"] ?? "") }.sorted() == offered.map(\.subject).sorted())
    let opened = town.events.filter { $0.kind == .incidentOpened }
    #expect(tables.incidents.compactMap { UInt32($0["incident"] ?? "") }.sorted() == opened.map(\.subject).sorted())
    #expect(tables.events.count == town.events.count)
    for table in [tables.events, tables.contacts, tables.incidents] {
      #expect(Set(table.map(\.count)).count == 1)
    }
  }

  @Test func rowsAgreeWithEachOther() throws {
    let tables = try Exported.townTables()
    let contacts = Dictionary(uniqueKeysWithValues: tables.contacts.map { ($0["contact"] ?? "", $0) })
    let incidents = tables.incidents
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
    // Nobody rings by being handed on, or by being called back with news.
    let madeByOthers = contacts.values.filter { $0["follows"] != "" || $0["transferredFrom"] != "" }
    #expect(madeByOthers.allSatisfy { $0["rangAbout"] == "" } && !madeByOthers.isEmpty)
    let rings = contacts.values.filter { row in row["rangAbout"] != "" && row["redialOf"] == "" }
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
    let contacts = try Exported.townTables().contacts
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
    let incidents = try Exported.townTables().incidents
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
    let kinds = Dictionary(uniqueKeysWithValues: ExportKind.all.map { ($0.name, $0) })
    let lines = try town.ndjson().split(separator: "\n")
    #expect(lines.count == town.events.count)
    let table = try Exported.townTables().events
    // Gathered, because expecting each by itself takes longer than all the rest.
    var wrong: [Substring] = []
    for (number, line) in lines.enumerated() {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let kind = try #require(kinds[object["kind"] as? String ?? ""])
      let known = Set(ExportField.all(of: kind).map(\.name) + ["sequence", "time", "ms", "kind"])
      // The table says the same.
      let row = table[number].filter { $0.value != "" }
      let isSame = object.allSatisfy { key, value in (value as? String).map { row[key] == $0 } ?? (row[key] != nil) }
      if !isSame || row.count != object.count || !known.isSuperset(of: object.keys) { wrong.append(line) }
    }
    #expect(wrong == [])
  }

  @Test func bothObjectCentricLogsAreTheSameAndSound() throws {
    let town = try Exported.town()
    let log = try OCELLog(json: town.ocel(.json))
    #expect(try OCELLog(xml: town.ocel(.xml)) == log)
    #expect(log.listed == log.objects.count + log.events.count)
    #expect(log.events.count == town.events.count)
    #expect(Set(log.objects.values.map(\.type)) == ["contact", "caller", "handler", "unit", "incident", "surge"])
    #expect(Set(log.eventTypes.keys) == Set(ExportKind.all.map(\.name)))

    var mentioned: Set<String> = []
    var wrong: [String] = []
    for (types, things) in [(log.objectTypes, log.objects), (log.eventTypes, log.events)] {
      for (name, thing) in things {
        let type = try #require(types[thing.type])
        let kinds = Dictionary(uniqueKeysWithValues: type.map { ($0[0], $0[1]) })
        wrong += thing.attributes.filter { !isValue($0[1], of: kinds[$0[0]]) }.map { "\(name): \($0)" }
        wrong += thing.relations.filter { log.objects[$0[0]] == nil }.map { "\(name): \($0) is not there" }
        // Readers join by both names, so a pair must not come twice; and an event without an object would be left out.
        if Set(thing.relations.map { $0[0] }).count != thing.relations.count { wrong.append("\(name): twice") }
        if thing.time == nil { continue }
        if thing.relations.isEmpty { wrong.append("\(name): no object") }
        mentioned.formUnion(thing.relations.map { $0[0] })
      }
    }
    #expect(wrong == [])
    #expect(Set(log.objects.keys).subtracting(mentioned) == [])
    let qualifiers = Set(log.objects.values.flatMap { $0.relations.map { $0[1] } })
    #expect(
      qualifiers == [
        "made by", "redial of", "about", "answered by", "opened from", "attended by", "follows from", "handed on from",
        "concerns",
      ])
    let eventQualifiers = Set(log.events.values.flatMap { $0.relations.map { $0[1] } })
    #expect(qualifiers.union(eventQualifiers) == Set(OCELQualifier.allCases.map(\.rawValue)))
  }

  /// What came about in a run is dated by an event of the object at that moment; only what always was has no date of its own.
  @Test func whatBecomesOfObjectsIsDatedByEvents() throws {
    let town = try Exported.town()
    let log = try OCELLog(json: town.ocel(.json))
    var moments: [String: Set<String>] = [:]
    for event in log.events.values {
      for relation in event.relations { moments[relation[0], default: []].insert(event.time ?? "") }
    }
    let beginning = "1970-01-01T00:00:00Z"
    var wrong: [String] = []
    var dated: Set<String> = []
    for (name, object) in log.objects {
      for attribute in object.attributes where attribute[2] != beginning {
        dated.insert("\(object.type) \(attribute[0])")
        if moments[name]?.contains(attribute[2]) != true { wrong.append("\(name): \(attribute)") }
      }
    }
    #expect(wrong == [])
    #expect(
      dated == [
        "contact channel", "contact end", "contact outcome", "contact wait", "contact handling", "contact wrapUp",
        "contact callback", "contact survey", "contact interrupted", "incident grade", "incident end",
        "incident response", "incident arrests", "incident rings",
      ])
    let undated = log.objects.values.flatMap { object in
      object.attributes.filter { $0[2] == beginning }.map { "\(object.type) \($0[0])" }
    }
    let known = [
      "contact end", "contact outcome", "contact wait", "contact handling", "contact wrapUp", "contact callback",
      "contact survey", "contact interrupted", "incident end", "incident response",
    ]
    #expect(Set(undated).isDisjoint(with: known))
  }

  /// Whether a text is a value of a kind; of an attribute that its type does not have, nothing is.
  private func isValue(_ text: String, of kind: String?) -> Bool {
    switch kind {
    case "integer": Int(text) != nil
    case "float": Double(text) != nil
    case "boolean": text == "true" || text == "false"
    case "string": text != ""
    default: false
    }
  }

  @Test func howEventsAreCutUpChangesNothing() throws {
    var town = Exported(plan: try Exported.town().plan, events: Array(try Exported.town().events.prefix(2_000)))
    let whole = (try town.csv(), try town.ndjson(), try town.ocel(.json))
    town.step = 7
    #expect(try town.csv() == whole.0)
    #expect(try town.ndjson() == whole.1)
    #expect(try town.ocel(.json) == whole.2)
  }
}
