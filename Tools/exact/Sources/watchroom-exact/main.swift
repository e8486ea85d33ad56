import Foundation
import Watchroom

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(CommandLine.arguments.contains("--help") ? 0 : 64)
}

/// Says what is proved, and whether it holds.
func part(_ name: String, _ holds: () throws -> Bool) -> Bool {
  say("\n\(name)\n")
  do {
    return try holds()
  } catch {
    say("\(error)")
    return false
  }
}

var failures: [String] = []

for wanted in options.parts {
  let holds: Bool
  switch wanted {
  case .formulas:
    holds = part("Formulas of M/M/n and M/M/n+M against values worked out elsewhere: greatest relative distance") {
      var holds = true
      for golden in GoldenValues.all {
        let fits = golden.distance <= golden.tolerance
        holds = holds && fits
        say(
          "  " + padded(golden.name, 44) + padded(number(golden.distance, digits: 2), 12) + (fits ? "fits" : "FAILS"))
      }
      return holds
    }
  case .coverage:
    let coverage = Coverage(experiments: options.experiments, jobs: options.jobs)
    holds = part(
      """
      How often the 95 % interval of an experiment of \(QueueCase.runs) runs holds the exact value. Of \
      \(coverage.experiments) experiments an honest one does in \(coverage.acceptable.lowerBound) to \
      \(coverage.acceptable.upperBound), but for one time in a thousand.

        \(padded("figure", 26))\(padded("exact", 14))\(padded("mean found", 14))\(padded("half-width", 12))\
      \(padded("bias*", 8))\(padded("hold it", 10))
        * in half-widths of one experiment
      """
    ) {
      var holds = true
      for queue in QueueCase.all { holds = coverage.prove(queue) && holds }
      return holds
    }
  case .published:
    holds = part(
      """
      Results published for the examples of ContactCenters: mean ± standard error of theirs and ours, and how many \
      combined standard errors they are apart
      """
    ) { ContactCenters(jobs: options.jobs).prove() }
  case .nightOne:
    holds = part("night-1: known answers, ours, and how many combined standard errors they are apart") {
      try proveNightOne(scenarios: options.scenarios, jobs: options.jobs)
    }
  }
  if !holds { failures.append(wanted.rawValue) }
}

say(failures.isEmpty ? "\nAll of it holds." : "\nFAILED: " + failures.joined(separator: ", "))
exit(failures.isEmpty ? 0 : 1)
