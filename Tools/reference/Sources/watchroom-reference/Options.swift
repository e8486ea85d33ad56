import Foundation

/// What the command line asks for.
struct Options {
  static let usage = """
    Usage: watchroom-reference [options] [part …]

    Parts, all of them if none is named:
      reference     the log of random floors against that of the reference simulator, event for event
      rules         how many of these floors each rule made a difference in
      relations     changes of random scenarios of which it is known what they do to the log
      invariants    the world looked at after every event of random scenarios

    Options:
      --floors N      random floors for the reference and the rules (default: 1000)
      --scenarios N   random scenarios for each relation and the invariants (default: 10000)
      --from SEED     the seed of the first (default: 0)
    """

  enum Part: String, CaseIterable {
    case reference, rules, relations, invariants
  }

  var parts: [Part] = []
  var floors = 1_000
  var scenarios = 10_000
  var first: UInt64 = 0

  /// Nil where the command line is not one.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if let part = Part(rawValue: argument) {
        parts.append(part)
        continue
      }
      guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else { return nil }
      switch argument {
      case "--floors" where value > 0: floors = value
      case "--scenarios" where value > 0: scenarios = value
      case "--from": first = UInt64(value)
      default: return nil
      }
    }
    if parts.isEmpty { parts = Part.allCases }
  }
}
