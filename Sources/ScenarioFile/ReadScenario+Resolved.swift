import Reading

extension ReadScenario {
  /// Reads a scenario back from what ``resolvedText`` and ``files`` said, without looking at any other file.
  ///
  /// - Throws: a ``ScenarioError`` if that is not what it was.
  public init(resolvedText: String, files: [ReadFile]) throws(ScenarioError) {
    try self.init(resolvedText: resolvedText, files: files, nesting: 0)
  }

  /// As ``init(resolvedText:files:)``, of a scenario that is inside of `nesting` ledgers.
  init(resolvedText: String, files: [ReadFile], nesting: Int) throws(ScenarioError) {
    var contents = Dictionary(
      files.map { (FilePath.normalised($0.path), $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var path = "scenario"
    while contents[path] != nil { path += "-" }
    contents[path] = Array(resolvedText.utf8)
    self = try ScenarioReader.read(path: path, files: MemoryFiles(bytes: contents), nesting: nesting)
  }
}
