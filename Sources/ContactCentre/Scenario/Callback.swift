import DiscreteEvents

extension Channel {
  /// The offer to hang up, keep one's place in the queue, and be called when one's turn has come: a virtual hold.
  public struct Callback: Sendable, Equatable {
    /// It is made to whoever must wait while at least so many wait ahead in the channel's queue.
    public var whenWaiting: Int
    /// The share of those asked who accept, 0 … 1.
    public var accepts: Double
    /// How long the handler takes to dial and hear whether anybody picks up, in seconds.
    public var dialling: Distribution
    /// The share of those called who pick up, 0 … 1.
    public var reached: Double

    /// An offer of a callback.
    public init(whenWaiting: Int, accepts: Double, dialling: Distribution = .constant(0), reached: Double = 1) {
      self.whenWaiting = whenWaiting
      self.accepts = accepts
      self.dialling = dialling
      self.reached = reached
    }
  }
}
