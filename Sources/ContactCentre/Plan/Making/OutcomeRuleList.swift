import DiscreteEvents

/// How contacts turn out, while a plan is made.
struct OutcomeRuleList {
  /// Each channel's shares, summed up to and including each.
  private(set) var shares: [Double] = []
  /// What each opens, and after those of each channel what `other` does.
  private(set) var openings: [OpeningRule] = []

  /// Adds the outcomes of a channel.
  mutating func add(_ outcomes: [Channel.Outcome], numberOfGrade: [String: Int]) {
    shares += PlanTables.summedUp(outcomes.map(\.share))
    openings += outcomes.map { outcome in
      OpeningRule(
        grade: outcome.grade.flatMap { numberOfGrade[$0] }.map { UInt8($0) } ?? ResponseTables.noGrade,
        isEarly: outcome.opens != nil, after: Sampler(outcome.opens ?? .constant(0)))
    }
    openings.append(OpeningRule(grade: ResponseTables.noGrade, isEarly: false, after: Sampler(.constant(0))))
  }
}
