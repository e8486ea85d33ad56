/// What an option leaves behind at the path that it names, and what of it may be there already.
enum OptionOutput: Sendable {
  /// A file, in place of none but an empty one or one of its kind.
  case file(OutputKind)
  /// A folder of such files.
  case folder(OutputKind)
  /// A file of which the kind depends on another option.
  case export
  /// A file that people go on to edit, in place of one only if that is forced.
  case editable
  /// A file that grows while the work goes on. Its verb knows what it may go on with, or replace.
  case growing

  /// The kind of files that are replaced, where it is known from the option alone.
  var kind: OutputKind? {
    switch self {
    case .file(let kind), .folder(let kind): kind
    case .export, .editable, .growing: nil
    }
  }

  var isGrowing: Bool { if case .growing = self { true } else { false } }
}
