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
  init?(_ arguments: ParsedArguments, _ header: Journal.Header, in surroundings: Surroundings) throws(Ending) {
    guard let path = arguments.last(.journal) else { return nil }
    self.path = path
    journal = Journal(header)
    let text = try Self.text(of: path, in: surroundings)
    let length: Int
    do throws(Journal.Fault) {
      (evaluations, length) = try journal.read(text)
    } catch {
      throw Ending(.inputFileWrong, error.message(path))
    }
    do throws(OutputFault) {
      file = try surroundings.appending.extend(path, keeping: length)
      if length == 0 { try file.write(journal.firstLine) }
    } catch {
      throw .unwritable(path, error, remedy: "name a file that can be")
    }
  }

  /// What is in the file; nothing if there is none.
  private static func text(of path: String, in surroundings: Surroundings) throws(Ending) -> [UInt8] {
    do throws(FileFault) {
      return try surroundings.files.read(path, limit: limit)
    } catch {
      if error == .missing { return [] }
      throw .unreadable(path, error, limit: limit)
    }
  }

  /// Writes down what was found; whether that is kept. After a fault nothing more is: the search goes on without.
  func add(_ evaluation: Evaluation) -> Bool {
    latestFault.withLock { fault in
      guard fault == nil else { return false }
      do throws(OutputFault) {
        try file.write(journal.line(evaluation))
        return true
      } catch {
        fault = error
        return false
      }
    }
  }

  /// Throws if the file lacks something.
  func checkIsWhole() throws(Ending) {
    if let fault = latestFault.withLock({ $0 }) { throw .unwritable(path, fault, remedy: "name a file that can be") }
  }
}

extension Journal.Fault {
  /// What is wrong with the journal at `path`, and what to do.
  fileprivate func message(_ path: String) -> String {
    switch self {
    case .damaged(let line):
      "\(path):\(line) is not a line of a calibration's journal — name another file, or delete this one"
    case .foreign(let part):
      "\(path) is the journal of another calibration: its \(part) is not the same — name another file"
    }
  }
}
