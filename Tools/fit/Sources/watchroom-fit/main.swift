import Foundation
import Watchroom
let read = try readScenario(CommandLine.arguments[1], settings: Array(CommandLine.arguments.dropFirst(3)))
let plan = Plan(read.scenario)
var sim = Simulation(plan: plan, seed: 1, replication: 0)
var w = RecordWriter(plan: plan)
FileManager.default.createFile(atPath: CommandLine.arguments[2], contents: nil)
let out = FileHandle(forWritingAtPath: CommandLine.arguments[2])!
out.write(Data(RecordWriter.header.utf8))
while sim.advance({ w.fold($0) }) { out.write(Data(w.take())) }
