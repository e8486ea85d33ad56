import Foundation

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(CommandLine.arguments.contains("--help") ? 0 : 64)
}

/// Prints a line at once, so that whoever waits sees it when it comes, in a pipe too.
func say(_ line: String) {
  print(line)
  fflush(nil)
}

/// Asks something of so many random scenarios, and tells the first few problems; how many there are.
func ask(_ name: String, of count: Int, _ check: (UInt64) -> Relation.Finding) -> Int {
  var events = 0
  var problems = 0
  for seed in options.first..<options.first + UInt64(count) {
    let finding = check(seed)
    events += finding.events
    guard let problem = finding.problem else { continue }
    problems += 1
    if problems <= 5 { say("    scenario \(seed): \(problem.prefix(1_000))") }
  }
  say("  \(problems == 0 ? "holds" : "FAILS")  \(name): \(count) scenarios, \(events) events, \(problems) problems")
  return problems
}

var problems = 0
for part in options.parts {
  switch part {
  case .reference:
    say("The reference simulator")
    problems += ask("both tell the same, event for event", of: options.floors, ReferenceAgreement.check)
  case .rules:
    say("In how many of \(options.floors) floors something else happens without a rule")
    for rule in FloorRule.all {
      let count = (options.first..<options.first + UInt64(options.floors)).count { rule.matters($0) }
      problems += count == 0 ? 1 : 0
      say("  \(count == 0 ? "FAILS" : "seen ")  \(rule.name): \(count)")
    }
  case .relations:
    say("Changes of which it is known what they do")
    for relation in Relation.all + [.otherUnits] {
      problems += ask(relation.name, of: options.scenarios, relation.check)
    }
  case .invariants:
    say("Invariants")
    problems += ask(Relation.invariants.name, of: options.scenarios, Relation.invariants.check)
  }
}

say(problems == 0 ? "All of it holds." : "\(problems) PROBLEMS")
exit(problems == 0 ? 0 : 1)
