import Foundation
import Watchroom

// Writes histories of three years, one file each, into the folder named.

let emergency: [Double] = (0..<24).map { 1 + 0.55 * PortableMath.cos(Double($0 - 19) / 24 * 6.283185307179586) }
let office: [Double] = (0..<24).map { (8...17).contains($0) ? 2 : 0.3 }
let weekend = [0.96, 0.94, 0.95, 0.97, 1.04, 1.10, 1.04]
let working = [1.14, 1.08, 1.06, 1.05, 1.06, 0.84, 0.77]
let summer = [0.90, 0.91, 0.95, 1.00, 1.08, 1.09, 1.12, 1.02, 1.02, 1.02, 0.96, 0.96]
let coast = [0.6, 0.65, 0.8, 1.0, 1.1, 1.3, 1.6, 1.7, 1.1, 0.9, 0.65, 0.6]

func profile(
  _ perDay: Double, _ hours: [Double], _ weekdays: [Double], _ months: [Double]? = nil, day: Double = 0.05
) -> ArrivalProfile {
  ArrivalProfile(
    perYear: perDay * 365, hourOfDay: hours, dayOfWeek: weekdays, month: months ?? Array(repeating: 1, count: 12),
    busyness: .init(day: day, interval: 0.08, correlation: 0.6))
}

let histories = [
  History(
    name: "emergency", profile: profile(1_200, emergency, weekend, summer), growth: 0.05, holiday: 1.05, christmas: 0.9,
    newYear: 1.5),
  History(
    name: "non-emergency", profile: profile(900, office, working), growth: -0.08, holiday: 0.65, christmas: 0.4,
    newYear: 0.6),
  History(
    name: "chat", profile: profile(60, office, working), growth: 0.25, holiday: 0.7, christmas: 0.4, newYear: 0.6),
  History(name: "rural", profile: profile(25, emergency, weekend, summer, day: 0), newYear: 1.4),
  History(
    name: "step", profile: profile(700, office, working), holiday: 0.7, christmas: 0.4, newYear: 0.6,
    step: (day: 700, factor: 0.82)),
  History(name: "drifting", profile: profile(500, emergency, weekend), holiday: 0.95, newYear: 1.2, drift: 0.03),
  History(
    name: "web", profile: profile(300, office, [1.3, 1.25, 1.2, 1.15, 1.1, 0.5, 0.5]), growth: 0.1, holiday: 0.5,
    christmas: 0.25, newYear: 0.4),
  History(name: "plain", profile: profile(800, emergency, weekend)),
  History(name: "short", profile: profile(400, office, working), days: 250, holiday: 0.7, christmas: 0.4),
  History(name: "coast", profile: profile(350, emergency, weekend, coast), growth: 0.03, holiday: 1.3, newYear: 1.3),
  History(name: "busy", profile: profile(600, emergency, weekend, summer, day: 0.15), drift: 0.01),
]

guard CommandLine.arguments.count == 2 else {
  print("Usage: watchroom-histories FOLDER")
  exit(64)
}
for history in histories {
  var text = "start,channel,count\n"
  for (day, hours) in history.counts(seed: 6).enumerated() {
    let civil = CivilTime(dayNumber: History.firstDay + day)
    for (hour, count) in hours.enumerated() {
      text += String(
        format: "%04d-%02d-%02dT%02d:00,%@,%d\n", civil.year, civil.month, civil.day, hour, history.name, count)
    }
  }
  let file = URL(fileURLWithPath: CommandLine.arguments[1]).appendingPathComponent("\(history.name).csv")
  try text.write(to: file, atomically: true, encoding: .utf8)
}
