import Foundation

/// Whether this process may have threads besides its first.
enum Threads {
  /// What is needed at the least: one that waits for signals, and one that heeds them.
  private static let least = 2
  /// Holds those that are made, so that all are there at a time.
  private static let gate = DispatchSemaphore(value: 0)

  /// Throws if the process cannot have two more threads: Dispatch would try for ever to make one, and say nothing.
  static func check() throws(Ending) {
    var made: [pthread_t] = []
    var code: Int32 = 0
    while made.count < least, code == 0 {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      code = pthread_create(&thread, nil, { _ in Threads.wait() }, nil)
      #if canImport(Darwin)
        if code == 0, let thread { made.append(thread) }
      #else
        if code == 0 { made.append(thread) }
      #endif
    }
    for _ in made { gate.signal() }
    for thread in made { pthread_join(thread, nil) }
    if code != 0 { throw failure(code) }
  }

  /// How the command ends where threads cannot be made because of `code`, the system's number for the reason.
  static func failure(_ code: Int32) -> Ending {
    Ending(
      .inputOrOutputFailed,
      "no thread can be made: \(String(cString: strerror(code))) — allow more processes (ulimit -u, or the limit of a "
        + "container on pids) or more memory (ulimit -v)")
  }

  private static func wait() -> UnsafeMutableRawPointer? {
    gate.wait()
    return nil
  }
}
