/// Whether a channel answers the share of contacts it aims at.
///
/// Judged by the mean over replications of the share of contacts *offered* that were answered in time, the strictest of
/// the three definitions of a service level and the one a scenario's target means.
struct TargetVerdict {
  /// What "in time" means, in seconds.
  let within: Double
  /// The share aimed at.
  let target: Double
  /// The share reached, of contacts offered.
  let reached: Double

  /// The verdict on the `serviceLevel` part of a channel's figures; nil if the channel has no target.
  init?(_ serviceLevel: FigureTree) {
    within = serviceLevel.estimate("within").mean
    target = serviceLevel.estimate("target").mean
    reached = serviceLevel.estimate("ofOffered").mean
    if !target.isFinite { return nil }
  }

  /// Whether the share reached is the target or better; false where nobody was offered.
  var isMet: Bool { reached >= target }
}
