extension ScenarioReader {
  /// Whether the file at `path` means to be a scenario of its own, rather than an overlay of others.
  ///
  /// A scenario extends another, or says both when it takes place and who comes; an overlay does neither. What cannot be
  /// read or understood counts as a scenario, so that reading it says what is wrong with it.
  public static func isScenario(_ path: String, files: some FileReading = DiskFiles()) -> Bool {
    guard let bytes = try? files.read(path, limit: Limits.scenarioBytes),
      let tree = try? JSON5Parser.parse(bytes, origin: .file(path)), case .object = tree.value
    else { return true }
    return tree["extends"] != nil || tree["calendar"] != nil && tree["channels"] != nil
  }
}
