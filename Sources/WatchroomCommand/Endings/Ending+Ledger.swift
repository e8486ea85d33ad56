import Watchroom

extension Ending {
  /// Something is wrong with a ledger.
  ///
  /// - Parameter isWriting: whether it was being written, so that there may be something left to go on with.
  init(_ error: LedgerError, isWriting: Bool = false, in surroundings: Surroundings) {
    let remedy = isWriting ? error.remedyOfWriting(in: surroundings) : error.remedyOfReading(in: surroundings)
    let problem = Problem(
      place: Place(origin: .file(error.path)), path: "", message: error.message,
      remedy: remedy ?? error.remedy ?? "see to that, and try again")
    self.init([problem], status: error.isStorageFault ? .inputOrOutputFailed : .inputFileWrong)
  }

  /// The run that a ledger holds was cut short; `regret` is what that means here, as the end of a sentence.
  static func cutShort(_ reader: LedgerReader, _ regret: String, _ remedy: String) -> Ending {
    let count = Quantity.counted(reader.eventCount, "event")
    return .wrong(reader.path, "this run was cut short after \(count)\(regret)", remedy)
  }

  /// The run that a ledger is of still goes on, and another program writes it; `regret` as of one that was cut short.
  static func stillWritten(_ reader: LedgerReader, _ regret: String) -> Ending {
    let count = Quantity.counted(reader.eventCount, "event")
    return .wrong(
      reader.path, "this run still goes on: another program is writing it, \(count) so far\(regret)",
      "wait until it has ended, and name \(UnfinishedLedger.finishedPath(of: reader.path))")
  }
}

extension Surroundings {
  /// What `work` gives, which reads a ledger.
  func reading<Value>(_ work: @autoclosure () throws(LedgerError) -> Value) throws(Ending) -> Value {
    do throws(LedgerError) { return try work() } catch { throw Ending(error, in: self) }
  }
}

extension Surroundings {
  /// Whether a program is writing the ledger at `path`, so that its run still goes on. Asks for the lock of who writes
  /// it, and lets go of it at once.
  func isBeingWritten(_ path: String) -> Bool {
    do throws(StorageFault) {
      _ = try ledgers.append(to: path)
      return false
    } catch {
      return error.reason == .inUse
    }
  }
}

/// The command that goes on with the unfinished ledger at `path`, for a sentence.
func resumption(of path: String) -> String {
  let final = UnfinishedLedger.finishedPath(of: path)
  let words = ["watchroom", Verb.run.name, OptionDeclaration.resume.spelling] + ShellCommand.operands([final])
  let command = "“\(ShellCommand(words).line)”"
  return path == final
    ? "give it the name \(LedgerWriter.unfinishedPath(of: path)) and go on with \(command)" : "go on with \(command)"
}

extension LedgerError {
  /// What to do about it where it came from writing; nil if it says so itself.
  fileprivate func remedyOfWriting(in surroundings: Surroundings) -> String? {
    switch self {
    case .inTheWay(let path): return "\(resumption(of: path)), or remove it if nothing writes it any more"
    case .storage(_, let fault) where fault.reason == .missing: return "name a file in a folder that is there"
    case .storage(_, let fault) where fault.reason == .inUse: return "wait until that has ended, or name another file"
    // What has the name now is not of this run.
    case .storage(_, let fault) where fault.reason == .replaced:
      return "nothing of the run is kept; run it again, with a name that no other program uses"
    case .storage(let path, _):
      guard let kept = try? LedgerReader(path: path, storage: surroundings.ledgers) else {
        return "nothing of the run is kept; see to that, and run it again"
      }
      return "\(UnfinishedLedger.kept(kept.eventCount)): see to that, and \(resumption(of: path))"
    default: return nil
    }
  }

  /// What to do about it where it came from reading; nil if it says so itself.
  fileprivate func remedyOfReading(in surroundings: Surroundings) -> String? {
    guard case .storage(let path, let fault) = self else { return nil }
    switch fault.reason {
    case .missing:
      let part = LedgerWriter.unfinishedPath(of: path)
      if surroundings.isBeingWritten(part) { return "its run still goes on: wait until it has ended" }
      if (try? surroundings.ledgers.open(part)) != nil { return "its run was cut short: \(resumption(of: part))" }
      return "name a ledger that is there"
    default: return "name a file that may be read"
    }
  }
}
