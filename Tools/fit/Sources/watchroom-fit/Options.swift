import Foundation

/// What the command line asks for.
struct Options {
  static let usage = """
    Usage: watchroom-fit [options]
           watchroom-fit make SCENARIO RECORDS.csv [path=value …]

    Makes records by simulating random scenarios, learns a scenario from each, and compares service levels; or only
    writes the records of one run of a scenario.

    Options:
      --scenarios N   how many (default: 50)
      --days N        how many days are recorded (default: 28)
      --only N        only scenario N, and what was learned of it
      --jobs N        threads (default: as many as there are processors)
    """

  struct Make {
    var scenario: String
    var output: String
    var settings: [String]
  }

  var scenarios = 50
  var days = 28
  var only: Int?
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  var make: Make?

  /// Nil where the command line is not one.
  init?(_ arguments: [String]) {
    if arguments.first == "make" {
      guard arguments.count >= 3 else { return nil }
      make = Make(scenario: arguments[1], output: arguments[2], settings: Array(arguments.dropFirst(3)))
      return
    }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else { return nil }
      switch argument {
      case "--scenarios": scenarios = value
      case "--days": days = value
      case "--only": only = value
      case "--jobs": jobs = value
      default: return nil
      }
    }
  }
}
