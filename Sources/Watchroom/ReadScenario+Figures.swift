/// Reads a scenario and checks all there is to check about it before it runs.
///
/// ``ScenarioReader`` knows what a scenario may say, but not which figures its results will have; so what the scenario
/// expects of figures that do not exist is found here.
///
/// - Parameters:
///   - path: the scenario file.
///   - overlays: files merged onto it, left to right.
///   - settings: single values set after that, each `path=value`.
///   - files: where files come from.
/// - Throws: everything wrong with the scenario that could be found in one go.
public func readScenario(
  _ path: String, overlays: [String] = [], settings: [String] = [], files: some FileReading = DiskFiles()
) throws(ScenarioError) -> ReadScenario {
  let read = try ScenarioReader.read(path: path, overlays: overlays, settings: settings, files: files)
  let unknown = FigureCatalogue(plan: Plan(read.scenario)).unknownMetrics(in: read.scenario.expectations)
  guard unknown.isEmpty else {
    let errors = unknown.map { metric in
      Problem(
        place: Place(origin: .file(path)), path: ScenarioPath(["expect", metric.expectation, "metric"]).description,
        message: "results of this scenario have no figure “\(metric.metric)”",
        remedy: metric.nearest.map { "did you mean “\($0)”?" } ?? "every figure and its path is in what `watchroom run --format json` prints")
    }
    throw ScenarioError(cause: .invalid, problems: read.warnings + errors)
  }
  return read
}
