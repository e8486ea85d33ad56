import ContactCentre
import Experiments
import Foundation
import Metrics
import Reading
import ScenarioFile
import Writing

extension PartialResult {
  /// The most bytes a file may have.
  public static let limit = 1 << 30

  /// Reads a file that ``text`` made. Never traps, whatever the bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what to call it.
  /// - Throws: what is wrong with it.
  public init(bytes: [UInt8], path: String) throws(Problem) {
    var reader = try PartialReader(bytes, path: path)
    let head = try reader.next()
    let schema = try head.text("schema")
    guard schema == Self.schema else {
      throw head.problem(
        "schema", "this is “\(schema)”, not “\(Self.schema)”", "give files that run --shard or compare --shard wrote")
    }
    engine = try head.text("engine")
    guard engine == Engine.name else {
      throw head.problem(
        "engine", "\(engine) wrote this, and this is \(Engine.name)",
        "merge with the version that ran the shards, or run them again with this one")
    }
    let kind = try head.text("kind")
    guard ["run", "compare"].contains(kind) else { throw head.misfit("kind") }
    isComparison = kind == "compare"
    let numbers = try head.elements("shard").map { value throws(Problem) in try head.whole(value, "shard") }
    guard numbers.count == 2, let shard = Shard(numbers[0], of: numbers[1]) else { throw head.misfit("shard") }
    self.shard = shard
    guard let seed = UInt64(try head.text("seed")) else { throw head.misfit("seed") }
    self.seed = seed
    replications = try head.whole("replications")
    guard replications <= Experiment.mostReplications else {
      let most = Quantity.integer(UInt64(Experiment.mostReplications))
      throw head.problem(
        "replications", "these are more than \(most), the most there can be",
        "give files that run --shard or compare --shard wrote")
    }
    command = try head.elements("command").map { word throws(Problem) in try head.text(word, "command") }
    let plans = try head.whole("plans")
    guard replications >= 1, plans >= 1, isComparison == (plans > 1) else {
      throw head.misfit("plans")
    }
    parts = []
    for _ in 0..<plans {
      parts.append(try Self.part(from: &reader, shard, of: replications, beside: parts))
    }
    try reader.end()
  }

  /// Reads a plan, which simulates the days of the `others` and has a name of its own among variants, and what the
  /// replications of a shard left behind.
  ///
  /// Whatever is added up when shards are joined cannot overflow, should the file hold the numbers that it may at most.
  private static func part(
    from reader: inout PartialReader, _ shard: Shard, of replications: Int, beside others: [Part]
  ) throws(Problem) -> Part {
    let range = shard.range(of: replications)
    let head = try reader.next()
    let read = try scenario(head)
    guard try head.whole("replications") == range.count else { throw head.misfit("replications") }
    if let base = others.first, !Comparison.hasSameDays(base.read.scenario, read.scenario) {
      throw head.misfit("scenario")
    }
    let name = try head.text("name")
    guard !others.dropFirst().contains(where: { $0.name == name }) else { throw head.misfit("name") }
    let start = range.lowerBound
    // Of a long time there are more figures than the memory may hold: they are only made if a line can have their values.
    if range.isEmpty {
      return Part(
        name: name, read: read, records: ReplicationRecords(from: start, samples: [], digests: [], summary: nil))
    }
    guard FigureCatalogue.estimates(in: read.scenario) <= reader.mostValuesOfNext else { throw head.misfit("scenario") }
    let plan = Plan(read.scenario)
    let columns = FigureCatalogue(plan: plan).figures.count { $0.kind == .estimate }
    var samples: [[Double]] = []
    var digests: [EventDigest] = []
    for number in range {
      let line = try reader.next()
      let fields = try line.elements()
      guard fields.count == 3, try line.whole(fields[0], "") == number else { throw line.misfit("") }
      let words = try line.text(fields[1], "").split(separator: " ").compactMap { UInt64($0) }
      guard words.count == 4, words[3] <= UInt64(Int.max / replications) else { throw line.misfit("") }
      let values = try line.elements(of: fields[2]).map { value throws(Problem) in try line.number(value) }
      let isTooMuch = values.contains { abs($0) > Figure.greatestAmount }
      guard values.count == columns, !isTooMuch else { throw line.misfit("") }
      samples.append(values)
      digests.append(EventDigest(lanes: (words[0], words[1], words[2]), count: words[3]))
    }
    let words = try head.text("summary").split(separator: " ")
    let numbers = words.compactMap { UInt128($0) }
    guard numbers.count == words.count,
      let summary = Summary(words: numbers, of: plan, shards: min(shard.count, replications)),
      summary.runs == range.count
    else {
      throw head.misfit("summary")
    }
    return Part(
      name: name, read: read,
      records: ReplicationRecords(from: start, samples: samples, digests: digests, summary: summary))
  }

  /// The scenario of a plan, from the text and the files that ride along.
  private static func scenario(_ head: PartialLine) throws(Problem) -> ReadScenario {
    let text = try head.text("scenario")
    var files: [ReadFile] = []
    for file in try head.elements("files") {
      let fields = try head.elements(of: file)
      guard fields.count == 2, let bytes = Data(base64Encoded: try head.text(fields[1], "files")) else {
        throw head.misfit("files")
      }
      files.append(ReadFile(path: try head.text(fields[0], "files"), bytes: Array(bytes)))
    }
    var read: ReadScenario
    do throws(ScenarioError) {
      read = try ReadScenario(resolvedText: text, files: files)
    } catch {
      let problem = error.problems.first { $0.severity == .error }
      throw head.problem(
        "scenario", "it cannot be read: \(problem.map { "\($0.path): \($0.message)" } ?? "it is wrong")",
        "run the shard again")
    }
    read.digest = try head.text("digest")
    return read
  }
}
