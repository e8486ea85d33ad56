import Foundation
import Testing
import Watchroom

@testable import Export

/// A short night made by hand, with names that are hard to write, and what it must look like to the last character.
@Suite struct HandmadeExportTests {
  /// 01:59 British Summer Time on the morning the clocks go back: a minute later it is 01:00 again.
  private static let start: Milliseconds = 1_667_091_540_000

  private static let plan: Plan = {
    let london = ZoneRules(
      name: "Europe/London", initialOffset: .hour, transitions: [.init(instant: 1_667_091_600_000, offset: 0)])
    let flat = ArrivalProfile(perYear: 1)
    return Plan(
      Scenario(
        name: "hand", calendar: ScenarioCalendar(start: start, days: 1, zone: london),
        channels: [
          Channel(
            id: "9,9\"9", arrivals: .profile(flat),
            front: [
              FrontStage(id: "menu", divertsTo: [.init(to: "late\nnight", share: 0.1)]),
              FrontStage(id: "<ring>", counts: true),
            ],
            handling: .constant(60), outcomes: [.init(name: "P&1", share: 0.5, grade: "P&1")],
            redial: .init(probability: 1, after: .constant(60), to: "9,9\"9", atMost: 2)),
          Channel(id: "late\nnight", arrivals: .profile(flat), handling: .constant(60)),
        ],
        teams: [Team(id: "räv 'n' \u{1F98A}", answers: ["9,9\"9", "late\nnight"], staff: .shifts([]))],
        response: Response(
          clock: .arrival,
          grades: [
            Grade(id: "P&1", within: .hour, scene: .constant(60)),
            Grade(id: "\\2", within: .hour, scene: .constant(60)),
          ],
          areas: [], hubs: [Hub(id: "</log>", location: Location(latitude: 52, longitude: -2), officers: .shifts([]))],
          custody: Custody(
            suites: [.init(id: "]]>", location: Location(latitude: 52, longitude: -2))], takes: .constant(60)),
          dispatchers: DispatchDesk(staff: .shifts([]), takes: .constant(1)))))
  }()

  private static let events: [Event] = [
    .handlerSignedOn(at: 0, duty: 0, handler: 0, team: 0, length: Event.endless, shift: Event.noShift),
    .handlerSignedOn(at: 0, duty: 1, handler: 1, team: 1, length: 28_800_000, shift: Event.noShift),
    .handlerAbsent(at: 0, duty: 2, team: 0, length: 28_800_000),
    .unitSignedOn(
      at: 0, duty: 3, unit: 7, hub: 0, crew: UnitCrew(officers: 2, onOvertime: 1, role: .response), length: 28_800_000,
      shift: Event.noShift, turn: 0),
    .contactArrived(at: 1_000, contact: 0, channel: 0, cell: 5, index: 2),
    .frontStageEntered(at: 1_000, contact: 0, stage: 0, duration: 1_500),
    .frontStageEntered(at: 2_500, contact: 0, stage: 1, duration: 2_000),
    .frontPassed(at: 4_500, contact: 0),
    .contactQueued(at: 4_500, contact: 0, patience: 5_050),
    .contactArrived(at: 5_000, contact: 1, channel: 0, cell: 5, index: 3),
    .frontStageEntered(at: 5_000, contact: 1, stage: 0, duration: 10),
    .contactDiverted(at: 5_010, contact: 1, channel: 1, stage: 0),
    .contactQueued(at: 5_010, contact: 1, patience: Event.endless),
    .contactAbandoned(at: 9_550, contact: 0, willRedial: true),
    .redialScheduled(at: 9_550, contact: 0, channel: 0, delay: 60_000),
    .contactRedialled(at: 69_550, contact: 2, channel: 0, previous: 0, attempt: 1),
    .frontStageEntered(at: 69_550, contact: 2, stage: 0, duration: 0),
    .frontStageEntered(at: 69_550, contact: 2, stage: 1, duration: 450),
    .frontPassed(at: 70_000, contact: 2),
    .contactAnswered(at: 70_000, contact: 2, handler: 0, work: 50_000),
    .handlingEnded(at: 120_000, contact: 2, handler: 0, wrapUp: 30_000, outcome: 0),
    .incidentOpened(at: 120_000, incident: 0, contact: 2, grade: 0, latitude: 525_000_000, longitude: -18_900_001),
    .incidentAssessed(
      at: 120_000, incident: 0, units: 2, reason: .attended, withdrawal: Event.endless, regrade: 600_000,
      ring: 60_000),
    .wrapUpEnded(at: 150_000, contact: 2, handler: 0),
    .contactRangAgain(at: 180_000, contact: 3, channel: 1, incident: 0, attempt: 1, next: Event.endless),
    .incidentRegraded(at: 720_000, incident: 0, grade: 1),
    .unitAssigned(at: 720_000, unit: 7, incident: 0, handler: 1, duration: 10_000, mobilisation: 90_000),
    .assignmentEnded(at: 730_000, unit: 7, incident: 0, handler: 1),
    .unitMobile(at: 820_000, unit: 7, incident: 0, journey: 60_000),
    .unitAtScene(at: 880_000, unit: 7, incident: 0, duration: 100_000),
    .unitWentToCustody(at: 980_000, unit: 7, incident: 0, suite: 0, journey: 1_000, duration: 61_000),
    .incidentClosed(at: 980_000, incident: 0, end: .attended),
    .unitCleared(at: 1_041_000, unit: 7, incident: 0),
    .incidentLogged(at: 1_041_000, incident: 1, source: 4, cell: 1, index: 0),
  ]

  private static let export = Exported(plan: plan, events: events)

  @Test func contacts() throws {
    let text = try Self.export.csv().contacts
    #expect(
      text == CSVMark.text + """
        contact,channel,callerChannel,callerCell,callerIndex,caller,redialOf,attempt,rangAbout,offered,offeredMs,divertedTo,\
        diverted,divertedMs,"front.9,9""9.menu","front.9,9""9.<ring>",queued,answered,contained,abandoned,handled,wrappedUp,patience,wait,\
        handling,wrapUp,handler,duty,team,outcome,end,incident,follows,transferredFrom,callback,survey,interrupted
        0,"9,9""9","9,9""9",5,2,,,0,,2022-10-30T01:59:01.000+01:00,1000,,,,1.5,2,2022-10-30T01:59:04.500+01:00,,,\
        2022-10-30T01:59:09.550+01:00,,,5.05,7.05,,,,,,,abandoned,,,,,,
        2,"9,9""9","9,9""9",5,2,,0,1,,2022-10-30T01:00:09.550+00:00,69550,,,,0,0.45,,2022-10-30T01:00:10.000+00:00,,,\
        2022-10-30T01:01:00.000+00:00,2022-10-30T01:01:30.000+00:00,,0.45,50,30,0,0,räv 'n' \u{1F98A},P&1,handled,0,,,,,
        1,"9,9""9","9,9""9",5,3,,,0,,2022-10-30T01:59:05.000+01:00,5000,"late
        night",2022-10-30T01:59:05.010+01:00,5010,0.01,,2022-10-30T01:59:05.010+01:00,,,,,,,,,,,,,,,,,,,,
        3,"late
        night","9,9""9",5,2,,,0,0,2022-10-30T01:02:00.000+00:00,180000,,,,,,,,,,,,,,,,,,,,,,,,,,

        """)
  }

  @Test func incidents() throws {
    let text = try Self.export.csv().incidents
    #expect(
      text == CSVMark.text + """
        incident,contact,log,opened,openedMs,firstGrade,grade,latitude,longitude,wanted,appointment,assigned,mobile,atScene,\
        sent,arrived,arrests,closed,end,hub,rings,response,sinceOffered,sinceAnswered,sinceOpened
        0,2,,2022-10-30T01:01:00.000+00:00,120000,P&1,\\2,52.5,-1.8900001,2,,2022-10-30T01:11:00.000+00:00,\
        2022-10-30T01:12:40.000+00:00,2022-10-30T01:13:40.000+00:00,1,1,1,2022-10-30T01:15:20.000+00:00,attended,</log>,1,\
        810.45,810.45,810,760
        1,,4,,,,,,,,,,,,0,0,0,,,,0,,,,

        """)
  }

  /// An incident that is assessed again has a number of units of a later date only if it is another one.
  @Test func unitsWantedAreSaidAgainWhereTheyChange() throws {
    let place = try #require(Self.events.firstIndex { $0.kind == .incidentRegraded })
    func wanted(_ units: UInt8) throws -> [[String]] {
      var events = Self.events
      events.insert(
        .incidentAssessed(
          at: 720_000, incident: 0, units: units, reason: .attended, withdrawal: Event.endless,
          regrade: Event.endless, ring: Event.endless),
        at: place + 1)
      let log = try OCELLog(json: Exported(plan: Self.plan, events: events).ocel(.json))
      return try #require(log.objects["incident:0"]).attributes.filter { $0[0] == "wanted" }
    }
    let first = ["wanted", "2", "1970-01-01T00:00:00Z"]
    #expect(try wanted(2) == [first])
    #expect(try wanted(3) == [first, ["wanted", "3", "2022-10-30T01:11:00.000+00:00"]])
  }

  @Test func eventsAsObjects() throws {
    let lines = try Self.export.ndjson().split(separator: "\n").map(String.init)
    #expect(lines.count == Self.events.count)
    let expected = [
      0: #""ms":0,"kind":"handler signed on","handler":0,"duty":0,"team":"räv 'n' 🦊"}"#,
      1: #""ms":0,"kind":"handler signed on","handler":1,"duty":1,"team":"dispatchers","lasts":28800}"#,
      2: #""ms":0,"kind":"handler absent","duty":2,"team":"räv 'n' 🦊","lasts":28800}"#,
      3:
        #""ms":0,"kind":"unit signed on","unit":7,"unitDuty":3,"hub":"</log>","officers":2,"overtime":1,"role":"response","lasts":28800}"#,
      4: #""ms":1000,"kind":"contact arrived","contact":0,"channel":"9,9\"9","cell":5,"index":2}"#,
      6: #""ms":2500,"kind":"front stage entered","contact":0,"channel":"9,9\"9","stage":"<ring>","lasts":2}"#,
      8: #""ms":4500,"kind":"contact queued","contact":0,"channel":"9,9\"9","patience":5.05}"#,
      11: #""ms":5010,"kind":"contact diverted","contact":1,"channel":"late\nnight","stage":"menu"}"#,
      13: #""ms":9550,"kind":"contact abandoned","contact":0,"channel":"9,9\"9","willRedial":true}"#,
      15: #""ms":69550,"kind":"contact redialled","contact":2,"channel":"9,9\"9","redialOf":0,"attempt":1}"#,
      20:
        #""ms":120000,"kind":"handling ended","contact":2,"channel":"9,9\"9","handler":0,"duty":0,"team":"räv 'n' 🦊","outcome":"P&1","wrapUp":30}"#,
      21:
        #""ms":120000,"kind":"incident opened","incident":0,"contact":2,"grade":"P&1","latitude":52.5,"longitude":-1.8900001}"#,
      22:
        #""ms":120000,"kind":"incident assessed","incident":0,"grade":"P&1","wanted":2,"regradedAfter":600,"ringsAfter":60}"#,
      24:
        #""ms":180000,"kind":"contact rang again","contact":3,"channel":"late\nnight","attempt":1,"incident":0,"grade":"P&1"}"#,
      26:
        #""ms":720000,"kind":"unit assigned","unit":7,"unitDuty":3,"hub":"</log>","incident":0,"grade":"\\2","handler":1,"duty":1,"team":"dispatchers","lasts":10,"mobilisation":90}"#,
      30:
        #""ms":980000,"kind":"unit went to custody","unit":7,"unitDuty":3,"hub":"</log>","incident":0,"grade":"\\2","suite":"]]>","lasts":61,"journey":1}"#,
      33: #""ms":1041000,"kind":"incident logged","incident":1,"cell":1,"index":0,"log":4}"#,
    ]
    for (number, end) in expected { #expect(lines[number].hasSuffix("," + end), "\(lines[number])") }
    #expect(lines[0].hasPrefix(#"{"sequence":0,"time":"2022-10-30T01:59:00.000+01:00","ms":0,"#))
    #expect(lines[33].hasPrefix(#"{"sequence":33,"time":"2022-10-30T01:16:21.000+00:00","ms":1041000,"#))
  }

  @Test func eventsAsRowsSayTheSame() throws {
    let table = rows(try Self.export.csv().events)
    #expect(table[11]["channel"] == "late\nnight" && table[11]["kind"] == "contact diverted")
    #expect(table[30]["suite"] == "]]>" && table[30]["hub"] == "</log>")
    #expect(table[22].filter { $0.value != "" }.count == 9)
    #expect(table[0]["team"] == "räv 'n' \u{1F98A}")
  }

  @Test func namesSurviveTheObjectCentricLogs() throws {
    let log = try OCELLog(json: Self.export.ocel(.json))
    #expect(try OCELLog(xml: Self.export.ocel(.xml)) == log)
    let beginning = "1970-01-01T00:00:00Z"
    #expect(
      log.objects["contact:1"]
        == OCELLog.Thing(
          type: "contact",
          attributes: [
            ["channel", "9,9\"9", beginning], ["channel", "late\nnight", "2022-10-30T01:59:05.010+01:00"],
            ["attempt", "0", beginning],
          ], relations: [["caller:0:5:3", "made by"]]))
    #expect(
      log.objects["incident:0"]
        == OCELLog.Thing(
          type: "incident",
          attributes: [
            ["grade", "P&1", beginning], ["grade", "\\2", "2022-10-30T01:11:00.000+00:00"],
            ["latitude", "52.5", beginning], ["longitude", "-1.8900001", beginning], ["wanted", "2", beginning],
            ["end", "attended", "2022-10-30T01:15:20.000+00:00"],
            ["response", "810.45", "2022-10-30T01:13:40.000+00:00"], ["arrests", "0", beginning],
            ["arrests", "1", "2022-10-30T01:15:20.000+00:00"], ["rings", "0", beginning],
            ["rings", "1", "2022-10-30T01:02:00.000+00:00"],
          ], relations: [["contact:2", "opened from"], ["unit:3", "attended by"]]))
    #expect(
      log.objects["contact:2"]?.attributes == [
        ["channel", "9,9\"9", beginning], ["attempt", "1", beginning],
        ["end", "handled", "2022-10-30T01:01:30.000+00:00"], ["outcome", "P&1", "2022-10-30T01:01:00.000+00:00"],
        ["wait", "0.45", "2022-10-30T01:00:10.000+00:00"], ["handling", "50", "2022-10-30T01:01:00.000+00:00"],
        ["wrapUp", "30", "2022-10-30T01:01:30.000+00:00"],
      ])
    #expect(
      log.objects["contact:2"]?.relations == [
        ["caller:0:5:2", "made by"], ["contact:0", "redial of"], ["handler:0", "answered by"],
      ])
    #expect(log.objects["contact:3"]?.relations == [["caller:0:5:2", "made by"], ["incident:0", "about"]])
    #expect(
      log.events["event:26"]?.relations == [
        ["incident:0", "incident"], ["unit:3", "unit"], ["handler:1", "dispatcher"],
      ])
    #expect(
      log.events["event:15"]
        == OCELLog.Thing(
          type: "contact redialled", time: "2022-10-30T01:00:09.550+00:00",
          attributes: [["channel", "9,9\"9"], ["attempt", "1"]],
          relations: [["contact:2", "contact"], ["caller:0:5:2", "caller"], ["contact:0", "redial of"]]))
    #expect(log.objects["handler:2"]?.attributes == [["team", "räv 'n' \u{1F98A}", beginning]])
  }
}
