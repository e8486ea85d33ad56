import Watchroom

/// The files that `compare` is given.
struct ComparisonOperands {
  /// The scenario that the others are compared with.
  let base: String
  /// The others: scenarios, or overlays of the base.
  let variants: [String]
  /// What results call the variants.
  let names: [String]

  /// The operands `files`, the base first.
  init(_ files: [String]) {
    base = files[0]
    variants = Array(files.dropFirst())
    names = variants.map { ScenarioReader.defaultName(path: $0) }
  }

  /// Reads all scenarios, the base first, and says what looks wrong with any of them.
  ///
  /// A variant that is an overlay comes after the command line's overlays, which say what all plans have in common, and
  /// before its settings, which always have the last word.
  func read(_ changes: ScenarioArguments, in surroundings: Surroundings) throws(Ending) -> [ReadScenario] {
    try checkNames()
    var surroundings = surroundings
    surroundings.files = RememberedFiles(surroundings.files)
    let baseRead = try changes.read(base, in: surroundings)
    var plans = [baseRead]
    for path in variants {
      let read = try read(path, changes, besides: baseRead, in: surroundings)
      guard Comparison.hasSameDays(baseRead.scenario, read.scenario) else {
        throw .wrong(
          path, at: "calendar", "this simulates another time than \(base), so that it cannot have the same callers",
          "give both the same calendar, for example by --start and --days; only “drain” may differ")
      }
      plans.append(read)
    }
    return plans
  }

  /// Reads the variant at `path`. What looks wrong with the base as well was said.
  private func read(
    _ path: String, _ changes: ScenarioArguments, besides baseRead: ReadScenario, in surroundings: Surroundings
  ) throws(Ending) -> ReadScenario {
    let sign = ScenarioReader.sign(of: path, files: surroundings.files)
    let isScenario = sign == .extends || sign == .parts
    do throws(Ending) {
      return try changes.read(
        isScenario ? path : base, overlay: isScenario ? nil : path, said: baseRead.warnings, in: surroundings)
    } catch {
      guard error.rejection?.cause == .invalid, sign == .parts,
        let remark = sign?.remark(changing: base, way: way(from: path))
      else { throw error }
      throw error.adding(.note(remark, about: path))
    }
  }

  /// Throws if two variants have one name.
  private func checkNames() throws(Ending) {
    for (second, name) in names.enumerated() {
      guard let first = names.firstIndex(of: name), first < second else { continue }
      throw Ending(
        .commandLineWrong,
        """
        two variants are called \(cited(name)), \(cited(variants[first])) and \(cited(variants[second])): rename or \
        leave out one of them, because results tell variants apart by their files' names
        """)
    }
  }

  /// How the variant at `path` would write where the base is: from its own folder. Nil if that is not plain to see.
  private func way(from path: String) -> String? {
    let folder = FilePath.folder(of: path)
    return base.hasPrefix(folder) ? String(base.dropFirst(folder.count)) : base.hasPrefix("/") ? base : nil
  }
}
