import Synchronization
import Watchroom

/// The file that `--resume` names: what is in it already, and what is added.
final class CalibrationJournal: Sendable {
  let path: String
  /// What was simulated before.
  let evaluations: [Evaluation]
  private let journal: Journal
  private let file: any TextOutput
  private let latestFault = Mutex<OutputFault?>(nil)

  /// The most bytes of a journal.
  private static let limit = 1 << 30

  /// Opens the file, or makes it; nil if none is asked for.
  ///
  /// - Throws: how the command should end, if it cannot go on from what is there.
  init?(_ arguments: ParsedArguments, _ header: Journal.Header, _ surroundings: Surroundings) throws(ExitStatus) {
    guard let path = arguments.last(.journal) else { return nil }
    self.path = path
    journal = Journal(header)
    let diagnostics = Diagnostics(surroundings)
    let text = try Self.text(of: path, surroundings)
    let length: Int
    do throws(Journal.Fault) {
      (evaluations, length) = try journal.read(text)
    } catch {
      switch error {
      case .damaged(let line):
        diagnostics.report(
          "\(path):\(line) is not a line of a calibration's journal — name another file, or delete this one")
      case .foreign(let part):
        diagnostics.report(
          "\(path) is the journal of another calibration: its \(part) is not the same — name another file")
      }
      throw .inputFileWrong
    }
    do throws(OutputFault) {
      file = try surroundings.appending.extend(path, keeping: length)
      if length == 0 { try file.write(journal.firstLine) }
    } catch {
      diagnostics.report("\(path) cannot be written: \(error.reason)")
      throw .inputOrOutputFailed
    }
  }

  /// What is in the file; nothing if there is none.
  private static func text(of path: String, _ surroundings: Surroundings) throws(ExitStatus) -> [UInt8] {
    do throws(FileFault) {
      return try surroundings.files.read(path, limit: limit)
    } catch {
      if error == .missing { return [] }
      let reason = if case .unreadable(let reason) = error { reason } else { "it is too large" }
      Diagnostics(surroundings).report("\(path) cannot be read: \(reason)")
      throw .inputOrOutputFailed
    }
  }

  /// Writes down what was found. After a fault nothing more is written: the search goes on without.
  func add(_ evaluation: Evaluation) {
    latestFault.withLock { fault in
      guard fault == nil else { return }
      do throws(OutputFault) {
        try file.write(journal.line(evaluation))
      } catch {
        fault = error
      }
    }
  }

  /// Why the file lacks something; nil if it lacks nothing.
  var fault: OutputFault? { latestFault.withLock { $0 } }
}
