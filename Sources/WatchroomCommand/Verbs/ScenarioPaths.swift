import Watchroom

/// The scenarios that operands name: files as they are, and of folders the scenarios at any depth below them.
struct ScenarioPaths {
  /// The scenarios, in the order of the operands, those of a folder sorted by path; each once.
  private(set) var scenarios: [String] = []
  /// How to end because of operands that name none.
  private(set) var status = ExitStatus.done

  /// Finds the scenarios, and reports folders without any; unless `isQuiet`, also files left out.
  init(_ operands: [String], isQuiet: Bool, in surroundings: Surroundings) {
    let diagnostics = Diagnostics(surroundings)
    var known: Set<String> = []
    for operand in operands {
      let found: [String]
      do throws(FileFault) {
        found = try Self.scenarios(operand, isQuiet: isQuiet, in: surroundings, diagnostics)
      } catch {
        diagnostics.report("the folder \(operand) cannot be read\(error.reason.map { ": \($0)" } ?? "")")
        status = max(status, .inputOrOutputFailed)
        continue
      }
      if found.isEmpty {
        diagnostics.report(
          "there is no scenario in the folder \(operand) — name a scenario, or a folder with *.json5 files that are; "
            + "“watchroom new FILE” writes one to begin with")
        status = max(status, .inputFileWrong)
      }
      scenarios += found.filter { known.insert($0).inserted }
    }
  }

  private static func scenarios(
    _ operand: String, isQuiet: Bool, in surroundings: Surroundings, _ diagnostics: Diagnostics
  ) throws(FileFault) -> [String] {
    guard let files = try surroundings.storage.files(below: operand) else { return [operand] }
    return files.sorted().filter { path in
      guard path.hasSuffix(".json5") else { return false }
      // What cannot be understood may have been meant as a scenario; reading it says what is wrong.
      if ScenarioReader.isScenario(path, files: surroundings.files) ?? true { return true }
      if !isQuiet { diagnostics.note("left out, as it is no scenario by itself", about: path) }
      return false
    }
  }
}

extension FileFault {
  fileprivate var reason: String? { if case .unreadable(let reason) = self { reason } else { nil } }
}
