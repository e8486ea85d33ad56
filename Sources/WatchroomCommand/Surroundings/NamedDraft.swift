import Watchroom

/// A file that could not be written.
struct UnwritableFile: Error {
  let path: String
  let fault: OutputFault
}

/// A file that is being written, and the name it will have.
struct NamedDraft {
  private let path: String
  private let draft: any Draft

  /// Begins a file that will be called `path`.
  init(_ path: String, in drafts: any DraftStorage) throws(UnwritableFile) {
    self.path = path
    do throws(OutputFault) { draft = try drafts.begin(path) } catch { throw UnwritableFile(path: path, fault: error) }
  }

  /// Adds a piece to it.
  func write(_ piece: String) throws(UnwritableFile) {
    do throws(OutputFault) { try draft.write(piece) } catch { throw UnwritableFile(path: path, fault: error) }
  }

  /// Gives it its name. Must be called once, or else ``discard()``.
  func finish() throws(UnwritableFile) {
    do throws(OutputFault) { try draft.finish() } catch { throw UnwritableFile(path: path, fault: error) }
  }

  /// Leaves nothing behind.
  func discard() { draft.discard() }
}
