import DiscreteEvents

extension Channel {
  /// A text message after the contact that asks how it went.
  ///
  /// How the answer depends on the wait and the outcome is an assumption: no force publishes such a curve. See
  /// ``probability(wait:factor:)``.
  public struct Survey: Sendable, Equatable {
    /// How much likelier, or less likely, people are satisfied with an outcome.
    public struct Factor: Sendable, Equatable {
      /// The outcome, by name.
      public var outcome: String
      /// The factor; 1 for an outcome that is not named.
      public var factor: Double

      /// A factor.
      public init(outcome: String, factor: Double) {
        self.outcome = outcome
        self.factor = factor
      }
    }

    /// The share of answered contacts that are asked, 0 … 1.
    public var sample: Double
    /// The share of those asked who reply, 0 … 1.
    public var replies: Double
    /// The share of those who reply who would be satisfied if nobody waited, 0 … 1.
    public var satisfied: Double
    /// The wait in the queue that halves it.
    public var halfLife: Milliseconds
    /// The outcomes for which it is another.
    public var outcomes: [Factor]

    /// A survey.
    public init(
      sample: Double, replies: Double, satisfied: Double, halfLife: Milliseconds, outcomes: [Factor] = []
    ) {
      self.sample = sample
      self.replies = replies
      self.satisfied = satisfied
      self.halfLife = halfLife
      self.outcomes = outcomes
    }

    /// The probability that somebody is satisfied who waited `wait` in the queue, by the assumed curve:
    /// `satisfied` × 2^(−wait / `halfLife`) × `factor`, and no more than 1.
    public func probability(wait: Milliseconds, factor: Double = 1) -> Double {
      Self.probability(satisfied: satisfied, wait: wait, halfLife: halfLife, factor: factor)
    }

    /// As ``probability(wait:factor:)``, of the numbers of a survey.
    package static func probability(
      satisfied: Double, wait: Milliseconds, halfLife: Milliseconds, factor: Double
    ) -> Double {
      // Exactly a power of two where the wait is a whole number of half-lives.
      let halvings = Double(wait) / Double(halfLife)
      let whole = halvings.rounded(.down)
      if whole >= 1_000 { return 0 }
      let rest = PortableMath.exp(-(halvings - whole) * 0.693_147_180_559_945_309_4)
      return min(1, max(0, satisfied * factor * Double(sign: .plus, exponent: -Int(whole), significand: rest)))
    }
  }
}
