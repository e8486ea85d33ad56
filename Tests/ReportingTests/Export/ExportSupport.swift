import Foundation
import FoundationXML
import Testing
import Watchroom

@testable import Export

/// Keeps the pieces of an export.
final class Pieces {
  private(set) var text = ""
  private(set) var count = 0

  var sink: ExportSink {
    { [self] piece in
      text += piece
      count += 1
    }
  }
}

/// What a run comes to in each format, handed over `step` events at a time.
struct Exported: Sendable {
  let plan: Plan
  let events: [Event]
  var step = 1_000

  func csv() throws -> (events: String, contacts: String, incidents: String) {
    let pieces = (Pieces(), Pieces(), Pieces())
    var export = try CSVExport(plan: plan, events: pieces.0.sink, contacts: pieces.1.sink, incidents: pieces.2.sink)
    try goThrough { try export.fold($0) }
    try export.finish()
    return (pieces.0.text, pieces.1.text, pieces.2.text)
  }

  func ndjson() throws -> String {
    let pieces = Pieces()
    var export = NDJSONExport(plan: plan, to: pieces.sink)
    try goThrough { try export.fold($0) }
    try export.finish()
    return pieces.text
  }

  func ocel(_ format: OCELFormat) throws -> String {
    let pieces = Pieces()
    try OCELExport(plan: plan, format: format).write(to: pieces.sink, goThrough)
    return pieces.text
  }

  private func goThrough(_ body: (Span<Event>) throws -> Void) throws {
    for start in stride(from: 0, to: events.count, by: step) {
      try body(Array(events[start..<min(start + step, events.count)]).span)
    }
  }
}

extension Exported {
  /// The committed ledger of a Friday of contacts.
  static func fixture() throws -> Exported { try recorded.get() }

  private static let recorded = Result { () throws -> Exported in
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reader = try LedgerReader(path: tests.appendingPathComponent("LedgerTests/Fixtures/contacts.ledger").path)
    var events: [Event] = []
    try reader.forEachBlock { block in for index in block.indices { events.append(block[index]) } }
    let read = try ScenarioReader.read(path: "s", files: MemoryFiles(["s": reader.header.scenario, "notes.csv": ""]))
    return Exported(plan: Plan(read.scenario), events: events)
  }

  /// A busy day with everything there is: front stages, diversions, redials, chats, breaks, incidents from calls early and
  /// late and from logs, appointments, regradings, rings, units, custody, dispatchers, and a trace that names callers.
  static func town() throws -> Exported { try simulated.get() }

  /// Its tables, made once.
  static func townTables() throws -> Tables { try tables.get() }

  private static let tables = Result { () throws -> Tables in
    let csv = try town().csv()
    return Tables(events: rows(csv.events), contacts: rows(csv.contacts), incidents: rows(csv.incidents))
  }

  private static let simulated = Result { () throws -> Exported in
    let read = try ScenarioReader.read(
      path: "town", files: MemoryFiles(["town": townText, "front-desk.csv": frontDesk]))
    let plan = Plan(read.scenario)
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in for index in block.indices { events.append(block[index]) } }) {}
    return Exported(plan: plan, events: events)
  }

  private static let frontDesk = #"""
    time,outcome,caller
    2022-07-22T07:10,visit,"O'Hara, ""Jo"""
    2022-07-22T09:00,,
    2022-07-22T10:00,visit,Ann
    """#

  private static let townText = """
    {
      name: "town",
      calendar: { start: "2022-07-22T07:00", days: 1, timeZone: "Europe/London" },
      channels: {
        "999": {
          arrivals: { perYear: 200000 }, patience: { exponential: { mean: "2m" } },
          front: { operator: { takes: { constant: "5s" }, counts: true }, ivr: { contains: 0.1, divertsTo: { chat: 0.1 } } },
          handling: { exponential: { mean: "4m" } }, wrapUp: { exponential: { mean: "1m" } },
          outcomes: {
            P1: { share: 0.2, opens: { exponential: { mean: "3m" } } }, P2: { share: 0.2 }, visit: { share: 0.1, grade: "P3" },
            stray: { share: 0.1, followUps: { report: { probability: 0.5, after: { exponential: { mean: "1h" } } } } },
            complex: { share: 0.1, transfer: { to: "chat", warm: { constant: "40s" } } },
          },
          redial: { probability: 0.8, after: { exponential: { mean: "3m" } }, to: "999", atMost: 3 },
          preempts: ["report"], overflow: { after: "30s", teams: ["chat"] },
          callback: { whenWaiting: 1, accepts: 0.3, dialling: { constant: "20s" }, reached: 0.8 },
          survey: { sample: 0.5, replies: 0.5, satisfied: 0.9, halfLife: "5m" },
        },
        chat: {
          kind: "chat", arrivals: { perYear: 20000 }, handling: { exponential: { mean: "6m" } },
          patience: { exponential: { mean: "4m" } },
        },
        report: {
          kind: "deferred", arrivals: { perYear: 20000 }, handling: { exponential: { mean: "20m" } },
          wrapUp: { exponential: { mean: "5m" } },
        },
        desk: {
          kind: "visit", arrivals: { trace: "front-desk.csv" }, handling: { constant: "6m" },
          outcomes: { visit: { share: 0.5, grade: "P3" } },
        },
      },
      shifts: { day: { start: "07:00", length: "10h", breaks: [ { after: "3h", length: "30m" } ] } },
      teams: {
        contact: { answers: ["999", "desk", "report"], staff: { day: 5 } },
        chat: { answers: ["chat"], concurrency: 2, slowdown: [1, 1.3], staff: { day: 1 } },
      },
      attendance: 0.8,
      surges: { rush: { channel: "999", over: 2, borrows: ["chat"] } },
      response: {
        clock: "answer",
        grades: {
          P1: { within: "15m", priority: 100, blueLight: true, preempts: ["P2"], preemptsAtScene: ["P2"], units: [0.5, 0.5],
                cancelled: { share: 0.1, after: { exponential: { mean: "10m" } } } },
          P2: { within: "1h", regrade: { to: "P3", share: 0.5, after: { constant: "20m" } },
                resolved: { share: 0.1, after: { constant: "30m" } },
                ringsAgain: { channel: "999", probability: 0.9, after: { constant: "10m" }, atMost: 2 } },
          P3: { within: "2d", attendedBy: "diary", appointment: { constant: "3h" } },
        },
        scene: {
          P1: { takes: { exponential: { mean: "30m" } }, paperwork: { constant: "20m" }, arrests: 0.3 },
          P2: { takes: { exponential: { mean: "30m" } } }, P3: { takes: { constant: "20m" } },
        },
        areas: { Town: { latitude: 52.48, longitude: -1.89, squareKilometres: 100 } },
        hubs: { Park: { latitude: 52.5, longitude: -1.9, officers: { day: 9 }, diary: { day: 2 } } },
        crews: { single: 0.3 }, minimumOfficers: { day: 8 },
        travel: { mobilisation: { constant: "60s" } },
        custody: { suites: { Cells: { latitude: 52.51, longitude: -1.9 } }, takes: { constant: "1h" } },
        dispatchers: { staff: { day: 2 }, takes: { constant: "60s" } },
        logs: { alarms: { arrivals: { perYear: 9000 }, grades: { P1: 0.5, P2: 0.5 } } },
      },
    }
    """
}

/// Tables by rows, each by the names of its columns.
struct Tables {
  var events: [[String: String]]
  var contacts: [[String: String]]
  var incidents: [[String: String]]
}

/// The cells of a table by RFC 4180, read by other code than wrote them.
func cells(_ text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  var rest = text.unicodeScalars.makeIterator()
  var next = rest.next()
  while let scalar = next {
    next = rest.next()
    switch scalar {
    case "\"" where isQuoted && next == "\"":
      cell += "\""
      next = rest.next()
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
    case "\n" where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
      rows.append([])
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return rows.dropLast()
}

/// The rows of a table by the names of its columns.
func rows(_ text: String) -> [[String: String]] {
  let all = cells(text)
  // A row of another length shows as one of other columns.
  return all.dropFirst().map { Dictionary(zip(all[0], $0)) { first, _ in first } }
}

/// An object-centric event log, as far as it matters here, read by other code than wrote it.
struct OCELLog: Equatable {
  struct Thing: Equatable {
    var type: String
    var time: String?
    /// Name, value, and of an object since when.
    var attributes: [[String]] = []
    /// The other object, and the qualifier.
    var relations: [[String]] = []
  }

  /// The attributes of each type, name and kind.
  var objectTypes: [String: [[String]]] = [:]
  var eventTypes: [String: [[String]]] = [:]
  var objects: [String: Thing] = [:]
  var events: [String: Thing] = [:]
  /// How many objects and events were listed, those of one name counted as often as they were.
  var listed = 0

  /// From the standard's JSON.
  init(json text: String) throws {
    func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }
    func strings(_ value: [String: Any], _ keys: [String]) throws -> [String] {
      try keys.map { try #require(value[$0] as? String) }
    }
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    func types(_ key: String) throws -> [String: [[String]]] {
      try list(document[key]).reduce(into: [:]) { types, type in
        types[try #require(type["name"] as? String)] = try list(type["attributes"]).map {
          try strings($0, ["name", "type"])
        }
      }
    }
    objectTypes = try types("objectTypes")
    eventTypes = try types("eventTypes")
    for value in try list(document["objects"]) {
      let name = try strings(value, ["id", "type"])
      objects[name[0]] = Thing(
        type: name[1], attributes: try list(value["attributes"]).map { try strings($0, ["name", "value", "time"]) },
        relations: try list(value["relationships"]).map { try strings($0, ["objectId", "qualifier"]) })
      listed += 1
    }
    for value in try list(document["events"]) {
      let name = try strings(value, ["id", "type", "time"])
      events[name[0]] = Thing(
        type: name[1], time: name[2],
        attributes: try list(value["attributes"]).map { try strings($0, ["name", "value"]) },
        relations: try list(value["relationships"]).map { try strings($0, ["objectId", "qualifier"]) })
      listed += 1
    }
  }

  /// From the standard's XML.
  init(xml text: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
    self = reader.log
  }

  private init() {}

  private final class Reader: NSObject, XMLParserDelegate {
    var log = OCELLog()
    private var path: [String] = []
    private var name = ""
    private var thing = Thing(type: "")
    private var types: [[String]] = []
    private var attribute: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      path.append(element)
      text = ""
      switch element {
      case "object-type", "event-type":
        name = attributes["name"] ?? "?"
        types = []
      case "object", "event":
        name = attributes["id"] ?? "?"
        thing = Thing(type: attributes["type"] ?? "?", time: attributes["time"])
      case "attribute":
        attribute = [attributes["name"] ?? "?", attributes["type"] ?? ""] + [attributes["time"]].compactMap(\.self)
      case "relationship":
        thing.relations.append([attributes["object-id"] ?? "?", attributes["qualifier"] ?? "?"])
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
      path.removeLast()
      switch element {
      case "attribute" where path.contains("object-type") || path.contains("event-type"): types.append(attribute)
      case "attribute":
        attribute[1] = text
        thing.attributes.append(attribute)
      case "object-type": log.objectTypes[name] = types
      case "event-type": log.eventTypes[name] = types
      case "object":
        log.objects[name] = thing
        log.listed += 1
      case "event":
        log.events[name] = thing
        log.listed += 1
      default: break
      }
    }
  }
}
