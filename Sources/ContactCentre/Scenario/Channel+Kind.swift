extension Channel {
  /// How the work of a channel is done. Everything else a channel says holds for any kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A voice call: takes a handler whole.
    case call
    /// A text conversation: a handler of a concurrent team may hold several, unless the channel says otherwise.
    case chat
    /// Work nobody waits for on the line, such as an online report.
    case deferred
    /// A person at a counter: takes a handler whole.
    case visit

    /// Whether nobody waits on the line: work is then in time that is finished within the target, and there are figures
    /// of what is left over at midnight and of how long reviews take.
    public var isDeferred: Bool {
      switch self {
      case .deferred: true
      case .call, .chat, .visit: false
      }
    }

    /// Whether a handler of a concurrent team may hold several at once where the channel does not say.
    public var isConcurrent: Bool {
      switch self {
      case .chat: true
      case .call, .deferred, .visit: false
      }
    }
  }
}
