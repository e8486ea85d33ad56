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
    let (output, errors) = (Kept(), Kept())
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(bytes: files), storage: Nowhere(), elapsed: { .zero })
    surroundings.drafts = Nowhere()
    surroundings.appending = Nowhere()
    surroundings.ledgers = ledgers
    let status = Command.run(arguments, in: surroundings)
    // What `validate --format json` finds is its result.
    if status >= .inputOrOutputFailed, errors.text.isEmpty, !output.text.contains("\"verdict\": \"error\"") {
      throw HostileInput.Fault("status \(status.rawValue) without an error")
    }
    if status == .done, errors.text.contains("error:") {
      throw HostileInput.Fault("an error without a status: \(errors.text)")
    }
    return status == .done
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

/// What was written.
private final class Kept: TextOutput {
  private let written = Mutex("")
  var text: String { written.withLock { $0 } }
  func write(_ text: String) throws(OutputFault) { written.withLock { $0 += text } }
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
