import ContactCentre
import DiscreteEvents
import Reading
import ScenarioFile
import Simulator

/// The same lengths of time in other units are the same scenario, and the same happens.
enum UnitChange {
  /// How many events were compared, and the first thing that is not as it should be, of the scenario text of a seed.
  static func check(_ seed: UInt64) -> (events: Int, problem: String?) {
    do {
      let seconds = try scenario(seed) { length, _ in Self.inSeconds(length) }
      let others = try scenario(seed) { length, dice in Self.inSomeUnit(length, &dice) }
      let (one, other) = (events(seconds, seed), events(others, seed))
      if seconds != others { return (one.count, "another scenario is read") }
      return (one.count, one == other ? nil : "something else happens")
    } catch {
      return (0, error.problems.map { "\($0)" }.joined(separator: "; "))
    }
  }

  private static func scenario(
    _ seed: UInt64, _ write: @escaping (Milliseconds, inout RandomStream) -> String
  ) throws(ScenarioError) -> Scenario {
    var text = ScenarioText(seed: seed, write: write)
    return try ScenarioReader.read(path: "s.json5", files: MemoryFiles(["s.json5": text.text()])).scenario
  }

  private static func events(_ scenario: Scenario, _ seed: UInt64) -> [Event] {
    var simulation = Simulation(plan: Plan(scenario), seed: seed, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    return events
  }

  /// As a number of seconds without a unit.
  static func inSeconds(_ length: Milliseconds) -> String {
    let rest = "\(1_000 + length % 1_000)".dropFirst()
    return length % 1_000 == 0 ? "\(length / 1_000)" : "\(length / 1_000).\(rest)"
  }

  /// With a unit, or several.
  static func inSomeUnit(_ length: Milliseconds, _ dice: inout RandomStream) -> String {
    var ways = ["\"\(length)ms\"", "\"\(inSeconds(length))s\""]
    if length % 1_000 == 0 {
      var left = length / 1_000
      var parts = ""
      for (unit, size) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)] as [(String, Milliseconds)] {
        // A larger unit may be left to the smaller ones.
        if size > 1, dice.next(below: 2) == 0 { continue }
        if left / size > 0 || parts.isEmpty && size == 1 { parts += "\(left / size)\(unit)" }
        left %= size
      }
      ways.append("\"\(parts)\"")
    }
    // Quarters of an hour, and halves of a minute, are exact in binary.
    if length % 900_000 == 0 { ways.append("\"\(Double(length / 900_000) / 4)h\"") }
    if length % 30_000 == 0 { ways.append("\"\(Double(length / 30_000) / 2)m\"") }
    return ways[Int(dice.next(below: UInt64(ways.count)))]
  }
}

/// A random scenario file with lengths of time in every place that takes one; how they are written is asked for.
struct ScenarioText {
  private var choices: RandomStream
  /// Apart from the other choices, so that these stay the same however lengths are written.
  private var units: RandomStream
  private let write: (Milliseconds, inout RandomStream) -> String

  init(seed: UInt64, write: @escaping (Milliseconds, inout RandomStream) -> String) {
    choices = RandomKey(seed: seed).derived(named: "text").stream(0)
    units = RandomKey(seed: seed).derived(named: "units").stream(0)
    self.write = write
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(choices.next(below: UInt64(elements.count)))]
  }

  /// A length of time of about so many seconds.
  private mutating func length(_ seconds: Milliseconds) -> String {
    let length = pick([seconds * 1_000, seconds * 1_000, seconds * 500, seconds * 1_000 + 250, seconds * 333])
    return write(length, &units)
  }

  private mutating func exactly(_ length: Milliseconds) -> String { write(length, &units) }

  private mutating func distribution(_ seconds: Milliseconds) -> String {
    let way = pick(Array(0..<9))
    switch way {
    case 0: return "{ constant: \(length(seconds)) }"
    case 1: return "{ uniform: { min: \(length(seconds / 2)), max: \(length(seconds * 2)) } }"
    case 2: return "{ exponential: { mean: \(length(seconds)) } }"
    case 3: return "{ lognormal: { mean: \(length(seconds)), cv: 1.1 } }"
    case 4: return "{ lognormal: { median: \(length(seconds)), sigma: 0.7 } }"
    case 5: return "{ gamma: { mean: \(length(seconds)), cv: 0.6 } }"
    case 6: return "{ weibull: { mean: \(length(seconds)), shape: 0.8 } }"
    case 7: return "{ empirical: { values: [\(length(seconds)), \(length(seconds * 2)), \(length(0))] } }"
    default:
      return "{ mixture: [{ weight: 1, constant: \(length(seconds)) }, { weight: 2, exponential: { mean: "
        + "\(length(seconds)) } }] }"
    }
  }

  /// The file.
  mutating func text() -> String {
    let names = Array(["999", "101", "chat"].prefix(pick([1, 2, 3])))
    var text = "{ calendar: { start: \"2022-07-22T07:00\", warmUp: \(length(7_200)), drain: \(length(3_600)), "
    text += "interval: \(exactly(pick([5, 30, 60]) * .minute)) },\n  channels: {\n"
    for name in names { text += channel(name) }
    text += "  },\n  shifts: {\n"
    for (name, start) in [("earlies", "06:00"), ("lates", "14:00"), ("nights", "22:00")] {
      text += "    \(name): { start: \"\(start)\", length: \(exactly(8 * .hour)), breaks: [{ after: \(length(7_200)), "
      text += "length: \(length(1_200)), spread: \(length(2_400)), cover: \(pick([0, 1])) }] },\n"
    }
    text += "  },\n  teams: {\n"
    for number in 0..<pick([1, 2]) {
      text += "    team\(number): { answers: [\(names.map { "\"\($0)\"" }.joined(separator: ", "))], "
      text += "concurrency: 2, slowdown: [1, 1.25], lateness: \(distribution(120)), "
      text += "staff: { earlies: \(pick([1, 2])), lates: \(pick([1, 2])), nights: 1 } },\n"
    }
    text += "  },\n  surges: { all: { channel: \"\(names[0])\", over: \(pick([1, 3])), for: \(length(30)), "
    return text + "borrows: [\"team0\"] } },\n}\n"
  }

  private mutating func channel(_ name: String) -> String {
    var text = "    \"\(name)\": { kind: \"\(name == "chat" ? "chat" : "call")\", "
    text += "arrivals: { perYear: \(pick([20_000, 60_000])) },\n"
    text += "      front: { menu: { takes: \(distribution(10)) } },\n"
    text += "      patience: \(distribution(300)), handling: \(distribution(240)), wrapUp: \(distribution(40)),\n"
    text += "      outcomes: { resolved: { share: 0.6, handling: \(distribution(200)), wrapUp: \(distribution(20)), "
    text += "followUps: { news: { to: \"\(name)\", probability: 0.1, after: \(distribution(3_600)) } } } },\n"
    text += "      redial: { probability: 0.5, after: \(distribution(90)), to: \"\(name)\", atMost: 3 },\n"
    text += "      callback: { whenWaiting: 2, accepts: 0.3, dialling: \(distribution(15)) },\n"
    text += "      survey: { sample: 0.5, replies: 0.5, satisfied: 0.9, halfLife: \(length(300)) },\n"
    text += "      target: { share: 0.9, within: \(length(20)), shortAbandon: \(length(4)) },\n"
    text += "      headStart: \(length(15)), overflow: { after: \(length(60)), teams: [\"team0\"] } },\n"
    return text
  }
}
