import Foundation
import Watchroom

extension OptionDeclaration {
  static let memory = OptionDeclaration(
    name: "memory", value: .memory, placeholder: "SIZE",
    help: "refuse at once what needs more memory than this, such as 4GB", absence: "what the machine has")
}

/// How much memory there is for what a command line asks.
struct MemoryArguments {
  private let limit: Double
  private let isStated: Bool
  private let verb: String

  /// What `arguments` of `verb` say, or the machine has.
  init(_ arguments: ParsedArguments, verb: String, in surroundings: Surroundings) {
    let stated = arguments.last(.memory).flatMap { QuantityText.bytes($0) }
    isStated = stated != nil
    limit = stated ?? Double(surroundings.memory)
    self.verb = verb
  }

  /// Refuses, before it is begun, what there is not enough memory for.
  ///
  /// - Throws: how the command should end; what would do has been said.
  func check(
    _ experiments: [Experiment], replications: Int, jobs: Int?, in surroundings: Surroundings
  ) throws(ExitStatus) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let jobs = min(jobs ?? cores, cores, experiments.count * replications)
    let need = MemoryNeed(experiments, jobs: jobs)
    let bytes = need.bytes(replications: replications)
    guard bytes > limit else { return }
    let alone = MemoryNeed(experiments, jobs: 1).bytes(replications: min(replications, 2))
    let remedy =
      alone > limit
      ? "measure fewer days, or use a machine that has more"
      : need.fixed > limit ? "use fewer --jobs" : "use fewer --replications, or share them out with --shard"
    let there = isStated ? "--memory allows \(Self.text(limit))" : "this machine has \(Self.text(limit))"
    Diagnostics(surroundings).report(
      UsageError(message: "this needs about \(Self.text(bytes)), and \(there) — \(remedy)", verb: verb).line)
    throw .commandLineWrong
  }

  /// A number of bytes as people say it.
  private static func text(_ bytes: Double) -> String {
    let gigabytes = bytes / 1e9
    if gigabytes >= 10 { return "\(Int(gigabytes.rounded())) GB" }
    if gigabytes >= 1 { return "\((gigabytes * 10).rounded() / 10) GB" }
    return "\(Int((bytes / 1e6).rounded(.up))) MB"
  }
}
