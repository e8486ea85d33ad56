/// What a run of the command tells the shell. The numbers are fixed, because scripts depend on them; those from 64 on
/// are the ones of BSD's `sysexits.h`.
enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case expectationFailed = 1
  case commandLineWrong = 64
  case inputFileWrong = 65
  case inputOrOutputFailed = 74

  /// How verbs end that judge nothing.
  static let withoutVerdicts = allCases.filter { $0 != .expectationFailed }

  /// What it means, as help texts say it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .expectationFailed: "an expectation or verification failed, or is uncertain"
    case .commandLineWrong: "the command line is wrong"
    case .inputFileWrong: "an input file is wrong"
    case .inputOrOutputFailed: "reading or writing failed"
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
    }
  }
}
