import ContactCentre
import Experiments
import Reading
import Writing

/// What the figures that scenarios have expectations of came to when they were recorded: `watchroom/baseline/1`.
///
/// Keeps the value of every replication, not only the mean: with the same seed the callers are the same, so that a later
/// check can be paired with it replication for replication, and tells a small change from chance. So it also keeps the seed
/// and the time that was simulated, because of other callers no pairs can be made.
public struct Baseline: Sendable, Equatable {
  /// One expectation's figure.
  public struct Record: Sendable, Equatable {
    /// What the expectation was called.
    public var name: String
    /// Its figure.
    public var metric: String
    /// The limit that decides what is in time, in seconds, where the figure rests on one; nil if it does not, or the file
    /// does not say so.
    public var within: Double?
    /// By replication, the figure's values; not a number where undefined.
    public var values: [Double]
  }

  /// What was simulated of a scenario.
  public struct Window: Sendable, Equatable {
    /// When the measured time begins, as results have it (ISO 8601 with the offset from UTC).
    public var start: String
    /// When it ends.
    public var end: String
    /// How many replications there were.
    public var replications: Int

    /// What `result` is of.
    init(_ result: ExperimentResult) {
      let zone = result.scenario.calendar.zone
      start = LocalTime(result.start, in: zone).iso8601
      end = LocalTime(result.end, in: zone).iso8601
      replications = result.replications
    }

    init(start: String, end: String, replications: Int) {
      self.start = start
      self.end = end
      self.replications = replications
    }
  }

  /// What was recorded of a scenario.
  public struct Entry: Sendable {
    /// Where the scenario was: from the folder of the file, or else from the root of the disk, if that is all they have in
    /// common; in files that do not say so, from the folder that was worked in.
    public var path: String
    /// The figures that have values by replication, in the order of the scenario.
    public var records: [Record]
    /// What was simulated; nil if the file does not say so.
    public var window: Window?
    /// Where the file has the figures.
    public var place: Place
    /// Where it has the window.
    public var windowPlace: Place
  }

  /// The schema the file follows, as it says itself.
  public static let schema = "watchroom/baseline/1"
  /// What the file says its paths are from: its own folder.
  static let ownFolder = "baseline"
  /// The most bytes a file may have.
  public static let limit = 64 << 20

  /// The scenarios, in the order in which they were checked.
  public let scenarios: [Entry]
  /// The seed of all randomness; nil if the file does not say so, as those of earlier versions.
  public let seed: UInt64?
  /// What the file is called, and where in it the seed is.
  public let place: Place
  /// What recorded it, by name and version; nil if the file does not say so.
  public let engine: String?
  /// Whether paths are meant from the folder of the file, as the file says; else they may be from the folder that was worked
  /// in when it was recorded.
  let isFromOwnFolder: Bool
  /// The folder worked in, from the root of the disk.
  private let workingFolder: String
  /// The folder that the file lies in, with a slash at its end; empty for the one worked in.
  private let folder: String
  /// The entries, by place, that are known to be of scenarios in the folder of the file, where it does not say what its paths
  /// are from.
  private var known: Set<Int> = []

  /// A baseline of what was simulated with `seed` among `checked`, each scenario once, by paths from `folder`, where it is to
  /// be left; of all that is not from the root of the disk, as `workingFolder` is.
  public init(_ checked: [CheckedScenario], seed: UInt64, folder: String, workingFolder: String) {
    self.seed = seed
    self.folder = folder
    self.workingFolder = workingFolder
    engine = Engine.name
    isFromOwnFolder = true
    place = Place(origin: .file(folder))
    let own = FilePath.absolute(folder, in: workingFolder)
    var entries: [Entry] = []
    var known: Set<String> = []
    for checked in checked {
      guard case .simulated(let result, _) = checked.outcome else { continue }
      let records = result.expectations.compactMap { expectation in
        result.values(of: expectation.metric).map {
          Record(
            name: expectation.name, metric: expectation.metric, within: result.limit(of: expectation.metric), values: $0
          )
        }
      }
      let absolute = FilePath.absolute(checked.path, in: workingFolder)
      guard known.insert(absolute).inserted else { continue }
      entries.append(
        Entry(
          path: FilePath.relative(absolute, to: own), records: records, window: Window(result), place: place,
          windowPlace: place))
    }
    scenarios = entries
  }

  init(
    scenarios: [Entry], seed: UInt64?, engine: String?, isFromOwnFolder: Bool, place: Place, folder: String,
    workingFolder: String
  ) {
    self.scenarios = scenarios
    self.seed = seed
    self.engine = engine
    self.isFromOwnFolder = isFromOwnFolder
    self.place = place
    self.folder = folder
    self.workingFolder = workingFolder
  }

  /// What was recorded of the scenario at `path`, however that is written; nil if nothing was.
  ///
  /// A path in the file is meant from the file's own folder, so that the file serves from any folder and in any checkout. One
  /// of a file that does not say so may also be meant from the folder worked in, unless ``settle(exists:)`` found that
  /// something else has it already. O(scenarios).
  public func entry(at path: String) -> Entry? {
    let wanted = FilePath.absolute(path, in: workingFolder)
    let own = FilePath.absolute(folder, in: workingFolder)
    if let entry = scenarios.first(where: { FilePath.absolute($0.path, in: own) == wanted }) { return entry }
    if isFromOwnFolder { return nil }
    let index = scenarios.indices.first {
      !known.contains($0) && FilePath.absolute(scenarios[$0].path, in: workingFolder) == wanted
    }
    return index.map { scenarios[$0] }
  }

  /// Settles what the paths of a file are from that does not say so: an entry is of the scenario that it names from the
  /// file's own folder if that `exists`, and of no other. So no entry serves two scenarios. O(scenarios).
  public mutating func settle(exists: (String) -> Bool) {
    if isFromOwnFolder { return }
    known = Set(
      scenarios.indices.filter { index in
        let path = scenarios[index].path
        return exists(path.hasPrefix("/") ? path : folder + path)
      })
  }

  /// The file, with a newline at its end.
  public var text: String {
    let windows = scenarios.compactMap { entry in
      entry.window.map { window in
        JSONValue.Member(
          name: entry.path,
          value: .members([
            "start": .string(window.start), "end": .string(window.end), "replications": .integer(window.replications),
          ]))
      }
    }
    let figures = scenarios.map { entry in
      JSONValue.Member(
        name: entry.path,
        value: .object(
          entry.records.map { record in
            JSONValue.Member(
              name: record.name,
              value: .object(
                [JSONValue.Member(name: "metric", value: .string(record.metric))]
                  + (record.within.map { [JSONValue.Member(name: "within", value: .number($0))] } ?? [])
                  + [JSONValue.Member(name: "values", value: .array(record.values.map(JSONValue.number)))]))
          }))
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": engine.map(JSONValue.string) ?? .null,
        "seed": seed.map(JSONValue.unsigned) ?? .null, "pathsFrom": isFromOwnFolder ? .string(Self.ownFolder) : .null,
        "windows": .object(windows), "scenarios": .object(figures),
      ]))
  }

  /// Whether both have the same values, undefined ones included.
  public static func == (left: Baseline, right: Baseline) -> Bool { left.text == right.text }
}
