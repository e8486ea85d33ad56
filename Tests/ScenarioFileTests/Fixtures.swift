import ContactCentre
import Reading
import ScenarioFile
import Testing

/// A scenario that uses every feature once, and its files. Malformed ones are made from it by changing one thing.
enum Fixture {
  static let scenario = """
    {
      name: "Valley Police",
      calendar: { start: "2022-07-22T07:00", days: 2, timeZone: "Europe/London", warmUp: "1d", drain: "2h", interval: "30m", holidays: ["2022-08-29", "2022-05-02"] },
      channels: {
        "999": {
          kind: "call",
          arrivals: {
            perYear: 885504,
            hourOfDay: [3, 2, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 4, 4],
            dayOfWeek: { mon: 1.1, sun: 0.9 },
            month: { jul: 1.2 },
            busyness: { day: 0.08, interval: 0.1, correlation: 0.6 },
          },
          front: {
            operator: { takes: { constant: "5s" }, counts: true },
            ivr: { contains: 0.1, divertsTo: { chat: 0.05 } },
          },
          priority: 100,
          patience: { weibull: { mean: "7m", shape: 0.8 } },
          handling: { lognormal: { mean: "233s", cv: 0.9 } },
          wrapUp: { exponential: { mean: "90s" } },
          outcomes: { P1: { share: 0.2 }, resolved: { share: 0.7 } },
          redial: { probability: 0.8, after: { gamma: { mean: "2m", cv: 1 } }, to: "101", atMost: 4 },
          target: { share: 0.9, within: "10s", shortAbandon: "5s" },
        },
        "101": {
          arrivals: { trace: "night.csv" },
          patience: { mixture: [{ weight: 0.3, never: {} }, { weight: 0.7, uniform: { min: "10s", max: "5m" } }] },
          handling: { empirical: { csv: "observed.csv" } },
          wrapUp: { empirical: { values: [30, "10s", 20] } },
          outcomes: { resolved: { share: 1 } },
        },
        chat: {
          kind: "chat",
          arrivals: { perYear: 50000, byHourOfWeek: [\(Array(repeating: "1", count: 168).joined(separator: ","))] },
          patience: { empirical: { quantiles: [[0, 10], [0.5, "60s"], [1, 600]] } },
          handling: { lognormal: { median: "8m", sigma: 0.5 } },
        },
      },
      shifts: {
        earlies: { start: "07:00", length: "8h", breaks: [{ after: "4h", length: "30m" }, { after: "2h", length: "15m", spread: "1h" }] },
        nights: { start: "22:00", length: "9h" },
      },
      teams: {
        emergency: { answers: ["999"], staff: { earlies: 8, nights: { mon: 6, sat: 9 } }, costPerHour: 18.5 },
        contact: { answers: ["999", "101"], staff: { csv: "roster.csv" }, attendance: 0.8 },
        messages: { answers: ["chat"], concurrency: 2, slowdown: [1, 1.2], staff: { byHour: [\(byHour)] } },
        desk: { answers: ["101", "999"], staff: { csv: "grid.csv" }, attendance: 0.8 },
      },
      attendance: 0.875,
      expect: {
        "999 in 10 s": { metric: "channels.999.serviceLevel.ofOffered", atLeast: 0.9 },
        cheap: { metric: "cost.total", atMost: 1e6 },
        busy: { metric: "teams.contact.occupancy", atMost: 0.85 },
      },
    }
    """

  static let byHour = (1...24).map(String.init).joined(separator: ", ")

  static let trace = """
    time,handling,wrapUp,patience,outcome,caller,latitude,longitude
    2022-07-22T07:00,3m,10,5m,resolved,c1,52.5,-1.9
    2022-07-22T07:00:30,,,,,,,
    2022-07-22T09:15:00.250+01:00,"185.5",0,600,resolved,"Smith, J",52.4,-1.8
    """

  static let roster = """
    handler,start,end,team
    ann,2022-07-22T07:00,2022-07-22T15:00,contact
    bob,2022-07-22T07:00,2022-07-22T15:00,emergency
    ann,2022-07-22T15:00,2022-07-22T19:00,contact
    cat,2022-07-23T22:00,2022-07-24T07:00,contact
    dan,2022-07-21T07:00,2022-07-21T15:00,contact
    """

  static let grid =
    "start,mon,tue,wed,thu,fri,sat,sun\n"
    + (0..<48).map { "\($0 < 20 ? "0" : "")\($0 / 2):\($0 % 2 == 0 ? "00" : "30"),1,2,3,4,5,6,\($0)\n" }.joined()

  static let observed = """
    seconds
    120
    1m30s
    45.5
    """

  static let files = [
    "s.json5": scenario, "night.csv": trace, "roster.csv": roster, "grid.csv": grid, "observed.csv": observed,
  ]

  /// The whole fixture with one of its files changed.
  static func files(changing name: String, _ change: (String) -> String) -> [String: String] {
    var files = files
    files[name] = change(files[name] ?? "")
    return files
  }

  /// The least that is a scenario, with more channel keys or top-level keys if wanted.
  static func least(channel: String = "", calendar: String = "", top: String = "") -> String {
    """
    { calendar: { start: "2022-07-22T07:00", \(calendar) },
      channels: { "999": { arrivals: { perYear: 1 }, handling: { constant: 60 }, \(channel) } },
      teams: { a: { answers: ["999"], staff: { byHour: [\(byHour)] } } }, \(top) }
    """
  }
}

/// Reads `s.json5` from texts. What is read without an error has no faults, whatever a test is about.
func read(
  _ files: [String: String], overlays: [String] = [], settings: [String] = []
) throws(ScenarioError) -> ReadScenario {
  let read = try ScenarioReader.read(
    path: "s.json5", overlays: overlays, settings: settings, files: MemoryFiles(files))
  #expect(read.scenario.faults() == [])
  return read
}

/// Reads one text as a scenario.
func read(_ text: String, settings: [String] = []) throws(ScenarioError) -> ReadScenario {
  try read(["s.json5": text], settings: settings)
}

/// Everything said about files: the warnings of a scenario, or the problems that stopped it.
func problems(_ files: [String: String], overlays: [String] = [], settings: [String] = []) -> [Problem] {
  do {
    return try read(files, overlays: overlays, settings: settings).warnings
  } catch {
    return error.problems
  }
}
