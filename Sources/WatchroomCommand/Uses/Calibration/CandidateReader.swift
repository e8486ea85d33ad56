import Watchroom

/// The scenario of a question with other values.
struct CandidateReader: Sendable {
  let path: String
  private let overlays: [String]
  private let settings: [String]
  private let files: any FileReading

  init(path: String, changes: ScenarioArguments, files: any FileReading) {
    self.path = path
    overlays = changes.overlays
    settings = changes.settings
    self.files = files
  }

  /// The scenario with these settings after all others.
  func read(_ values: [String]) throws(ScenarioError) -> ReadScenario {
    try ScenarioReader.read(path: path, overlays: overlays, settings: settings + values, files: files)
  }
}
