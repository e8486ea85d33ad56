/// What a run of the command tells the shell. The numbers are fixed, because scripts depend on them; those from 64 on
/// are the ones of BSD's `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case expectationFailed = 1
  case commandLineWrong = 64
  case inputFileWrong = 65
  case inputOrOutputFailed = 74
  case hungUp = 129
  case interrupted = 130
  case terminated = 143

  /// How verbs end that judge something, and nobody cuts short.
  static let withVerdicts = allCases.filter { $0.rawValue < 128 }
  /// How verbs end that judge nothing.
  static let withoutVerdicts = withVerdicts.filter { $0 != .expectationFailed }

  /// What it means, as help texts say it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .expectationFailed: "an expectation or verification failed, or is uncertain"
    case .commandLineWrong: "the command line is wrong"
    case .inputFileWrong: "an input file is wrong"
    case .inputOrOutputFailed: "reading or writing failed"
    case .hungUp: "its terminal was closed (SIGHUP)"
    case .interrupted: "it was interrupted (SIGINT, Ctrl-C)"
    case .terminated: "it was asked to end (SIGTERM)"
    }
  }
}

extension ExitStatus: Comparable {
  /// Whether `right` is the one to end with where both apply: a verdict matters only if everything could be judged, and
  /// what cannot be read may be put right from outside, what is wrong may not.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.gravity < right.gravity }

  private var gravity: Int {
    switch self {
    case .done: 0
    case .expectationFailed: 1
    case .inputOrOutputFailed: 2
    case .inputFileWrong: 3
    case .commandLineWrong: 4
    case .hungUp, .interrupted, .terminated: 5
    }
  }
}
