import Foundation
import Watchroom

/// `text`, followed by as many spaces as make it `width` wide.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

/// A share in hundredths.
func percent(_ share: Double) -> String { String(format: "%.2f", share * 100) }

/// Prints a line at once, so that whoever waits sees it when it comes, in a pipe too.
func say(_ line: String) {
  print(line)
  fflush(nil)
}

/// Writes the records of one run of the scenario at `path`.
func writeRecords(of path: String, to output: String, settings: [String]) throws {
  let plan = Plan(try readScenario(path, settings: settings).scenario)
  try Data(RecordWriter.header.utf8).write(to: URL(fileURLWithPath: output))
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
  try file.seekToEnd()
  var simulation = Simulation(plan: plan, seed: 1, replication: 0)
  var writer = RecordWriter(plan: plan)
  while simulation.advance({ writer.fold($0) }) { try file.write(contentsOf: writer.take()) }
  try file.close()
}
