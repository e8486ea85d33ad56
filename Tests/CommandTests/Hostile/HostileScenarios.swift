import Watchroom

/// Scenarios made of hostile bytes: read, and if they can be, made ready and simulated for a while.
enum HostileScenarios {
  /// A small scenario with a bit of everything, to be changed.
  static let base = Array(
    """
    { name: "base", calendar: { start: "2022-07-22T07:00", days: 1, timeZone: "UTC" },
      channels: {
        "999": { arrivals: { perYear: 40000 }, patience: { exponential: { mean: "3m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.9, within: "10s" },
          outcomes: { P1: { share: 0.4 }, advice: { share: 0.6 } },
          redial: { probability: 0.5, after: { constant: "2m" }, to: "101", atMost: 3 } },
        "101": { arrivals: { perYear: 40000 }, handling: { lognormal: { mean: "5m", cv: 1 } },
          front: { ivr: { takes: { constant: "30s" }, contains: 0.1 } } },
      },
      shifts: { early: { start: "07:00", length: "8h", breaks: [{ after: "3h", length: "30m" }] } },
      teams: { desk: { answers: ["999", "101"], staff: { early: 3 } },
        more: { answers: ["101"], staff: { byHour: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1] } } },
      response: { grades: { P1: { within: "15m" } }, scene: { P1: { takes: { exponential: { mean: "1h" } } } },
        areas: { Town: { latitude: 52.48, longitude: -1.89, squareKilometres: 50, weight: 1 } },
        hubs: { Park: { latitude: 52.5, longitude: -1.89, officers: { early: 2 } } } },
    }
    """.utf8)

  /// The words that leave only some callers of it, so that a run takes no time.
  static let fewCallers = ["999", "101"].flatMap { ["--set", "channels.\($0).arrivals.perYear=6000"] }

  /// The setting that expects something of it: figures that are defined in every run or in some, and one without an interval.
  static let expectations = """
    expect={ "in time": { metric: "channels.999.serviceLevel.ofOffered", atLeast: 0.01 },\
     "busy": { metric: "teams.desk.occupancy", atMost: 0.9 },\
     "attended": { metric: "grades.P1.attendedShare", atLeast: 0 },\
     "at eight": { metric: "channels.999.byHour.8.serviceLevel", atLeast: 0 },\
     "longest": { metric: "channels.101.handleTime.p90", atMost: 86400 } }
    """

  /// Reads one, and tells whether it could be read; if so, simulates it.
  static func read(_ files: [String: [UInt8]], overlays: [String] = [], settings: [String] = []) throws -> Bool {
    let read: ReadScenario
    do throws(ScenarioError) {
      read = try ScenarioReader.read(
        path: "s.json5", overlays: overlays, settings: settings, files: MemoryFiles(bytes: files))
    } catch {
      if error.problems.isEmpty { throw HostileInput.Fault("refused without a reason") }
      for problem in error.problems where problem.message.isEmpty || problem.remedy.isEmpty {
        throw HostileInput.Fault("refused without a remedy: \(problem)")
      }
      return false
    }
    simulate(read.scenario)
    // What is read back from what was read is the same.
    var inside = files
    inside["s.json5"] = Array(read.resolvedText.utf8)
    let again = try? ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: inside))
    if files.count == 1, again?.scenario != read.scenario {
      throw HostileInput.Fault("the resolved text says something else")
    }
    return true
  }

  /// Some blocks of events and their figures, if it is not so large that this would take long.
  static func simulate(_ scenario: Scenario) {
    let hours = (scenario.calendar.days + 1) * 24
    guard hours * scenario.channels.count < 500_000 else { return }
    let plan = Plan(scenario)
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    for _ in 0..<3 {
      let goesOn = simulation.advance { events in
        recorder.fold(events)
        digest.fold(events)
      }
      if !goesOn { break }
    }
    let result = ExperimentResult(plan: plan, seed: 1, summary: recorder.finish(), digest: digest)
    _ = JSONReport(result, provenance: Provenance(scenarioDigest: "")).text
    _ = TextReport(result, provenance: Provenance(scenarioDigest: ""), isColoured: false).text
  }
}
