import Watchroom

/// How the command ends without having done all it was asked for: what it says on standard error, and what it tells the
/// shell.
///
/// The one error of all verbs. Whoever finds out makes it and throws it; ``Command`` says it, once. Only who goes on with
/// something else says it at that moment: see ``Attempts``.
struct Ending: Error {
  let status: ExitStatus
  /// What is said, line by line.
  private(set) var lines: [Diagnostic]
  /// The problems that are why, where there are such.
  private(set) var problems: [Problem] = []
  /// What is wrong with the scenario, where that is why.
  private(set) var rejection: ScenarioError?

  /// An ending of which these lines say all.
  init(_ status: ExitStatus, _ lines: [Diagnostic]) {
    self.status = status
    self.lines = lines
  }

  /// An ending because of an error of the command as a whole.
  init(_ status: ExitStatus, _ message: String) { self.init(status, [.error(message)]) }

  /// An ending because of `problems`, which files are to blame for if nothing else is said; `place` says what to call the
  /// place of each.
  init(_ problems: [Problem], status: ExitStatus = .inputFileWrong, place: (Place) -> String = \.description) {
    self.init(status, problems.map { Diagnostic($0, place: place) })
    self.problems = problems
  }

  /// The same, and one thing more to say.
  func adding(_ line: Diagnostic) -> Ending {
    var ending = self
    ending.lines.append(line)
    return ending
  }

  /// The same, because of a scenario that is rejected by `error`.
  func rejecting(_ error: ScenarioError) -> Ending {
    var ending = self
    ending.rejection = error
    return ending
  }
}

extension Ending {
  /// The command line makes no sense.
  ///
  /// - Parameters:
  ///   - message: what is wrong and, where it can be guessed, what would be right.
  ///   - verb: the verb it was addressed to, if that much is clear: its help says more.
  static func misuse(_ message: String, of verb: Verb?) -> Ending {
    let help = verb.map { "watchroom \($0.name) --help" } ?? "watchroom --help"
    return Ending(.commandLineWrong, "\(message) (see “\(help)”)")
  }

  /// The file at `path` is not what it should be, as a whole or under `key`.
  static func wrong(_ path: String, at key: String = "", _ message: String, _ remedy: String) -> Ending {
    Ending([Problem(place: Place(origin: .file(path)), path: key, message: message, remedy: remedy)])
  }

  /// The file at `path`, of which at most `limit` bytes are read, cannot be.
  static func unreadable(_ path: String, _ fault: FileFault, limit: Int = .max, remedy: String? = nil) -> Ending {
    let problem = Problem(
      place: Place(origin: .file(path)), path: "", message: fault.message(path), remedy: remedy ?? fault.remedy(limit))
    return Ending([problem], status: fault == .tooLarge ? .inputFileWrong : .inputOrOutputFailed)
  }

  /// The file or folder at `path` cannot be written; `remedy` is what to do if the reason does not tell.
  static func unwritable(_ path: String, _ fault: OutputFault, remedy: String) -> Ending {
    let remedy = fault.remedy(at: path, otherwise: remedy)
    return Ending(.inputOrOutputFailed, "\(path) cannot be written: \(fault.reason) — \(remedy)")
  }

  /// Standard output cannot be written.
  static func unprintable(_ fault: OutputFault) -> Ending {
    let remedy = fault.remedy(at: StandardStreamName.output, otherwise: "send it elsewhere")
    return Ending(.inputOrOutputFailed, "standard output cannot be written: \(fault.reason) — \(remedy)")
  }

  /// Somebody wanted the command to end, and so it does; `line` says with what.
  static func interrupted(_ line: Diagnostic, in surroundings: Surroundings) -> Ending {
    Ending(surroundings.interruption.status ?? .interrupted, [line])
  }
}

/// What `work` gives, which writes the file at `path`; where that cannot be written, `remedy` is what to do if the reason does
/// not tell.
func writing<Value>(
  _ path: String, remedy: String, _ work: @autoclosure () throws(OutputFault) -> Value
) throws(Ending) -> Value {
  do throws(OutputFault) { return try work() } catch { throw .unwritable(path, error, remedy: remedy) }
}
