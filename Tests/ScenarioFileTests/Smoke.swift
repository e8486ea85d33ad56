import Testing
import ScenarioFile
@Test func smoke() throws {
  let f = MemoryFiles(["a/s.json5": """
    { name: "West Midlands Police, 2021–22",
      calendar: { start: "2022-07-22T07:00", days: 1, timeZone: "Europe/London", warmUp: "1d", drain: "0s", interval: "1h" },
      channels: {
        "999": {
          kind: "call",
          arrivals: { perYear: 885504, dayOfWeek: { mon: 1.0 }, month: { jul: 1.1 }, busyness: { day: 0.08, interval: 0.10, correlation: 0.6 } },
          front: { operator: { takes: { constant: "5s" } }, ivr: { takes: {constant: 0}, contains: 0.10, divertsTo: { "live-chat": 0.05 } } },
          priority: 100, patience: { weibull: { mean: "7m", shape: 0.8 } },
          handling: { lognormal: { mean: "233s", cv: 0.9 } }, wrapUp: { exponential: { mean: "90s" } },
          outcomes: { record: { share: 0.20 }, resolved: { share: 0.46 }, P1: { share: 0.19 }, P2: { share: 0.06 }, P3: { share: 0.09 } },
          redial: { probability: 0.8, after: { lognormal: { mean: "2m", cv: 1 } }, to: "999", atMost: 5 },
          target: { share: 0.90, within: "10s", shortAbandon: "5s" },
        },
        "101": { arrivals: { trace: "t.csv" }, handling: { gamma: {mean: 10, cv: 1}}},
        "live-chat": { kind: "chat", arrivals: { perYear: 10 }, handling: { gamma: {mean: 10, cv: 1}}},
      },
      shifts: { earlies: { start: "07:00", length: "8h", breaks: [ { after: "3h30m", length: "30m" } ] } },
      teams: {
        emergency: { answers: ["999"], staff: { earlies: 8 }, costPerHour: 18 },
        contact:   { answers: ["999", "101"], staff: { earlies: { mon: 30, sat: 24 } } },
        chat:      { answers: ["live-chat"], concurrency: 2, slowdown: [1, 1.2], staff: { csv: "r.csv" } },
      },
      attendance: 0.891,
      expect: { "999 answered in 10 s": { metric: "channels.999.serviceLevel.ofOffered", atLeast: 0.90 } },
    }
    """, "a/t.csv": "time,handling\n2022-07-22T08:00,3m\n2022-07-22T09:00,\n", "a/r.csv": "handler,start,end\nx,2022-07-22T08:00,2022-07-22T09:00\n"])
  do {
  let r = try ScenarioReader.read(path: "a/s.json5", settings: ["calendar.days=2"], files: f)
  print(r.scenario, r.warnings, r.digest, r.resolvedText)
  } catch { print(error); throw error }
}
