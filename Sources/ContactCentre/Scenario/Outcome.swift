import DiscreteEvents

extension Channel {
  /// What a contact turns out to be, how often, and what comes of it.
  public struct Outcome: Sendable, Equatable {
    /// Its name, for example `resolved` or `P1`.
    public var name: String
    /// The share of handled contacts, 0 … 1.
    public var share: Double
    /// The grade, by name, of the incident it opens; nil for none. Where a file does not say it of an outcome
    /// that is called like a grade, that is the grade.
    public var grade: String?
    /// How long after the answer the incident opens, in seconds; nil: at the end of the conversation.
    public var opens: Distribution?
    /// How long a handler spends with such a contact, in seconds; nil: as with any of the channel.
    public var handling: Distribution?
    /// How long a handler then spends finishing off, in seconds; nil: as with any of the channel.
    public var wrapUp: Distribution?
    /// The contacts that may come of it later.
    public var followUps: [FollowUp]
    /// Where its caller is handed on to, if anywhere.
    public var transfer: Transfer?
    /// The share of those who would turn out so who do not come at all, because they were told better, 0 … 1.
    public var deterred: Double

    /// An outcome.
    public init(
      name: String, share: Double, grade: String? = nil, opens: Distribution? = nil, handling: Distribution? = nil,
      wrapUp: Distribution? = nil, followUps: [FollowUp] = [], transfer: Transfer? = nil,
      deterred: Double = 0
    ) {
      self.name = name
      self.share = share
      self.grade = grade
      self.opens = opens
      self.handling = handling
      self.wrapUp = wrapUp
      self.followUps = followUps
      self.transfer = transfer
      self.deterred = deterred
    }
  }

  /// Another contact that comes of one that is over: a caller who was sent away tries elsewhere, a victim is to be told.
  public struct FollowUp: Sendable, Equatable {
    /// Its name, for example `victim contact`.
    public var name: String
    /// The channel it comes on, by name.
    public var to: String
    /// The probability that it comes, 0 … 1.
    public var probability: Double
    /// How long after the end of the conversation, in seconds; what is longer than ``Event/longest`` is cut to that.
    public var after: Distribution

    /// A follow-up.
    public init(name: String, to: String, probability: Double = 1, after: Distribution) {
      self.name = name
      self.to = to
      self.probability = probability
      self.after = after
    }
  }

  /// Where a caller is handed on to when the conversation is over, and how.
  public struct Transfer: Sendable, Equatable {
    /// The channel on which the caller is offered anew, by name.
    public var to: String
    /// Nil for a cold transfer: the first handler lets go at once. Else the first handler stays on the line until
    /// somebody answers, and both then speak for so long, in seconds.
    public var warm: Distribution?

    /// A transfer.
    public init(to: String, warm: Distribution? = nil) {
      self.to = to
      self.warm = warm
    }
  }
}
