import Foundation
import Watchroom

extension OptionDeclaration {
  static let memory = OptionDeclaration(
    name: "memory", value: .memory, placeholder: "SIZE",
    help: "refuse at once what needs more memory than this, such as 4GB; queues that grow without end, and "
      + "replications added to those asked for, are not foreseen",
    absence: "what there is")
}

/// How much memory there is for what a command line asks.
struct MemoryArguments {
  private let limit: Double
  private let isStated: Bool
  private let isLimited: Bool
  private let arguments: ParsedArguments
  /// Whether what is asked for is about a run that was recorded.
  private var isRecorded: Bool { !arguments.verb.has(.days) || arguments.has(.resume) }

  /// What `arguments` say, or there is.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    let stated = arguments.last(.memory).flatMap { QuantityText.bytes($0) }
    isStated = stated != nil
    limit = stated ?? Double(surroundings.memory)
    isLimited = surroundings.memoryIsLimited
    self.arguments = arguments
  }

  /// Refuses, before it is begun, runs of `scenarios` that there is not enough memory for. Nothing that grows with their days
  /// may have been made of them by then.
  func check(_ scenarios: [Scenario], replications: Int, jobs: Int?) throws(Ending) {
    try check(
      replications: replications, runs: scenarios.count * replications, days: Self.days(scenarios), jobs: jobs
    ) {
      MemoryNeed(scenarios, jobs: $0)
    }
  }

  /// As ``check(_:replications:jobs:)``, of something else that is done in up to so many `runs` of so many `days`, and that
  /// takes what `need` says with a number of jobs.
  func check(
    replications: Int, runs: Int = .max, days: Int, jobs: Int?, _ need: (_ jobs: Int) -> MemoryNeed
  ) throws(Ending) {
    guard let (message, remedy) = excess(replications: replications, runs: runs, days: days, jobs: jobs, need) else {
      return
    }
    throw arguments.misuse("\(message) — \(remedy)")
  }

  /// What is wrong with `replications` of one `scenario`, and what would be right; nil if there is enough memory.
  func excess(_ scenario: Scenario, replications: Int, jobs: Int?) -> (message: String, remedy: String)? {
    excess(replications: replications, runs: replications, days: Self.days([scenario]), jobs: jobs) {
      MemoryNeed([scenario], jobs: $0)
    }
  }

  private func excess(
    replications: Int, runs: Int, days: Int, jobs: Int?, _ need: (_ jobs: Int) -> MemoryNeed
  ) -> (message: String, remedy: String)? {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let jobs = min(jobs ?? cores, cores, runs)
    let wanted = need(jobs)
    let bytes = wanted.bytes(replications: replications)
    guard bytes > limit else { return nil }
    let remedy =
      if need(1).bytes(replications: min(replications, 2)) > limit {
        // The days of a run that was recorded are what they are, and fewer than one cannot be measured.
        "\(isRecorded || days == 1 ? "" : "measure fewer days, or ")use a machine that has more"
      } else if wanted.fixed > limit {
        "use fewer --jobs"
      } else if arguments.has(.most) || arguments.has(.precision) && replications <= Precision.batch {
        "allow fewer with --most"
      } else {
        "use fewer --replications"
          + (arguments.verb.has(.shard) && !arguments.has(.precision) ? ", or share them out with --shard" : "")
      }
    let there = isStated ? "--memory allows" : isLimited ? "limits leave this process" : "this machine has"
    return ("this needs about \(Self.text(bytes)), and \(there) \(Self.text(limit))", remedy)
  }

  /// How many days are measured at most in a run of `scenarios`.
  private static func days(_ scenarios: [Scenario]) -> Int { scenarios.map(\.calendar.days).max() ?? 1 }

  /// A number of bytes as people say it.
  private static func text(_ bytes: Double) -> String {
    let gigabytes = bytes / 1e9
    if gigabytes >= 10 { return "\(Int(gigabytes.rounded())) GB" }
    if gigabytes >= 1 { return "\((gigabytes * 10).rounded() / 10) GB" }
    return "\(Int((bytes / 1e6).rounded(.up))) MB"
  }
}
