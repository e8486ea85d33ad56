import DiscreteEvents

/// The largest things a scenario may say.
///
/// Every limit is far beyond any contact centre. They exist so that nothing computed from a scenario later can overflow,
/// exhaust memory or never end, whatever a file says.
enum Limits {
  /// Bytes of one scenario or overlay file.
  static let scenarioBytes = 64 << 20
  /// Bytes of one CSV file.
  static let csvBytes = 1 << 30
  /// Rows of one CSV file.
  static let csvRows = 20_000_000
  /// Bytes of one ledger that arrivals are taken from.
  static let ledgerBytes = 1 << 30
  /// Ledgers inside one another: one whose scenario took its arrivals from one, and so on.
  static let nestedLedgers = 8
  /// Files that extend one another, counted along one chain.
  static let extendsChain = 32
  /// Segments of the path of one `--set`.
  static let settingDepth = 100
  /// Problems listed for one CSV file.
  static let csvProblems = 20
  /// Distributions mixed inside one another.
  static let mixtureDepth = 8

  /// Characters of a name.
  static let nameLength = 200
  static let channels = 64
  static let teams = 1_000
  static let shifts = 1_000
  static let outcomes = 250
  static let surges = 64
  static let frontStages = 32
  /// Contacts that may come of one outcome.
  static let followUps = 32
  static let expectations = 10_000
  static let breaks = 24
  static let mixtureComponents = 100
  static let observedValues = 2_000_000
  static let grades = 32
  static let areas = 200
  static let hubs = 200
  static let custodySuites = 50
  static let logs = 64

  /// Parameters that may be moved, and paths of one of them.
  static let parameters = 500
  static let parameterPaths = 500
  /// Published figures, and figures of a result that one of them is compared with.
  static let targets = 10_000
  static let targetFigures = 1_000

  /// Seconds of any duration: a hundred years.
  static let seconds = 3_155_760_000.0
  /// Days measured.
  static let days = 36_600
  /// Public holidays.
  static let holidays = 2_000
  /// Seconds of warm-up and of drain: ten years.
  static let margin = 315_576_000.0
  /// Years an instant may lie in. The longest warm-up before the first still begins after 1970, from where the simulation
  /// counts its cells of time.
  static let years = 1981...2199
  /// Contacts of one channel in 365 days.
  static let perYear = 1e10
  /// Contacts of all channels and incidents of all logs in one run; with as many redials again they can still be numbered
  /// in 32 bits, and the incidents in 31.
  static let contacts = 1e9
  /// How many times as many may come as usual.
  static let times = 1e6
  /// Stretches of time with a factor, and messages, of one channel.
  static let factors = 1_000
  static let messages = 100
  /// Times of the week at which one message is sent.
  static let messageTimes = 168
  /// Places of one appointment.
  static let places = 1_000
  /// Options of one front stage.
  static let options = 100
  static let callerGroups = 100
  /// Any relative weight.
  static let weight = 1e9
  /// The greatest of several weights that are divided by their mean: of lesser ones that mean could be 0.
  static let leastWeight = 1e-9
  /// A channel's priority, either way.
  static let priority = 1e6
  /// Coefficient of variation of a distribution.
  static let cv = 100.0
  /// A coefficient of variation below this is none: it would move no drawn millisecond, but could lose all precision.
  static let leastCV = 1e-6
  /// Standard deviation of a logarithm.
  static let sigma = 10.0
  /// Shape of a Weibull distribution.
  static let weibullShape = 0.05...100.0
  /// Coefficient of variation of busyness.
  static let busyness = 10.0
  /// Correlation of neighbouring intervals.
  static let correlation = 0.999
  /// Attempts of one caller after the first.
  static let redials = 100
  /// How much likelier an outcome may make somebody satisfied.
  static let satisfaction = 1_000.0
  /// Chats one handler may hold.
  static let concurrency = 8
  /// How much longer a chat may take beside others.
  static let slowdown = 100.0
  /// Heads rostered at once: all teams and dispatchers together, and all officers.
  static let heads = 60_000
  /// Days of the cycle of a rotation.
  static let rotationDays = 366
  /// Groups that take turns in a rotation.
  static let rotationGroups = 100
  /// Currency units of an hour.
  static let costPerHour = 1e6
  static let roles = 100
  static let premiums = 20
  /// How many times the rate overtime or a premium may cost.
  static let payFactor = 100.0
  static let intakes = 1_000
  static let sites = 200
  /// Closures of one site.
  static let closures = 1_000
  /// People who leave in a year, for each of those there are.
  static let leavers = 5.0
  /// How many times as long a recruit may take; an event tells of no more.
  static let slower = 1.0...3.5
  /// People for each post of an establishment.
  static let peopleForEachPost = 4
  /// A figure an expectation may name.
  static let bound = 1e15

  /// Units one incident may want.
  static let units = 8
  /// Units, or handlers of a team, that may be held back.
  static let leavesFree = 10_000
  /// Contacts whose waiting calls for help.
  static let waiting = 1_000_000
  /// How many times as much a wait may count.
  static let waitWeight = 1e6
  /// Kilometres between the first hub and anything else on the map.
  static let reach = 500.0
  /// Square kilometres of an area.
  static let squareKilometres = 1e6
  /// Kilometres an hour of a unit; slower than on foot, a journey could take centuries.
  static let speed = 1.0...500.0
  /// How much longer roads may be than the great circle.
  static let detour = 1.0...10.0
  /// How much longer a journey may take at an hour of the day.
  static let journeyFactor = 100.0
  /// Coefficient of variation of journeys.
  static let journeyVariation = 10.0

  /// Intervals must be a multiple of this, so that every zone's offset is.
  static let intervalStep = 5 * Milliseconds.minute
  /// A handling time this long on the telephone is probably a slip of the unit, in seconds.
  static let suspiciousCallHandling = 4 * 3_600.0
  /// A rostered tour of one person.
  static let tour = 24 * Milliseconds.hour
}
