import Reading

/// Brings the parts of a scenario together: the file, what it extends, overlays and settings.
struct ScenarioResolver {
  let files: any FileReading
  let log: ProblemLog

  /// All parts of the scenario, one upon the other; where one could not be read, the log has errors.
  func resolve(path: String, overlays: [String], settings: [String]) -> ScenarioLayers {
    var layers = ScenarioLayers()
    for part in chain(from: path) { layers.add(part) }
    for overlay in overlays {
      for part in parts(ofOverlay: overlay) { layers.add(part) }
    }
    if log.hasErrors { return layers }
    for argument in settings {
      if let setting = Setting(parsing: argument, log: log) { layers.add(setting, log: log) }
    }
    if !log.hasErrors { layers.warnOfLostDays(log) }
    return layers
  }

  /// The patches that an overlay is: itself and, before it, what it extends; or where it is a list, its elements in turn, each
  /// after what it extends, because one patch cannot replace an object whose names it does not know.
  func parts(ofOverlay path: String) -> [JSONTree] {
    guard let tree = read(path, reference: nil) else { return [] }
    guard case .array(let patches) = tree.value else { return chain(from: path, tree) }
    guard patches.count <= FileLimits.patches else {
      log.error(
        tree.place, ScenarioPath(), "more than \(FileLimits.patches) patches in a list", "bring some of them together")
      return []
    }
    for patch in patches {
      guard case .object = patch.value else {
        log.error(
          patch.place, ScenarioPath(),
          "an overlay is an object or a list of them, and this is \(patch.kindName)",
          "give every change between { and }")
        return []
      }
    }
    return patches.flatMap { chain(from: path, $0) }
  }

  /// A file named by the caller, which was perhaps read already, and before it what it extends.
  private func chain(from path: String, _ first: JSONTree? = nil) -> [JSONTree] {
    var parts: [JSONTree] = []
    var visited: [String] = []
    var next: (path: String, reference: Place?)? = (path, nil)
    while let current = next {
      let known = visited.isEmpty ? first : nil
      visited.append(current.path)
      guard let tree = known ?? read(current.path, reference: current.reference) else { return [] }
      guard case .object(let members) = tree.value else {
        log.error(
          tree.place, ScenarioPath(), "a scenario file must hold an object, and this is \(tree.kindName)",
          "begin with { and end with }")
        return []
      }
      parts.insert(
        JSONTree(.object(members.filter { $0.name != Self.extends }), at: tree.place), at: 0)
      guard let base = tree[Self.extends] else { break }
      guard let following = self.base(named: base, after: visited) else { return [] }
      next = (following, base.place)
    }
    return parts
  }

  private static let extends = "extends"

  /// The path of the file that an `extends` names.
  private func base(named tree: JSONTree, after visited: [String]) -> String? {
    let path = ScenarioPath([Self.extends])
    guard case .string(let reference) = tree.value, !reference.isEmpty else {
      log.error(
        tree.place, path, "this is \(tree.kindName == "text" ? "empty" : tree.kindName), not the name of a file",
        "name one file, for example \"base.json5\"")
      return nil
    }
    let base = FilePath.resolve(reference, from: tree.place.origin)
    let known = visited.map(FilePath.normalised)
    if let first = known.firstIndex(of: FilePath.normalised(base)) {
      let chain = (visited[first...] + [base]).map(FilePath.normalised).joined(separator: " → ")
      log.error(
        tree.place, path, "these files extend one another in a circle: \(chain)", "let one of them extend nothing")
      return nil
    }
    guard visited.count < FileLimits.extendsChain else {
      log.error(
        tree.place, path, "more than \(FileLimits.extendsChain) files extend one another", "bring some of them together"
      )
      return nil
    }
    return base
  }

  /// Reads one file; `reference` is the `extends` that names it, or nil where the caller did.
  private func read(_ path: String, reference: Place?) -> JSONTree? {
    let bytes: [UInt8]
    do {
      bytes = try files.read(path, limit: FileLimits.scenarioBytes)
    } catch {
      if let reference {
        log.error(reference, ScenarioPath([Self.extends]), error.message(path), error.remedy(FileLimits.scenarioBytes))
      } else {
        log.error(
          cause: error == .tooLarge ? .invalid : .unreadable, Place(origin: .file(path)), error.message(path),
          error.remedy(FileLimits.scenarioBytes))
      }
      return nil
    }
    do {
      return try JSON5Parser.parse(bytes, origin: .file(path))
    } catch {
      log.note(Problem(ofTable: bytes, path) ?? error.problem)
      return nil
    }
  }
}
