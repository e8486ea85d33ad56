import Foundation
import Watchroom

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(CommandLine.arguments.contains("--help") ? 0 : 64)
}

if let make = options.make {
  try writeRecords(of: make.scenario, to: make.output, settings: make.settings)
  exit(0)
}

print(
  """
  Service level of offered contacts, in %: in the run that \(options.days) days of records are of; in 20 runs of what was
  learned from them, with the interval that holds another run's with 95 %; and in 20 runs of what is behind the records.

    \(padded("scenario", 10))\(padded("channel", 9))\(padded("recorded", 10))\(padded("learned", 17))true
  """)
var held = 0
var heldLevels = 0
var distances: [Double] = []
let numbers = options.only.map { $0..<$0 + 1 } ?? 0..<options.scenarios
for number in numbers {
  let scenario = RandomScenario.make(UInt64(number), days: options.days)
  let recovery = try Recovery(scenario, seed: 1_000 + UInt64(number) * 10, jobs: options.jobs)
  for (place, level) in recovery.levels.enumerated() {
    let learned = "\(percent(level.mean)) ± \(percent(level.halfWidth))"
    say(
      "  " + padded(place == 0 ? "\(number)" : "", 10) + padded(level.channel, 9) + padded(percent(level.recorded), 10)
        + padded(learned, 17) + padded(percent(level.truth), 8) + (level.isHeld ? "" : "missed"))
    distances.append((level.mean - level.truth).magnitude)
    heldLevels += level.isHeld ? 1 : 0
  }
  held += recovery.isHeld ? 1 : 0
  if options.only != nil {
    dump(scenario)
    print(recovery.text)
  }
}
distances.sort()
let median = distances[distances.count / 2]
let high = distances[distances.count * 9 / 10]
let isEnough = held * 10 >= numbers.count * 9
print(
  """

  \(heldLevels) of \(distances.count) channels lie inside their intervals; all channels of \(held) of \
  \(numbers.count) scenarios do, and 9 in 10 should: \(isEnough ? "it holds" : "FAILED").
  Learned and true service levels are \(percent(median)) points apart in the median, \(percent(high)) in nine of ten.
  """)
exit(isEnough ? 0 : 1)
