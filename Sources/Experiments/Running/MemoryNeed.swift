import ContactCentre
import Metrics

/// About how much memory it takes to run experiments, reckoned before they are begun.
///
/// The tables that grow with what is asked for, measured with the program as it is: of each run under way, the counts of
/// every channel and measured hour, and the summary made of them; of each experiment, its plan, the names of its figures
/// and its merged summary; of each replication, its figures. What is the same for every scenario, and the pending contacts
/// of an ordinary one, is in ``base``. Queues that grow without end, because far too few answer them, are not foreseen.
public struct MemoryNeed: Equatable, Sendable {
  /// Bytes for everything besides the replications' figures.
  public let fixed: Double
  /// Bytes for each replication.
  public let perReplication: Double

  /// Bytes of a program that simulates a small scenario.
  private static let base = 40e6
  /// Bytes of the counts of one channel in one day of a summary.
  private static let tally = Double(MemoryLayout<Tally>.stride)
  /// Bytes of one channel's counts for each measured day of a run under way: 24 hours of them, and what is made of them. From
  /// 30 days to 1,500 a run grew by 4.4 KB a day, with 96 bytes an hour.
  private static let day = 24 * tally + 2_100
  /// Bytes of a channel's, or a grade's, tables that are the same however long a run is: histograms, and their copies.
  private static let tables = 60e3
  /// Bytes of the names of one channel's figures of a day, and of what finds them.
  private static let names = 2_300.0
  /// Bytes of the names of one team's figures, and of all else that an experiment keeps of it but its numbers. Measured: 8.0
  /// to 8.7 KB, the plan included.
  private static let teamNames = 8e3
  /// Bytes of a plan besides those that grow with the scenario; for each channel; for each team, of the scenario as it was
  /// changed for the plan and of its rules; and for each channel and team. Measured from 50 teams to 400, and to 8 channels.
  private static let (anyPlan, planOfChannel, planOfTeam, planOfRoute) = (20e3, 2e3, 300.0, 20.0)
  /// Bytes of a recorded contact or incident: as it was read, and as it is simulated.
  private static let traceRow = 200.0
  /// Bytes that a replication takes besides its figures.
  private static let digest = 80.0

  private init(fixed: Double, perReplication: Double) {
    self.fixed = fixed
    self.perReplication = perReplication
  }

  /// What experiments with these scenarios need if `jobs` of their runs are under way at a time. Reckoned without making a
  /// plan of any: O(channels), however many days there are.
  public init(_ scenarios: [Scenario], jobs: Int) {
    self.init(of: scenarios.map { (scenario: $0, copies: 1) }, jobs: jobs)
  }

  /// As ``init(_:jobs:)``, of so many `copies` of one scenario, or scenarios like it. O(channels), however many.
  public init(_ scenario: Scenario, copies: Int, jobs: Int) {
    self.init(of: [(scenario: scenario, copies: copies)], jobs: jobs)
  }

  private init(of experiments: [(scenario: Scenario, copies: Int)], jobs: Int) {
    var (plans, widest, kept, figures) = (0.0, 0.0, 0.0, 0.0)
    for (scenario, copies) in experiments {
      let copies = Double(copies)
      plans += copies * (Self.plan(of: scenario) + Self.teamNames * Double(scenario.teams.count))
      plans += copies * Self.names * Double(scenario.countedRows) * Double(scenario.calendar.days + 1)
      widest = max(widest, Self.run(of: scenario))
      kept += copies * Self.summary(of: scenario)
      figures += copies * (Double(8 * FigureCatalogue.count(in: scenario)) + Self.digest)
    }
    // A worker keeps a merged summary of every experiment beside the run under way.
    fixed = Self.base + plans + Double(jobs) * (widest + kept) + 2 * kept
    perReplication = figures
  }

  /// What `plans` plans like `scenario` need if `jobs` runs of them are under way at a time, and no figures are made but
  /// `perReplication` bytes are kept of one replication of all of them, and some bytes `besides`.
  public init(like scenario: Scenario, plans: Int, jobs: Int, besides: Double = 0, perReplication: Double) {
    fixed = Self.base + Double(plans) * Self.plan(of: scenario) + Double(jobs) * Self.run(of: scenario) + besides
    self.perReplication = perReplication
  }

  /// What so many need that are under way side by side, each with all of its replications.
  public func sideBySide(_ count: Int) -> MemoryNeed {
    MemoryNeed(
      fixed: Self.base + Double(count) * (fixed - Self.base), perReplication: Double(count) * perReplication)
  }

  /// Bytes of a plan, and of the scenario that it is of.
  private static func plan(of scenario: Scenario) -> Double {
    let (channels, teams) = (Double(scenario.channels.count), Double(scenario.teams.count))
    return anyPlan + planOfChannel * channels + (planOfTeam + planOfRoute * channels) * teams
      + traceRow * Double(scenario.recordedRows)
  }

  /// Bytes of a summary.
  private static func summary(of scenario: Scenario) -> Double {
    Double(scenario.countedRows) * (tally * Double(scenario.calendar.days + 1) + tables)
  }

  /// Bytes of a run under way, and of its summary.
  private static func run(of scenario: Scenario) -> Double {
    Double(scenario.countedRows) * (day * Double(scenario.calendar.days + 1) + tables) + summary(of: scenario)
  }

  /// Bytes for so many replications of each experiment.
  public func bytes(replications: Int) -> Double { fixed + Double(replications) * perReplication }
}

extension Scenario {
  /// How many channels and grades are counted apart.
  fileprivate var countedRows: Int { channels.count + (response?.grades.count ?? 0) }

  /// How many contacts and incidents were recorded.
  fileprivate var recordedRows: Int {
    let arrivals = channels.map(\.arrivals) + (response?.logs ?? []).map(\.arrivals)
    return arrivals.reduce(0) { count, arrivals in
      switch arrivals {
      case .trace(let rows): count + rows.count
      case .profile, .appointments: count
      }
    }
  }
}
