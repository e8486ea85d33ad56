import Foundation
import Watchroom

// What was recorded before, and what is recorded now.
extension CheckRun {
  /// The folder worked in.
  static var workingFolder: String { FileManager.default.currentDirectoryPath }

  /// Reads the file that `--baseline` names; nil if it names none.
  static func baseline(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(Ending) -> Baseline? {
    guard let path = arguments.last(.baseline) else { return nil }
    let files = surroundings.files
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try files.read(path, limit: Baseline.limit)
    } catch {
      throw .unreadable(
        path, error, limit: Baseline.limit, remedy: error == .missing ? "record one with --record" : nil)
    }
    var baseline: Baseline
    do throws(ScenarioError) {
      baseline = try Baseline(
        bytes: bytes, path: path, folder: folder(ofBaselineAt: path), workingFolder: workingFolder)
    } catch {
      throw Ending(error.problems)
    }
    baseline.settle { path in
      // Nobody may ever write to a pipe: to open it would wait for ever.
      if let kind = DiskStorage.kind(of: path, followingLinks: true), kind != S_IFREG { return true }
      do throws(FileFault) {
        try files.readPieces(path) { _ in false }
        return true
      } catch {
        return error != .missing
      }
    }
    if !arguments.isQuiet { noteOrigin(of: baseline, at: path, in: surroundings) }
    return baseline
  }

  /// Says what keeps a baseline from being compared with to the letter.
  private static func noteOrigin(of baseline: Baseline, at path: String, in surroundings: Surroundings) {
    if baseline.seed == nil {
      surroundings.note(
        "this does not say with which seed, and of which days, it was recorded: figures are compared as if they were the "
          + "same — record it anew with --record to be sure", about: path)
    }
    if let engine = baseline.engine, engine != Engine.name {
      surroundings.note(
        "\(engine) recorded this, and this is \(Engine.name): where figures differ, that may be why — record it anew with "
          + "--record to be sure", about: path)
    }
  }

  /// What to record of `all` in a file at `path`.
  func record(of all: [CheckedScenario], at path: String) -> Baseline {
    Baseline(all, seed: arguments.seed, folder: Self.folder(ofBaselineAt: path), workingFolder: Self.workingFolder)
  }

  /// The folder that paths in a baseline are from. What is read or written by the number of an open file lies where only the
  /// shell knows: most probably in the folder worked in.
  private static func folder(ofBaselineAt path: String) -> String {
    DiskStorage.isNumberOfOpenFile(path) ? "" : FilePath.folder(of: path)
  }

  /// Says what a baseline could not be compared with, so that nobody takes it for held by it.
  func sayUncompared(_ all: [CheckedScenario]) {
    for checked in all {
      guard let findings = checked.findings else { continue }
      if let problem = findings.problem { surroundings.say([problem]) }
      if arguments.isQuiet { continue }
      for expectation in findings.uncompared {
        let remedy = expectation.remedy.map { " — \($0)" } ?? ""
        surroundings.note(
          "not compared with the baseline: “\(expectation.name)”: \(expectation.reason)\(remedy)", about: checked.path)
      }
      for name in findings.forgotten {
        surroundings.note("the baseline has “\(name)”, which is not expected any more", about: checked.path)
      }
      if let paired = findings.paired {
        surroundings.note(
          "compared with the baseline over the first \(paired) replications, which both have", about: checked.path)
      }
    }
  }

  /// Whether what came out may be what counts from now on; says so if not.
  func mayRecord(_ all: [CheckedScenario], at path: String, after status: ExitStatus) -> Bool {
    // What could not all be simulated is no baseline.
    if status > .expectationFailed {
      surroundings.note("nothing is recorded, because not all could be checked", about: path)
      return false
    }
    if let baseline = arguments.last(.baseline), surroundings.areOne(baseline, path),
      all.contains(where: { !$0.regressions.isEmpty })
    {
      surroundings.say(
        .error(
          "\(path) is not recorded over, because figures are worse than it says — name another file with --record, or "
            + "leave out --baseline if they are what counts from now on"))
      return false
    }
    return true
  }
}
