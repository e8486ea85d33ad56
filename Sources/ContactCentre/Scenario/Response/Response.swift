import DiscreteEvents

/// What follows a contact that needs the police to come: how incidents are graded, who attends them, from where, how fast.
///
/// An incident opens from a contact whose outcome has a grade (see ``Channel/Outcome/grade``), or from a log that no
/// member of the public raised (see ``IncidentSource``).
public struct Response: Sendable, Equatable {
  /// When the response clock of an incident starts; it stops when the first unit arrives at the scene. That of an incident
  /// attended by appointment starts at the hour of that, whatever the clock.
  public enum Clock: String, Sendable, Hashable, CaseIterable {
    /// When the contact was offered. An incident without a contact: when it opened.
    case arrival
    /// When the contact was answered. An incident without a contact: when it opened.
    case answer
    /// When the incident opened.
    case opened
  }

  /// Which free unit is sent.
  public enum Policy: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    /// The one expected at the scene soonest.
    case nearestTime = "nearest-time"
    /// One of the nearest hub that has any.
    case nearestHub = "nearest-hub"
  }

  /// The fewest officers that start a shift.
  public struct Minimum: Sendable, Equatable {
    /// The shift, by name.
    public var shift: String
    /// Officers, all hubs together.
    public var officers: Int

    /// A minimum.
    public init(shift: String, officers: Int) {
      self.shift = shift
      self.officers = officers
    }
  }

  /// When the response clock starts.
  public var clock: Clock
  /// Which free unit is sent.
  public var policy: Policy
  /// How urgent incidents can be, by name.
  public var grades: [Grade]
  /// Where incidents happen, by name.
  public var areas: [Area]
  /// Where units start from, by name.
  public var hubs: [Hub]
  /// The share of units crewed by one officer, 0 … 1; the others have two.
  public var singleCrewed: Double
  /// The fewest response officers that start each shift; who is missing is brought in on overtime.
  public var minimums: [Minimum]
  /// Whether the officers who turn up are shared out anew among the hubs, as rostered heads are, when a tour starts.
  public var rebalances: Bool
  /// How fast units get about.
  public var travel: Travel
  /// Where prisoners are taken, if anywhere.
  public var custody: Custody?
  /// Who sends units; nil if it takes nobody's time.
  public var dispatchers: DispatchDesk?
  /// Incidents that no contact raised, by name.
  public var logs: [IncidentSource]

  /// A response.
  public init(
    clock: Clock = .opened, policy: Policy = .nearestTime, grades: [Grade], areas: [Area], hubs: [Hub],
    singleCrewed: Double = 0, minimums: [Minimum] = [], rebalances: Bool = false, travel: Travel = Travel(),
    custody: Custody? = nil, dispatchers: DispatchDesk? = nil, logs: [IncidentSource] = []
  ) {
    self.clock = clock
    self.policy = policy
    self.grades = grades
    self.areas = areas
    self.hubs = hubs
    self.singleCrewed = singleCrewed
    self.minimums = minimums
    self.rebalances = rebalances
    self.travel = travel
    self.custody = custody
    self.dispatchers = dispatchers
    self.logs = logs
  }
}

/// The people who send units. Each assignment takes one of them for a while.
public struct DispatchDesk: Sendable, Equatable {
  /// When how many are rostered.
  public var staff: Staff
  /// How long assigning one unit takes, in seconds.
  public var takes: Distribution
  /// What one rostered hour costs.
  public var costPerHour: Double
  /// The terms dispatchers work on.
  public var role: Role

  /// A desk.
  public init(staff: Staff, takes: Distribution, costPerHour: Double = 0, role: Role = Role()) {
    self.staff = staff
    self.takes = takes
    self.costPerHour = costPerHour
    self.role = role
  }
}

/// Where incidents come from that no contact raised: alarms, partners, officers.
public struct IncidentSource: Sendable, Equatable {
  /// How often incidents are of a grade.
  public struct Share: Sendable, Equatable {
    /// The grade, by name.
    public var grade: String
    /// The share of the source's incidents, 0 … 1; all of them sum to 1.
    public var share: Double

    /// A share.
    public init(grade: String, share: Double) {
      self.grade = grade
      self.share = share
    }
  }

  /// Its name, for example `alarms`.
  public var id: String
  /// When they open. A trace's `outcome` names the grade.
  public var arrivals: Arrivals
  /// What grades they have.
  public var grades: [Share]

  /// A source.
  public init(id: String, arrivals: Arrivals, grades: [Share]) {
    self.id = id
    self.arrivals = arrivals
    self.grades = grades
  }
}
