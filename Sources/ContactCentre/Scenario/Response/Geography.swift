import DiscreteEvents

/// A point on the Earth, taken as a sphere.
public struct Location: Sendable, Equatable {
  /// Degrees north, -90 … 90.
  public var latitude: Double
  /// Degrees east, -180 … 180.
  public var longitude: Double

  /// A point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A part of the force's area. Incidents in it happen anywhere on a disc of its size around its centre, evenly.
public struct Area: Sendable, Equatable {
  /// Its name, for example `Coventry`.
  public var id: String
  /// The middle of it.
  public var centre: Location
  /// Its size in square kilometres; 0: everything happens at the centre.
  public var squareKilometres: Double
  /// How often incidents happen in it, relative to the others.
  public var weight: Double

  /// An area.
  public init(id: String, centre: Location, squareKilometres: Double = 0, weight: Double = 1) {
    self.id = id
    self.centre = centre
    self.squareKilometres = squareKilometres
    self.weight = weight
  }
}

/// A station units start from and return to.
public struct Hub: Sendable, Equatable {
  /// Its name, for example `Park Lane`.
  public var id: String
  /// Where it is.
  public var location: Location
  /// When how many response officers are rostered.
  public var officers: Staff
  /// When how many officers are rostered who take appointments.
  public var diary: Staff
  /// What one officer's rostered hour costs.
  public var costPerHour: Double
  /// The terms officers work on. Units are made up when a tour starts, so nobody is late.
  public var role: Role

  /// A hub.
  public init(
    id: String, location: Location, officers: Staff, diary: Staff = .shifts([]), costPerHour: Double = 0,
    role: Role = Role()
  ) {
    self.id = id
    self.location = location
    self.officers = officers
    self.diary = diary
    self.costPerHour = costPerHour
    self.role = role
  }
}

/// How fast units get about.
///
/// A journey takes the great-circle distance times ``detour``, at blue-light or routine speed, times the factor of the
/// hour in which it begins, times a random factor; or, with a matrix, what that says instead of distance and speed.
public struct Travel: Sendable, Equatable {
  /// Journey times between places, recorded or reckoned elsewhere.
  public struct Leg: Sendable, Equatable {
    /// A hub, an area or a custody suite, by name.
    public var from: String
    /// Another, or the same.
    public var to: String
    /// Seconds at routine speed.
    public var routine: Double
    /// Seconds on blue lights.
    public var blueLight: Double

    /// A leg.
    public init(from: String, to: String, routine: Double, blueLight: Double) {
      self.from = from
      self.to = to
      self.routine = routine
      self.blueLight = blueLight
    }
  }

  /// Kilometres an hour on blue lights.
  public var blueLightSpeed: Double
  /// Kilometres an hour otherwise.
  public var routineSpeed: Double
  /// How much longer roads are than the great circle.
  public var detour: Double
  /// How much longer journeys take that begin in each of the 24 hours of the day.
  public var hourOfDay: [Double]
  /// Coefficient of variation of the random factor, which is lognormal with mean one.
  public var variation: Double
  /// How long a unit at its hub takes to be on its way, in seconds.
  public var mobilisation: Distribution
  /// Journey times between all places, both ways, each pair once; empty to reckon them from distances. An incident is
  /// then as far away as the area whose centre is nearest to it, and a unit on its way is as far as the ends of its
  /// journey are, each in proportion to how near it is.
  public var matrix: [Leg]

  /// Travel.
  public init(
    blueLightSpeed: Double = 45, routineSpeed: Double = 28, detour: Double = 1.35,
    hourOfDay: [Double] = Array(repeating: 1, count: 24), variation: Double = 0,
    mobilisation: Distribution = .constant(0), matrix: [Leg] = []
  ) {
    self.blueLightSpeed = blueLightSpeed
    self.routineSpeed = routineSpeed
    self.detour = detour
    self.hourOfDay = hourOfDay
    self.variation = variation
    self.mobilisation = mobilisation
    self.matrix = matrix
  }
}

/// Where prisoners are taken, and how long that keeps a unit off the road.
public struct Custody: Sendable, Equatable {
  /// A custody suite.
  public struct Suite: Sendable, Equatable {
    /// Its name, for example `Perry Barr`.
    public var id: String
    /// Where it is.
    public var location: Location

    /// A suite.
    public init(id: String, location: Location) {
      self.id = id
      self.location = location
    }
  }

  /// The suites, by name; a prisoner is taken to the nearest.
  public var suites: [Suite]
  /// How long the unit is kept at the suite, in seconds.
  public var takes: Distribution

  /// Custody.
  public init(suites: [Suite], takes: Distribution) {
    self.suites = suites
    self.takes = takes
  }
}
