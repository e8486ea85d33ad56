import Watchroom

/// The page a verb is asked to write, by ``OptionDeclaration/reportPage``.
struct PageFile {
  private let path: String
  private let surroundings: Surroundings

  /// The page that `arguments` ask for; nil if they ask for none.
  init?(_ arguments: ParsedArguments, verb: String, in surroundings: Surroundings) throws(UsageError) {
    guard let path = arguments.last(.reportPage) else { return nil }
    try arguments.checkIsWhole(for: .reportPage, "a page is", verb: verb)
    self.path = path
    self.surroundings = surroundings
  }

  /// Writes it; reports what goes wrong.
  ///
  /// - Throws: how the command should end, if there was an error.
  func write(_ html: String) throws(ExitStatus) {
    let status = OutputFiles.leave(html, at: path, in: surroundings)
    if status != .done { throw status }
  }
}
