import Foundation
import Watchroom

// What was recorded before, and what is recorded now.
extension CheckRun {
  /// The folder worked in.
  static var workingFolder: String { FileManager.default.currentDirectoryPath }

  /// Reads the file that `--baseline` names, if it does, and reports what is wrong with it.
  mutating func readBaseline() throws(ExitStatus) {
    guard let path = arguments.last(.baseline) else { return }
    let diagnostics = Diagnostics(surroundings)
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try surroundings.files.read(path, limit: Baseline.limit)
    } catch {
      let problem = Problem(
        place: Place(origin: .file(path)), path: "", message: error.message(path),
        remedy: error == .missing ? "record one with --record" : error.remedy(Baseline.limit))
      diagnostics.report([problem], place: \.description)
      throw error == .tooLarge ? .inputFileWrong : .inputOrOutputFailed
    }
    do throws(ScenarioError) {
      baseline = try Baseline(
        bytes: bytes, path: path, folder: Self.folder(ofBaselineAt: path), workingFolder: Self.workingFolder)
    } catch {
      diagnostics.report(error.problems, place: \.description)
      throw .inputFileWrong
    }
    let files = surroundings.files
    baseline?.settle { path in
      do throws(FileFault) {
        try files.readPieces(path) { _ in false }
        return true
      } catch {
        return error != .missing
      }
    }
    // Where it was read from is known already, and may be where to record.
    _ = opened.takePaths()
    if baseline?.seed == nil, !isQuiet {
      diagnostics.note(
        "this does not say with which seed, and of which days, it was recorded: figures are compared as if they were the "
          + "same — record it anew with --record to be sure", about: path)
    }
    if let engine = baseline?.engine, engine != Engine.name, !isQuiet {
      diagnostics.note(
        "\(engine) recorded this, and this is \(Engine.name): where figures differ, that may be why — record it anew with "
          + "--record to be sure", about: path)
    }
  }

  /// What to record of `all` in a file at `path`.
  func record(of all: [CheckedScenario], at path: String) -> Baseline {
    Baseline(all, seed: seed, folder: Self.folder(ofBaselineAt: path), workingFolder: Self.workingFolder)
  }

  /// The folder that paths in a baseline are from. What is read or written by the number of an open file lies where only the
  /// shell knows: most probably in the folder worked in.
  private static func folder(ofBaselineAt path: String) -> String {
    DiskStorage.isNumberOfOpenFile(path) ? "" : FilePath.folder(of: path)
  }

  /// Says what a baseline could not be compared with, so that nobody takes it for held by it.
  func sayUncompared(_ all: [CheckedScenario]) {
    let diagnostics = Diagnostics(surroundings)
    for checked in all {
      guard let findings = checked.findings else { continue }
      if let problem = findings.problem { diagnostics.report([problem], place: \.description) }
      if isQuiet { continue }
      for expectation in findings.uncompared {
        let remedy = expectation.remedy.map { " — \($0)" } ?? ""
        diagnostics.note(
          "not compared with the baseline: “\(expectation.name)”: \(expectation.reason)\(remedy)", about: checked.path)
      }
      for name in findings.forgotten {
        diagnostics.note("the baseline has “\(name)”, which is not expected any more", about: checked.path)
      }
      if let paired = findings.paired {
        diagnostics.note(
          "compared with the baseline over the first \(paired) replications, which both have", about: checked.path)
      }
    }
  }

  /// Whether what came out may be what counts from now on; says so if not.
  func mayRecord(_ all: [CheckedScenario], at path: String, after status: ExitStatus) -> Bool {
    // What could not all be simulated is no baseline.
    if status > .expectationFailed {
      Diagnostics(surroundings).note("nothing is recorded, because not all could be checked", about: path)
      return false
    }
    if let baseline = arguments.last(.baseline), surroundings.areOne(baseline, path),
      all.contains(where: { !$0.regressions.isEmpty })
    {
      Diagnostics(surroundings).report(
        "\(path) is not recorded over, because figures are worse than it says — name another file with --record, or "
          + "leave out --baseline if they are what counts from now on")
      return false
    }
    return true
  }
}
