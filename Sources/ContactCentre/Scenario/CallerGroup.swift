/// People who come again and again: repeat callers, each of whom is as likely as the others of the group to be the one.
///
/// Several groups mix frequencies. Whoever is of no group comes once only.
public struct CallerGroup: Sendable, Equatable {
  /// How much of a channel is theirs.
  public struct Share: Sendable, Equatable {
    /// The channel, by name.
    public var channel: String
    /// The share of its contacts, 0 … 1.
    public var share: Double

    /// A share of a channel's contacts.
    public init(channel: String, share: Double) {
      self.channel = channel
      self.share = share
    }
  }

  /// Its name, for example `frequent`.
  public var id: String
  /// How much of which channels is theirs; of channels not named nothing.
  public var channels: [Share]
  /// How many people it has, at most ``mostCallers``.
  public var callers: Int
  /// The share of their contacts that do not come, because somebody looked into what is behind them, 0 … 1.
  public var deterred: Double

  /// The most people of one group that an event can tell apart.
  public static let mostCallers = 1 << 16

  /// A group.
  public init(id: String, channels: [Share], callers: Int, deterred: Double = 0) {
    self.id = id
    self.channels = channels
    self.callers = callers
    self.deterred = deterred
  }
}
