/// A run that a ledger holds, with all it takes to sum it up, to look into it, to check it or to fork it: what was
/// simulated, and who decided when.
///
/// ```swift
/// let run = try RecordedRun(LedgerReader(path: "night.ledger"))
/// let result = try ExperimentResult(run.reader, chapters: run.chapters)
/// ```
public struct RecordedRun: Sendable {
  /// The ledger.
  public let reader: LedgerReader
  /// What was simulated; in a fork, what was simulated last.
  public let read: ReadScenario
  /// Who decided when, one chapter at least: in a fork of a fork, three.
  public let chapters: [RunChapter]
  private let files: any FileReading

  /// The run of a ledger, finished or not. Its scenario is read from the ledger, and so are the files that the scenario
  /// names: one that the ledger does not hold is not looked for anywhere else, since a ledger may be anybody's.
  ///
  /// - Parameters:
  ///   - reader: the ledger.
  ///   - files: where the overlays of a fork come from, and the files these name.
  /// - Throws: everything wrong with the scenario that the ledger holds, or with one that it was forked from, each under
  ///   the name `night.ledger/scenario`.
  public init(_ reader: LedgerReader, files: some FileReading = DiskFiles()) throws(ScenarioError) {
    self.reader = reader
    self.files = files
    read = try Self.read(reader.header, reader.path)
    chapters = try Self.chapters(of: reader.header, by: Plan(read.scenario), reader.path)
  }

  /// What decided last.
  public var plan: Plan { chapters[chapters.count - 1].plan }

  /// Whether this version of the program wrote it. If not, what is simulated again may differ from it.
  public var isOfThisEngine: Bool { reader.header.engine == Engine.name }

  /// The scenario of the run with changes, to fork it by: overlays, then settings, each from left to right.
  ///
  /// - Throws: everything wrong with it. Whether it can take over in the middle of the run says
  ///   ``ContactCentre/Scenario/obstacle(toForking:)``.
  public func scenario(overlays: [String] = [], settings: [String] = []) throws(ScenarioError) -> ReadScenario {
    let inside = LedgerFiles(reader.header, path: reader.path, others: files)
    return try readScenario(inside.scenarioPath, overlays: overlays, settings: settings, files: inside)
  }

  /// What results say of where they came from, the same as those of the run that wrote the ledger; if that noted no command
  /// of Watchroom's, the one that prints them from a ledger called `path`, nil for what it is called now.
  ///
  /// Readers are told to type the command, so a ledger that somebody made up must not have them type another program's.
  public func provenance(named path: String? = nil) -> Provenance {
    let path = path ?? reader.path
    let program = "watchroom"
    let command = reader.header.command
    return Provenance(
      scenarioDigest: reader.header.scenarioDigest ?? read.digest,
      command: command.first == program ? command : [program, "report"] + ShellCommand.operands([path]),
      engine: reader.header.engine)
  }

  /// What the ledger of a fork of this run says of it.
  ///
  /// - Parameters:
  ///   - fork: what is simulated from there on; nil where nothing is changed, so that the chapters go on as they did.
  ///   - events: how many events the fork begins with: see ``Fork/events(of:before:)``.
  public func header(ofForkBy fork: ReadScenario?, after events: UInt64) -> LedgerHeader {
    var header = LedgerHeader(fork ?? read, seed: reader.header.seed)
    header.replication = reader.header.replication
    if fork == nil, let origin = reader.header.origin, origin.events > events {
      // The plan that decided last did not yet decide then.
      header.origin = origin
    } else {
      header.origin = .init(header: reader.header, events: events)
    }
    return header
  }

  /// How many forks of forks are read: each holds all that it was forked from.
  private static let mostForks = 64

  /// The chapters of the run of `header`, of which `plan` decided last, after `forks` others.
  ///
  /// - Throws: also where one of them cannot have taken over from the one before: what it would follow means something else
  ///   to it, which nobody who follows asks again.
  private static func chapters(
    of header: LedgerHeader, by plan: Plan, _ path: String, after forks: Int = 0
  ) throws(ScenarioError) -> [RunChapter] {
    guard let origin = header.origin else { return [RunChapter(plan: plan)] }
    let place = Place(origin: .file(LedgerFiles(header, path: path, others: MemoryFiles([:])).scenarioPath))
    func impossible(_ path: String, _ message: String) -> ScenarioError {
      ScenarioError(
        cause: .invalid,
        problems: [
          Problem(place: place, path: path, message: message, remedy: "no fork is so: record the run again")
        ])
    }
    guard forks < mostForks else { throw impossible("", "the ledger is a fork of more than \(mostForks) forks") }
    let first = try read(origin.header, path)
    if let obstacle = plan.scenario.obstacle(toForking: first.scenario) {
      throw impossible(
        obstacle.path, "this cannot have taken over from what the ledger says it was forked from: \(obstacle.message)")
    }
    return try chapters(of: origin.header, by: Plan(first.scenario), path, after: forks + 1)
      .forked(after: origin.events, by: plan)
  }

  /// The scenario of a run.
  private static func read(_ header: LedgerHeader, _ path: String) throws(ScenarioError) -> ReadScenario {
    let inside = LedgerFiles(header, path: path, others: MemoryFiles([:]))
    return try readScenario(inside.scenarioPath, files: inside)
  }
}
