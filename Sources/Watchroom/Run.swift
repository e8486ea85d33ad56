/// Reads a scenario and simulates it, all in one call.
///
/// ```swift
/// let result = try Watchroom.run("Scenarios/erlang-a.json5", replications: 20)
/// let level = result.estimate("channels.999.serviceLevel.ofOffered")
/// ```
///
/// - Parameters:
///   - path: the scenario file.
///   - overlays: files merged onto it, left to right.
///   - settings: single values set after that, each `path=value`, for example `calendar.days=7`.
///   - seed: what all randomness follows from; the same seed gives the same result on any machine.
///   - replications: how many independent runs are averaged.
///   - jobs: how many of them run at a time; nil for as many as the machine has cores. Changes no figure.
///   - files: where files come from.
/// - Throws: everything wrong with the scenario that could be found in one go.
/// - Precondition: as of ``Experiment/init(plan:seed:replications:jobs:keeping:)``.
public func run(
  _ path: String, overlays: [String] = [], settings: [String] = [], seed: UInt64 = 1, replications: Int = 1,
  jobs: Int? = nil, files: some FileReading = DiskFiles()
) throws(ScenarioError) -> ExperimentResult {
  let read = try readScenario(path, overlays: overlays, settings: settings, files: files)
  return Experiment(plan: Plan(read.scenario), seed: seed, replications: replications, jobs: jobs).run()
}
