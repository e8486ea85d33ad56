import Metrics

extension StaffingSize {
  /// What more heads do where no plan was found that meets every target.
  public struct Shortfall: Sendable {
    /// The heads there are, or those of a formula where these are more.
    public let fewer: Scored
    /// Twice as many, and ten more at least, as far as limits go: the most that was tried.
    public let most: Scored
  }

  /// What keeps the most heads tried from meeting every target.
  public enum Bar: Sendable, Equatable {
    /// They are the most allowed.
    case limits
    /// Their being twice as many did next to nothing for the target that is furthest from being met. Of some levers, by their
    /// places in ``StaffingSize/levers``, they are the most allowed.
    case elsewhere(atLimits: [Int])
    /// They meet every target by mean, but so few replications, or contacts, leave doubt.
    case tooFewRuns
    /// More of them might do.
    case tooFew
  }

  /// How far a plan is on the right side of a target beyond doubt, in shares of its bound, so that times and shares compare.
  func margin(_ scored: Scored, _ target: Int) -> Double {
    let value = scored.values[target]
    return (targets[target].slack(value.mean) - (value.halfWidth ?? 0)) / targets[target].scale
  }

  /// The target that a plan keeps by least, or misses by most; nil without targets. Of those that are missed by mean, if any
  /// are: another, of fewer cases, may be in more doubt.
  public func hardest(_ scored: Scored) -> Int? {
    let missed = targets.indices.filter { !targets[$0].isMet(by: scored.values[$0].mean) }
    return (missed.isEmpty ? Array(targets.indices) : missed).min { margin(scored, $0) < margin(scored, $1) }
  }

  /// What keeps the most heads tried from meeting the target they are furthest from; nil where a plan was found.
  public var bar: Bar? {
    guard let shortfall, let target = hardest(shortfall.most) else { return nil }
    if shortfall.most.meets { return .tooFewRuns }
    let atLimits = levers.indices.filter { levers[$0].limits.upperBound == shortfall.most.heads[$0] }
    if atLimits.count == levers.count { return .limits }
    func slack(_ plan: Scored) -> Double { targets[target].slack(plan.values[target].mean) }
    let missing = (shortfall.most.values[target].halfWidth ?? 0) - slack(shortfall.most)
    return slack(shortfall.most) - slack(shortfall.fewer) < missing * Self.leastGain
      ? .elsewhere(atLimits: atLimits) : .tooFew
  }

  /// The share of what is missing that twice the heads must gain at least for more of them to promise anything: gains wear
  /// off, so that with less it would take a thousand times the heads.
  private static let leastGain = 0.1
}
