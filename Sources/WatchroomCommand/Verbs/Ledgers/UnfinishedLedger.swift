import Watchroom

/// The ledger of a run that was cut short, by the name it has or by that which it is to have.
struct UnfinishedLedger {
  /// What it is to be called. What a link leads to is replaced, not the link.
  let path: String
  /// What it is called until then.
  var part: String { LedgerWriter.unfinishedPath(of: path) }
  /// Both.
  var paths: [String] { [path, part] }

  /// The one that is, or is to be, called `path`.
  init(_ path: String, in surroundings: Surroundings) {
    self.path = surroundings.drafts.target(of: Self.finishedPath(of: path))
  }

  /// What the ledger that is, or is to be, called `path` is to be called.
  static func finishedPath(of path: String) -> String {
    let ending = LedgerWriter.unfinishedPath(of: "")
    return path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
  }
}
