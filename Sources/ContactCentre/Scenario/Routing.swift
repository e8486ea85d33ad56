import DiscreteEvents

extension Channel {
  /// How a channel's contacts come to a handler beyond the order of priorities: see `Decider.route()`.
  public struct Routing: Sendable, Equatable {
    /// The channels, by name, whose contacts a handler leaves for one of this channel if nobody is free. What is left
    /// keeps its handler, and the work that remains is done when the handler is free again.
    public var preempts: [String]
    /// How many handlers of a team are kept free: a contact of this channel is taken by a handler with nothing in hand
    /// only while more than so many of the team have nothing in hand.
    public var leavesFree: Int
    /// Among channels of equal priority, how much longer a contact of this one counts as having waited.
    public var headStart: Milliseconds
    /// Among channels of equal priority, how many times as much its wait, with the head start, counts.
    public var waitWeight: Double
    /// Who else may take a contact that has waited long.
    public var overflow: Overflow?

    /// First come, first served among equals, by the teams that answer.
    public init(
      preempts: [String] = [], leavesFree: Int = 0, headStart: Milliseconds = 0, waitWeight: Double = 1,
      overflow: Overflow? = nil
    ) {
      self.preempts = preempts
      self.leavesFree = leavesFree
      self.headStart = headStart
      self.waitWeight = waitWeight
      self.overflow = overflow
    }
  }

  /// Teams that may take a contact once it has waited long enough.
  public struct Overflow: Sendable, Equatable {
    /// How long it waits in the queue first; more than zero.
    public var after: Milliseconds
    /// The teams, by name, the one to be asked first leading.
    public var teams: [String]

    /// An overflow.
    public init(after: Milliseconds, teams: [String]) {
      self.after = after
      self.teams = teams
    }
  }
}

/// A rule by which teams help on a channel while its queue is long.
public struct Surge: Sendable, Equatable {
  /// Its name, for example `all hands`.
  public var id: String
  /// The channel whose queue is watched, by name.
  public var channel: String
  /// More than so many waiting are too many.
  public var over: Int
  /// How long they must be too many before the teams help.
  public var lasting: Milliseconds
  /// The teams are released when no more than so many wait; at most `over`.
  public var until: Int
  /// The teams that then answer the channel too, by name, the one to be asked first leading.
  public var teams: [String]

  /// A surge rule.
  public init(id: String, channel: String, over: Int, lasting: Milliseconds, until: Int, teams: [String]) {
    self.id = id
    self.channel = channel
    self.over = over
    self.lasting = lasting
    self.until = until
    self.teams = teams
  }
}
