import Watchroom

/// A queue whose answers are known, as a scenario, and the figures to judge it by. Contacts wait for handlers, or incidents
/// for units.
struct QueueCase {
  /// A figure and its exact value.
  struct Figure {
    let name: String
    let truth: Double
    let source: Source
    /// About how many independent things one experiment counts for it; where they are too few, the means of runs are
    /// not normally distributed and an interval by Student's t promises nothing.
    var counts = Double.infinity
  }

  /// Where the estimate of a figure comes from.
  enum Source {
    /// A figure of the library's catalogue.
    case library(String)
    /// One of the events themselves.
    case events(@Sendable (Watcher) -> Double)
  }

  let name: String
  let plan: Plan
  let figures: [Figure]

  /// Runs of one experiment.
  static let runs = 10
  /// About how many contacts one run measures.
  static let contacts = 20_000.0
  /// About how many incidents, which take more events each, one run measures.
  static let incidents = 8_000.0
  /// Figures that count fewer things than this are not judged.
  static let fewest = 400.0

  /// A case of incidents that happen at the door of the only hub, each grade in a log of its own at a constant rate, and
  /// of `units` of one officer each that never go home. `relaxation` is as below.
  init(
    _ name: String, grades: [Grade], perSecond rates: [Double], units: Int, desk: DispatchDesk? = nil,
    relaxation: Double, figures: [Figure]
  ) {
    self.name = name
    self.figures = figures
    let door = Location(latitude: 52.5, longitude: -1.9)
    let perDay = rates.reduce(0, +) * 86_400
    plan = Plan(
      Scenario(
        name: name,
        calendar: ScenarioCalendar(
          start: 1_640_995_200_000, days: Int((Self.incidents / perDay).rounded(.up)),
          warmUp: Milliseconds((20 * relaxation / 3_600).rounded(.up)) * .hour, drain: .day),
        channels: [],
        response: Response(
          grades: grades, areas: [Area(id: "door", centre: door)],
          hubs: [Hub(id: "hub", location: door, officers: .always(units))], singleCrewed: 1, dispatchers: desk,
          logs: grades.indices.map { index in
            IncidentSource(
              id: "log \(index)", arrivals: .profile(ArrivalProfile(perYear: rates[index] * 86_400 * 365)),
              grades: [.init(grade: grades[index].id, share: 1)])
          })))
  }

  /// A case of one team that answers all channels, as many at all hours.
  ///
  /// `relaxation` is the time in seconds in which the distance of the state's distribution from equilibrium falls by a
  /// factor of e. Runs warm up for 20 times as long: they then start from equilibrium but for e⁻²⁰, so nothing but chance is
  /// in the estimates. They drain, so that the fate of everybody who came in the window is known.
  init(_ name: String, channels: [Channel], handlers: Int, relaxation: Double, figures: [Figure]) {
    self.name = name
    self.figures = figures
    let perYear = channels.reduce(0.0) { sum, channel in
      guard case .profile(let profile) = channel.arrivals else { return sum }
      return sum + profile.perYear
    }
    let warmUp = Milliseconds((20 * relaxation / 3_600).rounded(.up)) * .hour
    plan = Plan(
      Scenario(
        name: name,
        calendar: ScenarioCalendar(
          start: 1_640_995_200_000, days: Int((Self.contacts / (perYear / 365)).rounded(.up)), warmUp: warmUp,
          drain: .day),
        channels: channels,
        teams: [Team(id: "team", answers: channels.map(\.id), staff: .always(handlers))]))
  }
}

extension Staff {
  /// As many at all hours.
  static func always(_ heads: Int) -> Staff {
    .intervals(heads: Array(repeating: Array(repeating: heads, count: 24), count: 7))
  }
}

extension Channel {
  /// Calls at a constant rate.
  static func steady(
    _ id: String = "calls", perSecond: Double, patience: Distribution = .never, handling: Distribution,
    priority: Double = 0, within: Double = 20
  ) -> Channel {
    Channel(
      id: id, arrivals: .profile(ArrivalProfile(perYear: perSecond * 86_400 * 365)), priority: priority,
      patience: patience, handling: handling,
      target: Target(share: 0.9, within: Milliseconds((within * 1_000).rounded())))
  }
}
