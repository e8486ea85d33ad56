import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@Suite("Reading how contacts come to handlers")
struct RoutingTests {
  private static let files = ["s.json5": text]

  private static let text = """
    {
      calendar: { start: "2022-07-22T07:00", days: 1 },
      channels: {
        "999": {
          arrivals: { perYear: 1000 }, handling: { constant: "1m" },
          preempts: ["online", "live-chat"], headStart: "30s", waitWeight: 2,
          overflow: { after: "2m", teams: ["chat"] },
        },
        "101": { arrivals: { perYear: 1000 }, handling: { constant: "1m" }, leavesFree: 2 },
        "live-chat": { kind: "chat", arrivals: { perYear: 1000 }, handling: { constant: "1m" } },
        online: { kind: "deferred", arrivals: { perYear: 1000 }, handling: { constant: "1m" } },
      },
      shifts: { all: { start: "07:00", length: "24h" } },
      teams: {
        contact: { answers: ["101", "online"], staff: { all: 4 } },
        chat: { answers: ["live-chat", "999", "online"], staff: { all: 3 } },
      },
      surges: {
        "all hands": { channel: "101", over: 10, for: "2m", until: 3, borrows: ["chat"] },
        soon: { channel: "999", over: 5, borrows: ["chat"] },
      },
    }
    """

  @Test func everyKeyIsRead() throws {
    let scenario = try read(Self.files)
    #expect(scenario.warnings == [])
    #expect(
      scenario.scenario.channels[0].routing
        == Channel.Routing(
          preempts: ["online", "live-chat"], headStart: 30 * .second, waitWeight: 2,
          overflow: .init(after: 2 * .minute, teams: ["chat"])))
    #expect(scenario.scenario.channels[1].routing == Channel.Routing(leavesFree: 2))
    #expect(scenario.scenario.channels[2].routing == Channel.Routing())
    #expect(
      scenario.scenario.surges == [
        Surge(id: "all hands", channel: "101", over: 10, lasting: 2 * .minute, until: 3, teams: ["chat"]),
        Surge(id: "soon", channel: "999", over: 5, lasting: 0, until: 2, teams: ["chat"]),
      ])
  }

  @Test(arguments: slips + unfollowed)
  func aSlipIsReported(_ slip: Malformed) { slip.check() }

  /// An old text, a new one, a path, parts of a message and of a remedy.
  private static func made(
    _ slips: [(String, String, String, String, String)], severity: Problem.Severity = .error
  ) -> [Malformed] {
    slips.map { slip in
      var made = Malformed(slip.0, slip.1, slip.2, slip.3, slip.4, severity: severity)
      made.fixture = files
      return made
    }
  }

  static let slips = made([
    ("[\"online\", \"live", "[§\"onlin\", \"live", "channels.999.preempts.0", "no channel “onlin”", "“online”?"),
    ("[\"online\", \"live-chat\"]", "§[\"999\"]", "channels.999.preempts", "cannot preempt itself", "deferred"),
    ("[\"online\", \"live-chat\"]", "§\"online\"", "channels.999.preempts", "text", "a list of channels"),
    ("headStart: \"30s\"", "headStart: §-30", "channels.999.headStart", "negative", "0 or more"),
    ("waitWeight: 2", "waitWeight: §0", "channels.999.waitWeight", "not allowed", "above 0"),
    ("{ after: \"2m\"", "{ after: §0", "channels.999.overflow.after", "zero is not allowed", "more than 0"),
    ("{ after: \"2m\", teams", "§{ teams", "channels.999.overflow.after", "needs “after”", "add after"),
    ("teams: [\"chat\"]", "teams: [§\"chats\"]", "channels.999.overflow.teams.0", "no team “chats”", "“chat”?"),
    ("teams: [\"chat\"]", "teams: §[]", "channels.999.overflow.teams", "empty", "give 1 to 1000"),
    ("leavesFree: 2", "leavesFree: §2.5", "channels.101.leavesFree", "not a whole number", "0 to 10000"),
    ("channel: \"101\"", "channel: §\"102\"", "surges.all hands.channel", "no channel “102”", "“101”?"),
    ("until: 3", "until: §11", "surges.all hands.until", "released while too many wait", "at most 10"),
    ("over: 10", "over: §-1", "surges.all hands.over", "too small", "0 to"),
    ("for: \"2m\"", "§four: \"2m\"", "surges.all hands.four", "no key “four”", "“for”?"),
    (
      "borrows: [\"chat\"]", "borrows: [\"chat\", §\"chat\"]", "surges.all hands.borrows.1", "listed twice",
      "list each team once"
    ),
    ("borrows: [\"chat\"]", "borrows: §7", "surges.all hands.borrows", "a number", "a list of teams"),
  ])

  /// Rules that change nothing.
  static let unfollowed = made(
    [
      (
        "preempts: [\"online\", \"live-chat\"], headStart: \"30s\"", "preempts: [§\"101\"], headStart: \"30s\"",
        "channels.999.preempts.0", "no team that takes “999” works on “101”", "answers of a team"
      ),
      ("leavesFree: 2", "leavesFree: §4", "channels.101.leavesFree", "no team has more than 4 heads", "fewer free"),
    ], severity: .warning)
}
