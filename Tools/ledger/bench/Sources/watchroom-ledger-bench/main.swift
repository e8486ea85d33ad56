import Foundation
import Watchroom

let usage = """
  Usage: watchroom-ledger-bench simulate|write|read|report SCENARIO LEDGER [path=value …]

    simulate  simulates, and makes the fingerprint and all figures
    write     the same, and writes the events to LEDGER
    read      reads LEDGER, verifying all of it
    report    the same, and makes all figures

  Each on one thread. Prints what it took and what it came to, one name=value a line. The values change the scenario.
  """

/// Seconds of processor time spent so far, in this program and in the system on its behalf.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory this program has held at once, in kilobytes; 0 where the system does not say.
func peakKilobytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}

/// Runs one replication or reads one back; what it came to.
func measure(_ mode: String, _ read: ReadScenario, _ path: String) throws -> (EventDigest, Summary?) {
  let plan = Plan(read.scenario)
  var recorder = Recorder(plan: plan)
  var simulation = Simulation(plan: plan, seed: 1, replication: 0)
  switch mode {
  case "simulate":
    var digest = EventDigest()
    while simulation.advance({ events in
      recorder.fold(events)
      digest.fold(events)
    }) {}
    return (digest, recorder.finish())
  case "write":
    let header = LedgerHeader(engine: Engine.name, seed: 1, replication: 0, scenario: read.resolvedText)
    var writer = try LedgerWriter(path: path, header: header)
    while try simulation.advance({ events throws(LedgerError) in
      recorder.fold(events)
      try writer.append(events)
    }) {}
    let digest = writer.digest
    try writer.finish()
    return (digest, recorder.finish())
  default:
    let reader = try LedgerReader(path: path)
    var cursor = reader.cursor()
    if mode == "read" {
      while try cursor.advance({ _ in }) {}
      return (reader.digest, nil)
    }
    while try cursor.advance({ recorder.fold($0) }) {}
    return (reader.digest, recorder.finish())
  }
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 3, let mode = arguments.first, ["simulate", "write", "read", "report"].contains(mode) else {
  print(usage)
  exit(64)
}
let words = Array(arguments)
do {
  let read = try ScenarioReader.read(path: words[1], settings: Array(words[3...]))
  let start = processorSeconds()
  let (digest, summary) = try measure(mode, read, words[2])
  let seconds = processorSeconds() - start
  print("events=\(digest.count)")
  print("digest=\(digest.hexadecimal)")
  print("seconds=\(seconds)")
  print("peakKilobytes=\(peakKilobytes())")
  if let summary {
    let catalogue = FigureCatalogue(plan: Plan(read.scenario))
    for channel in read.scenario.channels {
      if let index = catalogue.index(of: "channels.\(channel.id).serviceLevel.ofOffered") {
        print("\(channel.id).inTime=\(catalogue.value(at: index, of: summary))")
      }
    }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(65)
}
