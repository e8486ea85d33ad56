extension FileFault {
  /// What is wrong.
  public func message(_ path: String) -> String {
    switch self {
    // What is no UTF-8 in a name was replaced when it was read, and no file has the name that came of it.
    case .missing where path.contains("\u{FFFD}"): "the file \(path) cannot be found: its name is not UTF-8, rename it"
    case .missing: "there is no file \(path)"
    case .tooLarge: "the file \(path) is too large"
    case .unreadable(let reason): "the file \(path) cannot be read: \(reason)"
    }
  }

  /// What would be right, where at most `limit` bytes are read.
  public func remedy(_ limit: Int) -> String {
    switch self {
    case .missing: "name a file that exists; a name inside a file is relative to that file"
    case .tooLarge: "a file of this kind has at most \(limit >> 20) MiB"
    case .unreadable: "name a file that may be read"
    }
  }
}
