import Reading

extension ScenarioReader {
  /// Where, in the changes made to a scenario, it was said last what stands at `path`, or that nothing does.
  ///
  /// - Parameters:
  ///   - overlays: the files merged onto the scenario, left to right, each after what it extends.
  ///   - settings: the single values set after that, left to right, each `path=value`.
  ///   - files: where files come from.
  /// - Returns: nil if none of them says anything of it, or of a part of it.
  public static func place(
    ofChangeTo path: ScenarioPath, overlays: [String], settings: [String], files: some FileReading
  ) -> Place? {
    let changes = ScenarioResolver(files: files, log: ProblemLog()).changes(overlays: overlays, settings: settings)
    return changes.lazy.reversed().compactMap { $0.place(patching: path.segments[...]) }.first
  }
}

extension ScenarioResolver {
  /// The patches that overlays and settings are, lowest first.
  fileprivate func changes(overlays: [String], settings: [String]) -> [JSONTree] {
    overlays.flatMap { parts(ofOverlay: $0) } + settings.compactMap { Setting(parsing: $0, log: log)?.patch }
  }
}

extension JSONTree {
  /// Where a merge patch says what stands at a path, or replaces or removes what is on the way to it; nil if it leaves all
  /// that alone.
  fileprivate func place(patching path: ArraySlice<String>) -> Place? {
    guard let name = path.first, case .object = value else { return place }
    return self[name]?.place(patching: path.dropFirst())
  }
}
