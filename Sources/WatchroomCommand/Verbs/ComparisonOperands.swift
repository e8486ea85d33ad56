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

  /// Reads all scenarios, and reports what is wrong with any of them.
  ///
  /// A variant that is an overlay comes after the command line's overlays, which say what all plans have in common, and
  /// before its settings, which always have the last word.
  ///
  /// - Throws: how the command should end, if there was an error.
  func read(
    _ changes: ScenarioArguments, isQuiet: Bool, in surroundings: Surroundings
  ) throws(ExitStatus) -> (base: ReadScenario, variants: [ReadScenario]) {
    let diagnostics = Diagnostics(surroundings)
    if let (first, second) = namesakes {
      diagnostics.report(
        """
        two variants are called \(cited(names[first])), \(cited(variants[first])) and \(cited(variants[second])): rename \
        or leave out one of them, because results tell variants apart by their files' names
        """)
      throw .commandLineWrong
    }
    var surroundings = surroundings
    surroundings.files = RememberedFiles(surroundings.files)
    let baseRead = try changes.read(base, isQuiet: isQuiet, in: surroundings)
    var variantsRead: [ReadScenario] = []
    for path in variants {
      let sign = ScenarioReader.sign(of: path, files: surroundings.files)
      let isScenario = sign == .extends || sign == .parts
      var isRejected = false
      let read: ReadScenario
      do throws(ExitStatus) {
        read = try changes.read(
          isScenario ? path : base, overlay: isScenario ? nil : path, reported: baseRead.warnings, isQuiet: isQuiet,
          in: surroundings
        ) { isRejected = $0.cause == .invalid }
      } catch {
        if isRejected, sign == .parts, let remark = sign?.remark(changing: base, way: way(from: path)) {
          diagnostics.note(remark, about: path)
        }
        throw error
      }
      guard Comparison.hasSameDays(baseRead.scenario, read.scenario) else {
        let problem = Problem(
          place: Place(origin: .file(path)), path: "calendar",
          message: "this simulates another time than \(base), so that it cannot have the same callers",
          remedy: "give both the same calendar, for example by --start and --days; only “drain” may differ")
        diagnostics.report([problem], place: \.description)
        throw .inputFileWrong
      }
      variantsRead.append(read)
    }
    return (baseRead, variantsRead)
  }

  /// How the variant at `path` would write where the base is: from its own folder. Nil if that is not plain to see.
  private func way(from path: String) -> String? {
    let folder = FilePath.folder(of: path)
    return base.hasPrefix(folder) ? String(base.dropFirst(folder.count)) : base.hasPrefix("/") ? base : nil
  }

  /// The places of the first two variants of one name, if there are any.
  private var namesakes: (Int, Int)? {
    for (index, name) in names.enumerated() {
      if let first = names.firstIndex(of: name), first < index { return (first, index) }
    }
    return nil
  }
}
