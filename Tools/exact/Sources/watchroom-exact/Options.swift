import Foundation

/// What the command line asks for.
struct Options {
  static let usage = """
    Usage: watchroom-exact [options] [part …]

    Parts, all of them if none is named:
      formulas      formulas of queueing theory against values worked out elsewhere
      coverage      how often 95 % intervals of simulated queues hold the exact values
      response      the same of units and dispatchers as queues
      preemption    that nobody waits while a unit could be diverted, in many random towns
      published     results that ContactCenters has published for its examples
      night-1       the known answers of Scenarios/night-1.json5

    Options:
      --experiments N   independent experiments behind each count of coverage (default: 200)
      --worlds N        random towns for preemption (default: 10000)
      --jobs N          threads (default: as many as there are processors)
      --scenarios DIR   where night-1.json5 is (default: Scenarios)
    """

  enum Part: String, CaseIterable {
    case formulas
    case coverage
    case response
    case preemption
    case published
    case nightOne = "night-1"
  }

  var parts: [Part] = []
  var experiments = 200
  var worlds = 10_000
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  var scenarios = "Scenarios"

  /// Nil where the command line is not one.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if let part = Part(rawValue: argument) {
        parts.append(part)
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch (argument, Int(value)) {
      case ("--experiments", let number?) where number > 0: experiments = number
      case ("--worlds", let number?) where number > 0: worlds = number
      case ("--jobs", let number?) where number > 0: jobs = number
      case ("--scenarios", _): scenarios = value
      default: return nil
      }
    }
    if parts.isEmpty { parts = Part.allCases }
  }
}
