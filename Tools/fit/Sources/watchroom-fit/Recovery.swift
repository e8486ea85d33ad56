import Foundation
import Watchroom

/// Records made by one run of a scenario, what was learned of them, and whether it behaves like the run.
struct Recovery {
  /// One channel's service level.
  struct Level {
    var channel: String
    /// In the run that the records are of.
    var recorded: Double
    /// In runs of the learned scenario: their mean and standard deviation.
    var mean: Double
    var deviation: Double
    /// Half the width of the interval that holds a further run's with 95 %.
    var halfWidth: Double
    /// In many runs of the scenario behind the records.
    var truth: Double

    var isHeld: Bool { (recorded - mean).magnitude <= halfWidth }
  }

  let levels: [Level]
  /// The scenario learned.
  let text: String

  var isHeld: Bool { levels.allSatisfy(\.isHeld) }

  private static let replications = 20
  /// Student's t for 19 degrees of freedom at 97.5 %.
  private static let quantile = 2.093

  init(_ scenario: Scenario, seed: UInt64, jobs: Int) throws {
    let plan = Plan(scenario)
    var simulation = Simulation(plan: plan, seed: seed, replication: 0)
    var writer = RecordWriter(plan: plan)
    while simulation.advance({ writer.fold($0) }) {}
    let files = MemoryFiles(bytes: ["records.csv": Array(RecordWriter.header.utf8) + writer.take()])
    let learned = LearnedScenario(try ContactRecords.read("records.csv", files: files))
    let written = learned.files(path: "learned.json5", source: "records.csv")
    text = written.last?.text ?? ""
    let texts = Dictionary(uniqueKeysWithValues: written.map { ($0.path, $0.text) })
    // The days of the run itself; the records begin with its warm-up.
    let read = try readScenario(
      "learned.json5", settings: ["calendar.start=2022-03-07T00:00", "calendar.days=\(scenario.calendar.days)"],
      files: MemoryFiles(texts))

    let original = Experiment(plan: plan, seed: seed, replications: 1).run()
    let truth = Experiment(plan: plan, seed: seed + 1, replications: Self.replications, jobs: jobs).run()
    let runs = Experiment(plan: Plan(read.scenario), seed: seed + 2, replications: Self.replications, jobs: jobs).run()
    levels = scenario.channels.map { channel in
      let name = "channels.\(channel.id).serviceLevel.ofOffered"
      let estimate = runs.estimate(name)
      let halfWidth = estimate?.halfWidth ?? .nan
      let deviation = halfWidth / Self.quantile * Double(Self.replications).squareRoot()
      return Level(
        channel: channel.id, recorded: original.estimate(name)?.mean ?? .nan, mean: estimate?.mean ?? .nan,
        deviation: deviation,
        halfWidth: Self.quantile * deviation * (1 + 1 / Double(Self.replications)).squareRoot(),
        truth: truth.estimate(name)?.mean ?? .nan)
    }
  }
}
