import DiscreteEvents

/// The people behind a team's posts: how many there are, how many leave, who joins, and how long learning takes.
///
/// The team's roster then tells of posts. On each day so many of them are filled as there are people for each post of the
/// establishment, be it more than one.
public struct Workforce: Sendable, Equatable {
  /// People who join together.
  public struct Intake: Sendable, Equatable {
    /// Its name, for example `August`.
    public var id: String
    /// The day they begin their training, in days since 1 January 1970.
    public var on: Int
    /// How many of them, full-time equivalents, come through their training.
    public var heads: Double
    /// How long the training is; at its end they join the team.
    public var training: Milliseconds

    /// An intake.
    public init(id: String, on: Int, heads: Double, training: Milliseconds = 0) {
      self.id = id
      self.on = on
      self.heads = heads
      self.training = training
    }

    /// The first day they are at work, in days since 1 January 1970.
    public var joins: Int { on + Int((training + .day - 1) / .day) }
  }

  /// How much longer those who have joined take over their work.
  public struct Learning: Sendable, Equatable {
    /// How many times as long on the first day.
    public var slower: Double
    /// How long it takes to become as quick as anybody: the factor falls to one in a straight line.
    public var over: Milliseconds

    /// A learning curve.
    public init(slower: Double, over: Milliseconds) {
      self.slower = slower
      self.over = over
    }
  }

  /// The posts there should be people for, full-time equivalents.
  public var establishment: Double
  /// The people there are on the day ``asOf``.
  public var strength: Double
  /// The day of which ``strength`` is told, in days since 1 January 1970.
  public var asOf: Int
  /// People who leave in 365 days, as a share of those there are.
  public var leavers: Double
  /// Who joins.
  public var intakes: [Intake]
  /// How they learn; nil if they are as quick as anybody from their first day.
  public var learning: Learning?

  /// A workforce.
  public init(
    establishment: Double, strength: Double, asOf: Int, leavers: Double = 0, intakes: [Intake] = [],
    learning: Learning? = nil
  ) {
    self.establishment = establishment
    self.strength = strength
    self.asOf = asOf
    self.leavers = leavers
    self.intakes = intakes
    self.learning = learning
  }
}
