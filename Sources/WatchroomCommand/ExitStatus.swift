/// What a run of the command tells the shell. The numbers are fixed, because scripts depend on them; those from 64 on
/// are the ones of BSD's `sysexits.h`.
enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case commandLineWrong = 64
  case inputFileWrong = 65
  case inputOrOutputFailed = 74

  /// What it means, as help texts say it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .commandLineWrong: "the command line is wrong"
    case .inputFileWrong: "an input file is wrong"
    case .inputOrOutputFailed: "reading or writing failed"
    }
  }
}
