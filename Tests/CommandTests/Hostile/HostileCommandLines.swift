import Synchronization
import Watchroom

#if !FUZZING
  @testable import WatchroomCommand
#endif

/// The whole command, inside this process, with nothing of the world outside in reach.
enum HostileCommandLines {
  /// Runs it, and looks whether it ends as it should: with a status it may have, and an error where there is one. Tells
  /// whether all was done.
  static func run(
    _ arguments: [String], _ files: [String: [UInt8]], ledgers: any LedgerStorage = MemoryLedgers()
  ) throws -> Bool {
    try outcome(arguments, files, ledgers: ledgers).status == .done
  }

  /// Runs it on a file that nobody should trust among files that are as they should be, all other words being right: so it
  /// either takes the file, whatever the verdict, or refuses it as a wrong file, and says what to do about it. Tells which.
  ///
  /// - Parameter isBesideWords: whether the file also says what words do, and need not go with them.
  static func take(_ arguments: [String], _ files: [String: [UInt8]], isBesideWords: Bool = false) throws -> Bool {
    let (status, _, errors) = try outcome(arguments, files)
    if status == .done || status == .expectationFailed { return true }
    guard status == .inputFileWrong || isBesideWords && status == .commandLineWrong else {
      throw HostileInput.Fault("a file is wrong, and the status is \(status.rawValue): \(errors)")
    }
    let mute = errors.split(separator: "\n").first { $0.contains(": error: ") && !$0.contains(" — ") }
    if let mute { throw HostileInput.Fault("refused without a remedy: \(mute)") }
    return false
  }

  /// What it leaves on its output, or line by line in the file that it extends, with words and files that are as they should
  /// be.
  static func result(_ arguments: [String], _ files: [String: [UInt8]]) -> (output: [UInt8], extended: [UInt8]) {
    let extended = Kept()
    guard let outcome = try? outcome(arguments, files, appending: extended), outcome.status == .done else {
      fatalError("the base scenario is wrong for \(arguments)")
    }
    return (Array(outcome.output.utf8), Array(extended.text.utf8))
  }

  private static func outcome(
    _ arguments: [String], _ files: [String: [UInt8]], ledgers: any LedgerStorage = MemoryLedgers(),
    appending: any AppendStorage = Nowhere()
  ) throws -> (status: ExitStatus, output: String, errors: String) {
    let (output, errors) = (Kept(), Kept())
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(bytes: files), storage: Nowhere(), elapsed: { .zero })
    surroundings.drafts = Nowhere()
    surroundings.appending = appending
    surroundings.ledgers = ledgers
    let status = Command.run(arguments, in: surroundings)
    // What `validate --format json` finds is its result.
    if status >= .inputOrOutputFailed, errors.text.isEmpty, !output.text.contains("\"verdict\": \"error\"") {
      throw HostileInput.Fault("status \(status.rawValue) without an error")
    }
    if status == .done, errors.text.contains("error:") {
      throw HostileInput.Fault("an error without a status: \(errors.text)")
    }
    return (status, output.text, errors.text)
  }

  /// Words, one a line, and whether they can be done. Verbs that simulate are asked for help in the end, as their work takes
  /// long.
  static func parse(_ bytes: [UInt8]) throws -> Bool {
    var words = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let isLong = ["run", "compare", "size", "check", "calibrate"].contains(words.first)
    if isLong {
      if let verb = Verb.all.first(where: { $0.name == words[0] }) {
        _ = try? ArgumentParser(verb: verb).parse(Array(words.dropFirst()))
      }
      if words.contains("--") { return false }
      words.append("--help")
    }
    return try run(words, ["s.json5": HostileScenarios.base, "o.json5": Array("{}".utf8)])
  }
}

/// What was written, or added to a file of any name.
private final class Kept: TextOutput, AppendStorage {
  private let written = Mutex("")
  var text: String { written.withLock { $0 } }
  func write(_ text: String) throws(OutputFault) { written.withLock { $0 += text } }
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput { self }
}

/// Folders in which there is nothing, and files that are gone as soon as they are written.
private final class Nowhere: Storage, DraftStorage, AppendStorage, Draft {
  func files(below path: String) throws(FileFault) -> FolderListing? { nil }
  func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) {}
  func begin(_ path: String) throws(OutputFault) -> any Draft { self }
  func makeFolder(_ path: String) throws(OutputFault) -> Bool { true }
  func replaces(_ path: String) -> Bool { false }
  func beginning(of path: String) throws(OutputFault) -> [UInt8] { [] }
  func areOne(_ path: String, _ other: String) -> Bool { path == other }
  func target(of path: String) -> String { path }
  func removeFolder(_ path: String) {}
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput { self }
  func write(_ text: String) throws(OutputFault) {}
  func finish() throws(OutputFault) {}
  func discard() {}
}
