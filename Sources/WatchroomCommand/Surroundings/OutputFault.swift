import Foundation

/// Why something could not be written.
struct OutputFault: Error, Equatable {
  /// The system's number for it, for example `ENOSPC`.
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// Why the latest call of the system failed.
  static var latest: OutputFault { OutputFault(errno) }

  /// Another program is writing the file.
  static let inUse = OutputFault(EWOULDBLOCK)

  /// The system's words for it, for example "No space left on device".
  var reason: String { self == .inUse ? "another program is writing it" : String(cString: strerror(code)) }

  /// Whether nobody reads any more what is written: a reader of a pipe who went away.
  var isReaderGone: Bool { code == EPIPE }
}
