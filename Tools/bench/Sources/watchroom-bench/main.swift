import Watchroom
import DiscreteEvents
let days = Int(CommandLine.arguments.dropFirst().first ?? "30")!
func cosine() -> [Double] {
  func c(_ x: Double) -> Double { // crude cosine for the sketch
    var x = x; while x > .pi { x -= 2 * .pi }
    var t = 1.0, s = 1.0
    for k in 1..<20 { t *= -x * x / Double((2*k-1)*(2*k)); s += t }
    return s
  }
  return (0..<24).map { h in
    let f: Double
    if h >= 5 && h <= 18 { f = 0.5 * (1 - c(.pi * Double(h - 5) / 14)) } else { f = 0.5 * (1 + c(.pi * Double((h + 5) % 24) / 10)) }
    return 1.8333 + (6.5 - 1.8333) * f
  }
}
let w101 = [0.30,0.25,0.22,0.20,0.20,0.25,0.45,0.80,1.30,1.75,2.10,2.20,2.20,2.15,2.10,2.05,1.75,1.50,1.25,1.05,0.90,0.75,0.55,0.40]
let scenario = Scenario(
  name: "night-1",
  calendar: ScenarioCalendar(start: 1_640_995_200_000, days: days, drain: 6 * .hour),
  channels: [
    Channel(id: "999", arrivals: .profile(ArrivalProfile(perYear: 2426 * 365, hourOfDay: cosine())), priority: 1, patience: .exponential(mean: 180), handling: .lognormal(mean: 233, cv: 0.8), target: .init(share: 0.9, within: 10_000)),
    Channel(id: "101", arrivals: .profile(ArrivalProfile(perYear: 1877 * 365, hourOfDay: w101)), patience: .exponential(mean: 900), handling: .lognormal(mean: 420, cv: 1), target: .init(share: 0.9, within: 180_000)),
  ],
  shifts: [Shift(id: "n", start: 23 * .hour, length: 8 * .hour), Shift(id: "e", start: 7 * .hour, length: 8 * .hour), Shift(id: "l", start: 15 * .hour, length: 8 * .hour)],
  teams: [Team(id: "h", answers: ["999", "101"], staff: .shifts([.init(shift: "n", heads: Array(repeating: 20, count: 7)), .init(shift: "e", heads: Array(repeating: 32, count: 7)), .init(shift: "l", heads: Array(repeating: 34, count: 7))]))])
func main() {
let plan = Plan(scenario)
var simulation = Simulation(plan: plan, seed: 1, replication: 0)
var log = EventLog()
var digest = EventDigest()
var recorder = Recorder(plan: plan)
var kinds = [Int](repeating: 0, count: 256)
let count = CommandLine.arguments.count > 2
while simulation.advance(recordingIn: &log, { events in
  digest.fold(events); recorder.fold(events)
  if count { for i in events.indices { kinds[Int(events[i].rawKind)] += 1 } }
}) {}
let summary = recorder.finish()
let catalogue = FigureCatalogue(plan: plan)
if count { for (f, v) in zip(catalogue.figures, catalogue.values(of: summary)).prefix(60) { print(f.name, v) } }
print(log.count, digest.hexadecimal)
if count { for k in EventKind.allCases where kinds[Int(k.rawValue)] > 0 { print(k, kinds[Int(k.rawValue)]) } }
}
main()
