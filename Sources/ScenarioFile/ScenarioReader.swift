import Reading

/// Reads scenario files.
public enum ScenarioReader {
  /// Reads, merges and checks a scenario.
  ///
  /// The file and what it extends come first, then overlays, then settings, each from left to right; each is a merge
  /// patch (RFC 7396) of what came before.
  ///
  /// - Parameters:
  ///   - path: a JSON5 file, relative to the working directory.
  ///   - overlays: more of them; one may also be a list of patches, laid in turn.
  ///   - settings: single values, each `path=value`, for example `calendar.days=365`. A key with a dot in it is quoted, an
  ///     element of a list is named by its number from 0, and the value `null` removes a key. File names in a setting are
  ///     relative to the working directory.
  ///   - files: where files come from.
  /// - Throws: a ``ScenarioError`` with everything that is wrong, as far as it could be found in one go.
  public static func read(
    path: String, overlays: [String] = [], settings: [String] = [], files: some FileReading = DiskFiles()
  ) throws(ScenarioError) -> ReadScenario {
    try read(path: path, overlays: overlays, settings: settings, files: files, nesting: 0)
  }

  /// As ``read(path:overlays:settings:files:)``, of a scenario that is inside of `nesting` ledgers.
  static func read(
    path: String, overlays: [String] = [], settings: [String] = [], files: some FileReading, nesting: Int
  ) throws(ScenarioError) -> ReadScenario {
    let log = ProblemLog()
    let layers = ScenarioResolver(files: files, log: log).resolve(path: path, overlays: overlays, settings: settings)
    try log.throwIfErrors()
    guard let tree = layers.whole else { preconditionFailure("a scenario that could not be read left no error") }
    let decoder = ScenarioDecoder(files: files, log: log, layers: layers.origins, nesting: nesting)
    let scenario = decoder.scenario(tree, defaultName: defaultName(path: path))
    try log.throwIfErrors()
    let digests = decoder.tableUses.mapValues { "sha256:\($0.digest)" }
    return ReadScenario(
      scenario: scenario, warnings: log.problems,
      digest: SHA256.hexadecimal(of: Array(tree.text(isIndented: false, replacing: digests).utf8)),
      resolvedText: tree.named(scenario.name).text(isIndented: false, replacing: decoder.tableUses.mapValues(\.path)),
      files: decoder.filesUsed, parameters: decoder.parameters,
      expectationPlaces: decoder.expectationPlaces, budgetPlace: decoder.budgetPlace)
  }

  /// What the scenario of a file is called that does not say its name: the file's name without folder and extension.
  public static func defaultName(path: String) -> String { FilePath.stem(path) }
}

extension ScenarioDecoder {
  /// The CSV files and ledgers used, each once, in the order of their names.
  fileprivate var filesUsed: [ReadFile] {
    let files = Dictionary(tableUses.values.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return files.sorted { $0.key < $1.key }.map { ReadFile(path: $0.key, bytes: $0.value) }
  }
}

extension JSONTree {
  /// The same object with a name, if it has none: a name taken from the file's is lost once the text leaves the file.
  fileprivate func named(_ name: String) -> JSONTree {
    guard case .object(let members) = value, self["name"] == nil else { return self }
    let member = Member(name: "name", namePlace: place, value: JSONTree(.string(name), at: place))
    return JSONTree(.object([member] + members), at: place)
  }
}
