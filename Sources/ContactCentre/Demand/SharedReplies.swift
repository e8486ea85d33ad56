import Synchronization

/// The replies to the messages of a plan's sources, as they stand before its first cell: reckoned once, when the first
/// replication asks, for all of them.
final class SharedReplies: Sendable {
  private let reckoned = Mutex<[Int: MessageReplies]>([:])

  /// Those of a source, reckoned by `make` if nobody has asked before. Who asks meanwhile waits for them.
  func replies(ofSource number: Int, _ make: () -> MessageReplies) -> MessageReplies {
    reckoned.withLock { reckoned in
      if let known = reckoned[number] { return known }
      let replies = make()
      reckoned[number] = replies
      return replies
    }
  }
}
