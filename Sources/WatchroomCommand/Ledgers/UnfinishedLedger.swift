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

  /// That so many events are kept, `whole` being what they are the first of.
  static func kept(_ count: UInt64, of whole: String? = nil) -> String {
    let of = whole.map { " of \($0)" } ?? ""
    return switch count {
    case 0: "no event\(of) is kept"
    case 1: "the first event\(of) is kept"
    default: "the first \(count) events\(of) are kept"
    }
  }

  /// What the ledger that is, or is to be, called `path` is to be called.
  static func finishedPath(of path: String) -> String {
    let ending = LedgerWriter.unfinishedPath(of: "")
    return path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
  }
}
