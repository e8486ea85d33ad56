import DiscreteEvents

/// How urgent an incident is, and what follows from that.
public struct Grade: Sendable, Equatable {
  /// A share of incidents that end without anybody having come.
  public struct Withdrawal: Sendable, Equatable {
    /// The share of incidents, 0 … 1, that would end so if nobody came for long enough.
    public var share: Double
    /// How long after the incident opened, or was given its present grade, in seconds.
    public var after: Distribution

    /// A withdrawal.
    public init(share: Double, after: Distribution) {
      self.share = share
      self.after = after
    }
  }

  /// What becomes of an incident's grade after a wait.
  public struct Regrade: Sendable, Equatable {
    /// The new grade, by name.
    public var to: String
    /// The share of incidents, 0 … 1, that are regraded if no unit is sent for long enough.
    public var share: Double
    /// How long after the incident was given its present grade, in seconds.
    public var after: Distribution

    /// A regrading.
    public init(to: String, share: Double, after: Distribution) {
      self.to = to
      self.share = share
      self.after = after
    }
  }

  /// What callers do to whom nobody has come.
  public struct RingsAgain: Sendable, Equatable {
    /// The channel they ring, by name.
    public var channel: String
    /// The probability, 0 … 1, that they ring (and again, after each ring).
    public var probability: Double
    /// How long after the incident opened, was given its present grade, or was last rung about, in seconds.
    public var after: Distribution
    /// The most rings about one incident.
    public var atMost: Int

    /// A habit of ringing again.
    public init(channel: String, probability: Double, after: Distribution, atMost: Int) {
      self.channel = channel
      self.probability = probability
      self.after = after
      self.atMost = atMost
    }
  }

  /// Its name, for example `P1`.
  public var id: String
  /// The time in which a unit should arrive.
  public var within: Milliseconds
  /// The share of attended incidents that should be attended in time, 0 … 1, if any is aimed at.
  public var target: Double?
  /// Incidents of a grade with a higher number are sent a unit first.
  public var priority: Double
  /// Whether units drive to it on blue lights.
  public var isBlueLight: Bool
  /// Grades, by name, whose unit on its way is diverted to an incident of this grade if no unit is free.
  public var preempts: [String]
  /// Grades, by name, whose unit at the scene is called away to an incident of this grade if no unit is free or to be
  /// diverted.
  public var preemptsAtScene: [String]
  /// The shares of incidents that want one unit, two, three …; they sum to 1.
  public var units: [Double]
  /// A unit is sent only while more than so many are free: the last ones are held back for graver incidents.
  public var leavesFree: Int
  /// What kind of unit attends.
  public var attendedBy: UnitRole
  /// How long after it opened an incident is to be attended by appointment, in seconds; nil: as soon as may be.
  public var appointment: Distribution?
  /// Incidents called off: a unit on its way is stood down.
  public var cancelled: Withdrawal?
  /// Incidents resolved without deployment: this lapses when a unit is sent.
  public var resolved: Withdrawal?
  /// What becomes of the grade after a wait.
  public var regrade: Regrade?
  /// What callers do to whom nobody has come.
  public var ringsAgain: RingsAgain?
  /// How long a unit is at the scene, in seconds.
  public var scene: Distribution
  /// How long the unit that came first then writes it up, off the road, in seconds.
  public var paperwork: Distribution
  /// The share of attended incidents, 0 … 1, at which the unit that came first arrests somebody.
  public var arrests: Double

  /// A grade.
  public init(
    id: String, within: Milliseconds, target: Double? = nil, priority: Double = 0, isBlueLight: Bool = false,
    preempts: [String] = [], preemptsAtScene: [String] = [], units: [Double] = [1], leavesFree: Int = 0,
    attendedBy: UnitRole = .response, appointment: Distribution? = nil, cancelled: Withdrawal? = nil,
    resolved: Withdrawal? = nil, regrade: Regrade? = nil, ringsAgain: RingsAgain? = nil, scene: Distribution,
    paperwork: Distribution = .constant(0), arrests: Double = 0
  ) {
    self.id = id
    self.within = within
    self.target = target
    self.priority = priority
    self.isBlueLight = isBlueLight
    self.preempts = preempts
    self.preemptsAtScene = preemptsAtScene
    self.units = units
    self.leavesFree = leavesFree
    self.attendedBy = attendedBy
    self.appointment = appointment
    self.cancelled = cancelled
    self.resolved = resolved
    self.regrade = regrade
    self.ringsAgain = ringsAgain
    self.scene = scene
    self.paperwork = paperwork
    self.arrests = arrests
  }
}

/// What a unit is there for.
public enum UnitRole: String, Sendable, Hashable, CaseIterable {
  /// Incidents as they come.
  case response
  /// Appointments.
  case diary
}
