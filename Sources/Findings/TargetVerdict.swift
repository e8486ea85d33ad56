import Experiments

/// Whether a channel, or the response to a grade of incidents, is in time as often as it aims to be.
///
/// Judged by the mean over replications: for a channel of the share of contacts *offered* that were answered in time,
/// the strictest of the three definitions of a service level and the one a scenario's target means; for a grade of the
/// share of incidents *attended* that were attended in time, as forces publish it.
package struct TargetVerdict {
  /// What "in time" means, in seconds.
  package let within: Double
  /// The share aimed at.
  package let target: Double
  /// The share reached.
  package let reached: Double

  /// The verdict on the `serviceLevel` part of a channel's figures; nil if the channel has no target.
  package init?(serviceLevel: FigureTree) {
    self.init(serviceLevel, reached: "ofOffered")
  }

  /// The verdict on the figures of a grade; nil if the grade has no target.
  package init?(grade: FigureTree) {
    self.init(grade, reached: "withinTarget")
  }

  private init?(_ figures: FigureTree, reached name: String) {
    within = figures.estimate("within").mean
    target = figures.estimate("target").mean
    reached = figures.estimate(name).mean
    if !target.isFinite { return nil }
  }

  /// Whether the share reached is the target or better, but for rounding; nil where it is a share of nobody.
  package var isMet: Bool? { reached.isFinite ? Rounding.isAtMost(target, reached) : nil }
}
