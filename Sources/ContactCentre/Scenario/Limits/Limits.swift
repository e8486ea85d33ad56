import DiscreteEvents

/// The largest things a scenario may say, in a file or in code.
///
/// Every limit is far beyond any contact centre. They exist so that nothing computed from a scenario later can overflow,
/// exhaust memory or never end, whatever it says.
package enum Limits {
  /// Distributions mixed inside one another.
  package static let mixtureDepth = 8

  /// Characters of a name.
  package static let nameLength = 200
  /// Ways in.
  package static let channels = 64
  /// Teams.
  package static let teams = 1_000
  /// Working patterns.
  package static let shifts = 1_000
  /// What contacts of one channel may turn out to be.
  package static let outcomes = 250
  /// Rules by which teams help while a queue is long.
  package static let surges = 64
  /// Stages before the queue of one channel.
  package static let frontStages = 32
  /// Contacts that may come of one outcome.
  package static let followUps = 32
  /// Expectations of figures.
  package static let expectations = 10_000
  /// Breaks of one shift.
  package static let breaks = 24
  /// Parts of one mixture.
  package static let mixtureComponents = 100
  /// Values, or points of a curve, of one distribution as observed.
  package static let observedValues = 2_000_000
  /// Grades of incidents.
  package static let grades = 32
  /// Areas.
  package static let areas = 200
  /// Hubs.
  package static let hubs = 200
  /// Custody suites.
  package static let custodySuites = 50
  /// Sources of incidents that no contact raised.
  package static let logs = 64

  /// Seconds of any duration: a hundred years.
  package static let seconds = 3_155_760_000.0
  /// The same in milliseconds.
  package static let milliseconds = Milliseconds(seconds) * .second
  /// Days measured.
  package static let days = 36_600
  /// Public holidays.
  package static let holidays = 2_000
  /// Seconds of warm-up and of drain: ten years.
  package static let margin = 315_576_000.0
  /// The same in milliseconds.
  package static let marginMilliseconds = Milliseconds(margin) * .second
  /// Years an instant may lie in. The longest warm-up before the first still begins after 1970, from where the simulation
  /// counts its cells of time.
  package static let years = 1981...2199
  /// Days in them, since 1 January 1970, and one at either end for clocks that are ahead of UTC or behind.
  static let civilDays =
    CivilTime(year: years.lowerBound, month: 1, day: 1).dayNumber
    - 1...CivilTime(
      year: years.upperBound + 1, month: 1, day: 1
    ).dayNumber
  /// Instants in them, in milliseconds since the Unix epoch.
  static let instants =
    Milliseconds(civilDays.lowerBound) * .day...Milliseconds(civilDays.upperBound + 1) * .day
  /// Contacts of one channel in 365 days.
  package static let perYear = 1e10
  /// Contacts of all channels and incidents of all logs in one run; with as many redials again they can still be numbered
  /// in 32 bits, and the incidents in 31.
  package static let contacts = 1e9
  /// How many times as many may come as usual.
  package static let times = 1e6
  /// Stretches of time with a factor, of one channel.
  package static let factors = 1_000
  /// Messages of one channel.
  package static let messages = 100
  /// Times of the week at which one message is sent.
  package static let messageTimes = 168
  /// Places of one appointment.
  package static let places = 1_000
  /// Options of one front stage.
  package static let options = 100
  /// Groups of people who come again and again.
  package static let callerGroups = 100
  /// Any relative weight.
  package static let weight = 1e9
  /// The greatest of several weights that are divided by their mean: of lesser ones that mean could be 0.
  package static let leastWeight = 1e-9
  /// A channel's priority, either way.
  package static let priority = 1e6
  /// Coefficient of variation of a distribution.
  package static let cv = 100.0
  /// A coefficient of variation below this is none: it would move no drawn millisecond, but could lose all precision.
  package static let leastCV = 1e-6
  /// Standard deviation of a logarithm.
  package static let sigma = 10.0
  /// Shape of a Weibull distribution.
  package static let weibullShape = 0.05...100.0
  /// Coefficient of variation of busyness.
  package static let busyness = 10.0
  /// Correlation of neighbouring intervals.
  package static let correlation = 0.999
  /// Attempts of one caller after the first.
  package static let redials = 100
  /// How much likelier an outcome may make somebody satisfied.
  package static let satisfaction = 1_000.0
  /// Chats one handler may hold.
  package static let concurrency = 8
  /// How much longer a chat may take beside others.
  package static let slowdown = 100.0
  /// Heads rostered at once: all teams and dispatchers together, and all officers.
  package static let heads = 60_000
  /// Days of the cycle of a rotation.
  package static let rotationDays = 366
  /// Groups that take turns in a rotation.
  package static let rotationGroups = 100
  /// Currency units of an hour.
  package static let costPerHour = 1e6
  /// Premiums of one role.
  package static let premiums = 20
  /// How many times the rate overtime or a premium may cost.
  package static let payFactor = 100.0
  /// Intakes of one team.
  package static let intakes = 1_000
  /// Buildings.
  package static let sites = 200
  /// Closures of one site.
  package static let closures = 1_000
  /// People who leave in a year, for each of those there are.
  package static let leavers = 5.0
  /// How many times as long a recruit may take; an event tells of no more.
  package static let slower = 1.0...3.5
  /// People for each post of an establishment.
  package static let peopleForEachPost = 4
  /// A figure an expectation may name.
  package static let bound = 1e15

  /// Units one incident may want.
  package static let units = 8
  /// Units, or handlers of a team, that may be held back.
  package static let leavesFree = 10_000
  /// Contacts whose waiting calls for help.
  package static let waiting = 1_000_000
  /// How many times as much a wait may count.
  package static let waitWeight = 1e6
  /// Kilometres between the first hub and anything else on the map.
  package static let reach = 500.0
  /// Square kilometres of an area.
  package static let squareKilometres = 1e6
  /// Kilometres an hour of a unit; slower than on foot, a journey could take centuries.
  package static let speed = 1.0...500.0
  /// How much longer roads may be than the great circle.
  package static let detour = 1.0...10.0
  /// How much longer a journey may take at an hour of the day.
  package static let journeyFactor = 100.0
  /// Coefficient of variation of journeys.
  package static let journeyVariation = 10.0

  /// Intervals must be a multiple of this, so that every zone's offset is.
  package static let intervalStep = 5 * Milliseconds.minute
  /// A rostered tour of one person.
  package static let tour = 24 * Milliseconds.hour
}
