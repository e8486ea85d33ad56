/// A scenario whose response uses every feature once, and its files. Malformed ones are made from it by changing one thing.
enum ResponseFixture {
  static let scenario = """
    {
      name: "Hill Police",
      calendar: { start: "2022-07-22T07:00", days: 2, timeZone: "UTC", warmUp: "1d" },
      channels: {
        "999": {
          kind: "deferred", arrivals: { perYear: 885504 },
          handling: { constant: "4m" },
          outcomes: {
            P1: { share: 0.2, opens: { constant: "60s" } },
            burglary: { share: 0.1, grade: "P2" },
            visit: { share: 0.1, grade: "P4" },
            advice: { share: 0.5 },
          },
        },
        "101": { kind: "deferred", arrivals: { perYear: 1000 }, handling: { constant: "6m" } },
      },
      shifts: {
        earlies: { start: "07:00", length: "9h" },
        lates: { start: "14:00", length: "10h" },
        nights: { start: "22:00", length: "9h" },
      },
      teams: {
        contact: {
          answers: ["999", "101"],
          staff: {
            rotation: {
              pattern: ["earlies", "earlies", "lates", "nights", null, null],
              from: "2022-07-18", groups: { A: 20, B: 21, C: 22 },
            },
          },
        },
      },
      response: {
        clock: "arrival",
        policy: "nearest-hub",
        grades: {
          P1: {
            within: "15m", target: 0.9, priority: 100, blueLight: true, preempts: ["P2", "P3"], preemptsAtScene: ["P3"],
            units: [0.5, 0.25, 0.25],
            cancelled: { share: 0.05, after: { exponential: { mean: "10m" } } },
          },
          P2: {
            within: "1h", priority: 50, units: 2, leavesFree: 3,
            resolved: { share: 0.04, after: { constant: "20m" } },
            regrade: { to: "P3", share: 0.1, after: { constant: "2h" } },
            ringsAgain: { channel: "101", probability: 0.3, after: { constant: "30m" }, atMost: 2 },
          },
          P3: { within: "4h" },
          P4: { within: "2d", attendedBy: "diary", appointment: { constant: "1d" } },
        },
        scene: {
          P1: { takes: { exponential: { mean: "45m" } }, paperwork: { constant: "30m" }, arrests: 0.15 },
          P2: { takes: { constant: "40m" } },
          P3: { takes: { constant: "30m" }, arrests: 0 },
          P4: { takes: { constant: "1h" } },
        },
        areas: {
          Birmingham: { latitude: 52.48, longitude: -1.89, squareKilometres: 268, weight: 1144900 },
          Coventry: { latitude: 52.41, longitude: -1.51, weight: 345300 },
          Moor: { latitude: 52.6, longitude: -2 },
        },
        hubs: {
          "Park Lane": {
            latitude: 52.503, longitude: -1.891, costPerHour: 25,
            officers: { earlies: 16, lates: { fri: 18, sat: 20 } }, diary: { earlies: 2 },
          },
          Stechford: { latitude: 52.483, longitude: -1.807, officers: { csv: "officers.csv" } },
          Bloxwich: {
            latitude: 52.616, longitude: -2.004,
            officers: { rotation: { pattern: ["nights", null], from: "2022-07-22", groups: { odd: 7, even: 8 } } },
          },
        },
        crews: { single: 0.11 },
        minimumOfficers: { earlies: 15, nights: 5 },
        rebalance: true,
        travel: {
          blueLight: 60, routine: 30, detour: 1.25,
          hourOfDay: [1, 1, 1, 1, 1, 1, 1, 1.25, 1.5, 1.25, 1, 1, 1, 1, 1, 1, 1.25, 1.5, 1.25, 1, 1, 1, 1, 1],
          variation: 0.3, mobilisation: { exponential: { mean: "90s" } }, matrix: "journeys.csv",
        },
        custody: {
          suites: { "Perry Barr": { latitude: 52.519, longitude: -1.896 }, Oldbury: { latitude: 52.504, longitude: -2.01 } },
          takes: { exponential: { mean: "1h" } },
        },
        dispatchers: { staff: { earlies: 4, lates: 4, nights: 4 }, takes: { constant: "75s" }, costPerHour: 20 },
        logs: {
          alarms: { arrivals: { perYear: 20000, dayOfWeek: { sun: 0.5 } }, grades: { P1: 0.3, P2: 0.7 } },
          partners: { arrivals: { trace: "partners.csv" }, grades: { P3: 1 } },
        },
      },
      expect: { "P1 in time": { metric: "grades.P1.withinTarget", atLeast: 0.9 } },
    }
    """

  static let officers = """
    handler,start,end,team
    ann,2022-07-22T07:00,2022-07-22T16:00,Stechford
    bob,2022-07-22T07:00,2022-07-22T16:00,contact
    ann,2022-07-21T07:00,2022-07-21T16:00,Stechford
    ann,2022-07-23T07:00,2022-07-23T16:00,Stechford
    """

  static let partners = """
    time,outcome,latitude,longitude
    2022-07-22T08:00,P2,52.5,-1.9
    2022-07-22T09:00,,,
    """

  /// Every journey of the scenario, as far as its two names are long.
  static let journeys: String = {
    let (hubs, suites) = (["Park Lane", "Stechford", "Bloxwich"], ["Perry Barr", "Oldbury"])
    let areas = ["Birmingham", "Coventry", "Moor"]
    var rows = ["from,to,routine,blueLight"]
    for (index, area) in areas.enumerated() {
      for place in hubs + areas[index...] + suites { rows.append("\(place),\(area),\(place.count + area.count)m,") }
    }
    for suite in suites { rows += hubs.map { "\(suite),\($0),600,\"5m\"" } }
    return rows.joined(separator: "\n")
  }()

  static let files = [
    "s.json5": scenario, "officers.csv": officers, "partners.csv": partners, "journeys.csv": journeys,
  ]

  /// The whole fixture with one of its files changed.
  static func files(changing name: String, _ change: (String) -> String) -> [String: String] {
    var files = files
    files[name] = change(files[name] ?? "")
    return files
  }
}
