import ContactCentre
import Experiments
import Findings
import Reading
import ScenarioFile
import Writing

/// The shards of one experiment, joined into what one run of all replications comes to.
public struct MergedShards: Sendable {
  /// What there is to print.
  public enum Outcome: Sendable {
    /// The result of a run.
    case run(ExperimentResult, Provenance)
    /// The result of a comparison.
    case comparison(PairedResult, ComparisonProvenance)
  }

  /// All parts, each with the records of all replications.
  private let whole: PartialResult

  /// Joins `partials`, in whatever order they come, each with the path of its file. The command is that of the first shard.
  ///
  /// - Throws: what keeps them from being joined: that they are of different experiments, or that a shard is there twice
  ///   or not at all.
  public init(_ partials: [(path: String, partial: PartialResult)]) throws(Problem) {
    guard let first = partials.first else { preconditionFailure("there is a partial result at least") }
    func problem(_ path: String, _ message: String, _ remedy: String) -> Problem {
      Problem(place: Place(origin: .file(path)), path: "", message: message, remedy: remedy)
    }
    for other in partials.dropFirst() {
      guard let difference = first.partial.difference(from: other.partial) else { continue }
      throw problem(
        other.path, "this is of another experiment than \(first.path): \(difference)",
        "give the shards of one experiment, run by the same command but for --shard")
    }
    let sorted = partials.sorted { $0.partial.shard.number < $1.partial.shard.number }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.partial.shard == other.partial.shard {
      throw problem(
        other.path, "shard \(other.partial.shard.words) is in \(one.path) already", "give each shard once")
    }
    let count = first.partial.shard.count
    let known = Set(sorted.map(\.partial.shard.number))
    let missing = count - known.count
    guard missing == 0 else {
      let named = (1...count).lazy.filter { !known.contains($0) }.prefix(10).map { "\($0)/\(count)" }
      throw problem(
        first.path,
        "\(missing) of the \(count) shards of this experiment \(missing == 1 ? "is" : "are") missing: "
          + named.joined(separator: ", ") + (missing > 10 ? ", …" : ""),
        "run \(missing == 1 ? "it" : "them") with --shard, and give all files")
    }
    var whole = sorted[0].partial
    for (_, partial) in sorted.dropFirst() {
      for index in whole.parts.indices { whole.parts[index].records.append(partial.parts[index].records) }
    }
    self.whole = whole
  }

  /// What one run of all replications comes to, bit for bit. O(replications × figures).
  public var outcome: Outcome {
    let parts = whole.parts
    guard whole.isComparison else {
      let experiment = Experiment(
        plan: Plan(parts[0].read.scenario), seed: whole.seed, replications: whole.replications)
      let provenance = Provenance(
        scenarioDigest: parts[0].read.digest, command: whole.command, engine: whole.engine)
      return .run(experiment.result(of: parts[0].records), provenance)
    }
    let comparison = Comparison(
      base: Plan(parts[0].read.scenario),
      variants: parts.dropFirst().map { .init(name: $0.name, plan: Plan($0.read.scenario)) }, seed: whole.seed,
      replications: whole.replications)
    let provenance = ComparisonProvenance(
      baseDigest: parts[0].read.digest, variantDigests: parts.dropFirst().map(\.read.digest), command: whole.command)
    return .comparison(comparison.result(of: parts.map(\.records)), provenance)
  }
}

extension PartialResult {
  /// The first thing in which this and `other` are not shards of one experiment; nil if there is none.
  func difference(from other: PartialResult) -> String? {
    if isComparison != other.isComparison { return "one is of run, the other of compare" }
    if seed != other.seed { return "their seeds are \(seed) and \(other.seed)" }
    if replications != other.replications {
      return "one has \(Quantity.counted(replications, "replication")) in all, the other \(other.replications)"
    }
    if shard.count != other.shard.count {
      return "one was cut into \(Quantity.counted(shard.count, "shard")), the other into \(other.shard.count)"
    }
    if parts.map(\.name) != other.parts.map(\.name) { return "they compare different plans" }
    // Digests stand for what was read; that both hold the same scenario is not left to them.
    for (own, its) in zip(parts, other.parts)
    where own.read.digest != its.read.digest || own.read.scenario != its.read.scenario {
      return "their scenarios\(own.name.isEmpty ? "" : " “\(own.name)”") are different"
    }
    if commandWithoutPaths == other.commandWithoutPaths { return nil }
    return "they were run by different commands, “\(ShellCommand(command).line)” and "
      + "“\(ShellCommand(other.command).line)”"
  }

  /// The words of the command but for what says which scenario it is, and may name files that are elsewhere on another machine:
  /// what was read is in the parts. All options have a value of their own, and scenarios come after them.
  private var commandWithoutPaths: [String] {
    var words: [String] = Array(command.prefix(2))
    var rest = command.dropFirst(2)
    while let option = rest.first, option.hasPrefix("--"), option != "--" {
      rest.removeFirst()
      let value = rest.popFirst() ?? ""
      words += ["--with", "--set"].contains(option) ? [option] : [option, value]
    }
    return words + rest.filter { $0 != "--" }.map { _ in "" }
  }
}

extension Shard {
  /// As it is typed: `2/4`.
  public var words: String { "\(number)/\(count)" }
}
