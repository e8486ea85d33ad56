/// Where files are left behind that are too long to be held in memory.
protocol DraftStorage: Sendable {
  /// Begins a file that will be called `path`, in place of any of that name.
  func begin(_ path: String) throws(OutputFault) -> any Draft

  /// Throws if a file called `path` could not be begun. Leaves nothing behind.
  func check(_ path: String) throws(OutputFault)

  /// Makes a folder unless there is one; whether there was none. Another process may take it away while nothing is in
  /// it.
  func makeFolder(_ path: String) throws(OutputFault) -> Bool

  /// Whether a file written to `path` would take the place of one: there is one, and it is no device, pipe or open file, which
  /// are written to as they are.
  func replaces(_ path: String) -> Bool

  /// The first bytes of the file at `path`: as many as tell what it is, or all there are.
  func beginning(of path: String) throws(OutputFault) -> [UInt8]

  /// Whether two names are those of one file that is there.
  func areOne(_ path: String, _ other: String) -> Bool

  /// Where a link of that name leads, also if nothing is there yet; itself if it is none.
  func target(of path: String) -> String

  /// Removes a folder if nothing is in it.
  func removeFolder(_ path: String)

  /// Does `work`, which gives files their names: where somebody wants the command to end at once, not in the middle of
  /// it.
  func together(_ work: () throws(Ending) -> Void) throws(Ending)
}

extension DraftStorage {
  func together(_ work: () throws(Ending) -> Void) throws(Ending) { try work() }

  func check(_ path: String) throws(OutputFault) { try begin(path).discard() }
}

/// A file that is being written. Until it is finished nobody finds a part of it under its name.
protocol Draft: TextOutput {
  /// Gives the file its name. Must be called once, or else ``discard()``.
  func finish() throws(OutputFault)

  /// Leaves nothing behind.
  func discard()
}
