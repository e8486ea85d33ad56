// What becomes of work that is asked to end, as the message says.
extension Interruption {
  /// Replications that are averaged, or compared, of which `least` make a result.
  static func finishingReplications(least: Int) -> String {
    let enough = least == 1 ? "one is" : "\(least) are"
    return "if \(enough) done by now, replications under way are finished first, and the result is that of all done"
  }

  /// A run that cannot be shown in part: one replication alone, or those of a shard.
  static let leavingNothing = "what is under way is left off, and nothing comes of it"

  /// A run whose events are kept as they happen.
  static let keepingEvents = "what has happened so far is kept first"
}
