import Foundation
import Watchroom

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(64)
}

let plan: Plan
do {
  plan = Plan(try ScenarioReader.read(path: options.scenario, settings: options.settings).scenario)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(65)
}

// From here to the last figure is what is timed; reading the scenario is not.
let start = Process.seconds
let outcome = Outcome(of: plan, options)
let seconds = Process.seconds - start

for line in outcome.lines(plan: plan) { print(line) }
print("seconds=\(seconds)")
if let peak = Process.peakKilobytes { print("peakKilobytes=\(peak)") }
