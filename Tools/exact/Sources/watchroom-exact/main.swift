import Foundation
import Watchroom

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(CommandLine.arguments.contains("--help") ? 0 : 64)
}

/// Puts cases to their experiments; `firstNumber` is that of the first of them.
func prove(_ cases: [QueueCase], firstNumber: Int) -> Bool {
  let coverage = Coverage(experiments: options.experiments, jobs: options.jobs)
  return part(
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
    for (number, queue) in cases.enumerated() {
      holds = coverage.prove(queue, number: firstNumber + number) && holds
    }
    return holds
  }
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
    holds = prove(QueueCase.all, firstNumber: 0)
  case .response:
    holds = prove(QueueCase.response, firstNumber: 1_000)
  case .preemption:
    holds = part(
      """
      Incidents that wait for a first unit, at the end of an instant, although a unit of a grade they pre-empt is on its \
      way and a dispatcher is ready or none is needed
      """
    ) { provePreemption(worlds: options.worlds, jobs: options.jobs) }
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
