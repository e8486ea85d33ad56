/// A file that is being written, and the name it will have.
struct NamedDraft {
  private let path: String
  private let remedy: String
  private let draft: any Draft

  /// The file that `draft` is, which will be called `path`; `remedy` is what to do where it cannot be written.
  init(_ path: String, _ draft: any Draft, remedy: String) {
    self.path = path
    self.remedy = remedy
    self.draft = draft
  }

  /// Begins a file that will be called `path`; `remedy` is what to do where it cannot be written.
  init(_ path: String, in drafts: any DraftStorage, remedy: String) throws(Ending) {
    self.init(path, try writing(path, remedy: remedy, try drafts.begin(path)), remedy: remedy)
  }

  /// Adds a piece to it.
  func write(_ piece: String) throws(Ending) { try writing(path, remedy: remedy, try draft.write(piece)) }

  /// Gives it its name. Must be called once, or else ``discard()``.
  func finish() throws(Ending) { try writing(path, remedy: remedy, try draft.finish()) }

  /// Leaves nothing behind.
  func discard() { draft.discard() }
}
