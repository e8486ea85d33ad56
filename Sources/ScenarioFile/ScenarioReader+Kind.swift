import Reading

extension ScenarioReader {
  /// Whether a file is a scenario by itself rather than changes to another one: it extends a file, or has a calendar,
  /// channels and teams of its own. Nil for a file that cannot be read or understood; reading it as either says why.
  public static func isScenario(_ path: String, files: some FileReading = DiskFiles()) -> Bool? {
    guard let tree = tree(path, files: files) else { return nil }
    return tree["extends"] != nil || hasAllParts(tree)
  }

  /// Whether nothing but its calendar, channels and teams makes a file a scenario by itself: it extends none. Changes to
  /// another scenario may touch all three as well; so whoever finds that such a file is no scenario should say what it was
  /// taken for.
  public static func isScenarioByPartsAlone(_ path: String, files: some FileReading = DiskFiles()) -> Bool {
    guard let tree = tree(path, files: files) else { return false }
    return tree["extends"] == nil && hasAllParts(tree)
  }

  /// What a scenario has that extends no other.
  static let parts = ["calendar", "channels", "teams"]

  private static func hasAllParts(_ tree: JSONTree) -> Bool { parts.allSatisfy { tree[$0] != nil } }

  /// The object that a file holds, if it can be read and understood.
  static func tree(_ path: String, files: some FileReading) -> JSONTree? {
    guard let bytes = try? files.read(path, limit: Limits.scenarioBytes),
      let tree = try? JSON5Parser.parse(bytes, origin: .file(path)), case .object = tree.value
    else { return nil }
    return tree
  }

  /// What the scenario of a file is called that does not say its name: the file's name without folder and extension.
  public static func defaultName(path: String) -> String { FilePath.stem(path) }
}
