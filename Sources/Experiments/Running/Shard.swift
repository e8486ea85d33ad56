/// One of several equal shares of the replications of an experiment, so that several machines can run them.
public struct Shard: Sendable, Equatable {
  /// Which share it is, from 1.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  /// Share `number` of `count`; nil if there is no such share.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// The numbers of the replications it has of `replications`, from 0.
  ///
  /// Shares differ in length by one at most, follow one another and hold every replication once; with fewer replications
  /// than shares some are empty.
  ///
  /// - Precondition: `replications` is not negative.
  public func range(of replications: Int) -> Range<Int> {
    precondition(replications >= 0, "the number of replications is not negative")
    return share(number - 1, of: replications)..<share(number, of: replications)
  }

  /// What the first `parts` of as many shares as there are hold, of whatever number without overflowing.
  private func share(_ parts: Int, of replications: Int) -> Int {
    count.dividingFullWidth(replications.multipliedFullWidth(by: parts)).quotient
  }
}
