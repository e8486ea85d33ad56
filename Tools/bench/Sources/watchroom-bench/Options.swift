/// What the command line asks for.
struct Options {
  static let usage = """
    Usage: watchroom-bench night-1 [options]

      --scenario PATH  another scenario (default: Scenarios/night-1.json5)
      --days N         how many days (default: as the scenario says)
      --seed N         default: 1
      --no-log         do not keep events in memory
      --no-metrics     do not make figures of them
      --set PATH=VALUE change one value of the scenario; repeatable

    Runs one replication on one thread and prints what it took and what it came to, one name=value a line.
    """

  var scenario = "Scenarios/night-1.json5"
  var settings: [String] = []
  var seed: UInt64 = 1
  var keepsLog = true
  var makesFigures = true

  /// Nil where the command line is not one.
  init?(_ arguments: [String]) {
    guard arguments.first == "night-1" else { return nil }
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      switch option {
      case "--no-log": keepsLog = false
      case "--no-metrics": makesFigures = false
      case "--scenario", "--days", "--seed", "--set":
        guard let value = rest.popFirst() else { return nil }
        switch option {
        case "--scenario": scenario = value
        case "--days": settings.append("calendar.days=\(value)")
        case "--set": settings.append(value)
        default:
          guard let number = UInt64(value) else { return nil }
          seed = number
        }
      default: return nil
      }
    }
  }
}
