import Reading

extension ScenarioReader {
  /// Whether a file is a scenario by itself rather than changes to another one: it extends a file, or has a calendar,
  /// channels and teams of its own. Nil for a file that cannot be read or understood; reading it as either says why.
  public static func isScenario(_ path: String, files: some FileReading = DiskFiles()) -> Bool? {
    guard let bytes = try? files.read(path, limit: Limits.scenarioBytes),
      let tree = try? JSON5Parser.parse(bytes, origin: .file(path)), case .object = tree.value
    else { return nil }
    return tree["extends"] != nil || ["calendar", "channels", "teams"].allSatisfy { tree[$0] != nil }
  }

  /// What the scenario of a file is called that does not say its name: the file's name without folder and extension.
  public static func defaultName(path: String) -> String { FilePath.stem(path) }
}
