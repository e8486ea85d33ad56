/// How certain figures with targets should be before no more replications are run. One that no replication so far defines is
/// not certain, and one that none can define is left out: see ``TargetCertainty/undefined``.
///
/// The number of replications follows from the results of the batches before alone, so that it is the same for any number
/// of jobs, and the result is that of an experiment that was told this number.
///
/// Looking at an interval several times and stopping when it happens to be narrow makes it hold the true mean a little
/// less often than 95 times in a hundred; batches of ten and a first one of at least ten keep that small.
public struct Precision: Sendable, Equatable {
  /// The half-width that no figure with a target may exceed in the end.
  public let halfWidth: Double
  /// The replications to stop after all the same.
  public let most: Int

  /// The replications that are added at least, and run first.
  package static let batch = 10

  /// A precision; `most` is two at least, because a single replication has no half-widths.
  public init(halfWidth: Double, most: Int) {
    precondition(halfWidth > 0 && most >= 2, "a half-width takes two replications, and none is 0 for certain")
    self.halfWidth = halfWidth
    self.most = most
  }

  /// How many replications are run first where so many are asked for: a batch at least, but no more than ``most``.
  package func first(of replications: Int) -> Int { min(max(replications, Self.batch), most) }

  /// Whether figures as certain as `certainty` says are as certain as this asks. Not if there is none to judge.
  public func isReached(by certainty: TargetCertainty) -> Bool {
    certainty.judged > 0 && certainty.widest <= halfWidth
  }

  /// How many replications there should be, after so many led to half-widths of at most `widest`; nil if these are enough.
  ///
  /// Half-widths shrink with the root of the number: so many as that predicts, in whole batches, but not more than double.
  func next(after count: Int, widest: Double) -> Int? {
    guard widest > halfWidth, count < most else { return nil }
    let ratio = widest / halfWidth
    let wanted = min(Double(count) * ratio * ratio, Double(count) * 2)
    let batches = max(count / Self.batch + 1, Int((wanted / Double(Self.batch)).rounded(.up)))
    return min(most, batches * Self.batch)
  }
}
