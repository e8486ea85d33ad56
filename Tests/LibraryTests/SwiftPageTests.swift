import Foundation
import Testing
import Watchroom

// What “Use it from Swift” shows: nothing but `import Watchroom`, as in a package of somebody's own. The last test holds the
// page to these lines.

private let file = #filePath.replacing(
  "Tests/LibraryTests/SwiftPageTests.swift", with: "Scenarios/erlang-a.json5")

@Test func figuresHaveTheirNames() throws {
  let result = try Watchroom.run(file, settings: ["calendar.days=7"], replications: 10)
  for figure in ["channels.999.serviceLevel.ofOffered", "teams.emergency.occupancy"] {
    guard let estimate = result.estimate(figure) else { continue }
    print(figure, estimate.mean, "±", estimate.halfWidth ?? .nan)
  }
  #expect(result.estimate("teams.emergency.occupancy").map { 0.5..<0.6 ~= $0.mean } == true)
  #expect(result.estimate("channels.999.serviceLevel.ofOffered").map { 0.9..<1 ~= $0.mean } == true)
}

@Test func aResultIsPrinted() throws {
  let read = try readScenario(file, settings: ["calendar.days=7"])
  let result = Experiment(plan: Plan(read.scenario), replications: 10).run()
  let provenance = Provenance(scenarioDigest: read.digest)
  print(TextReport(result, provenance: provenance).text)
  let json = JSONReport(result, provenance: provenance).text
  let page = ReportPage(result, provenance: provenance).html
  let tables = ResultTables(result).tables
  #expect(json.contains(read.digest) && page.contains(read.digest) && tables.map(\.name).contains("teams"))
}

@Test func aScenarioIsChangedInCode() throws {
  let read = try readScenario(file, settings: ["calendar.days=7"])
  for warning in read.warnings { print(warning) }
  var scenario = read.scenario
  scenario.channels[0].target = Channel.Target(share: 0.95, within: 10 * .second)
  scenario.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 10, count: 24), count: 7))
  let experiment = Experiment(plan: try Plan(checking: scenario), seed: 7, replications: 10)
  let result = experiment.run { done, count in print("\(done) of \(count)") }
  #expect(result.seed == 7 && result.replications == 10 && result.events > 0)
}

@Test func aTaskThatIsCancelledStopsTheRun() async throws {
  let experiment = Experiment(plan: Plan(try readScenario(file).scenario), replications: 1_000)
  let task = Task { await result(of: experiment) }
  task.cancel()
  // How many are done by then nobody knows.
  #expect(await (task.value?.replications ?? 0) < 1_000)
}

func result(of experiment: Experiment) async -> ExperimentResult? {
  let stop = StopRequest()
  return await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: experiment.run(unless: stop)) }
    }
  } onCancel: {
    stop.make()
  }
}

@Test func theWorldIsLookedAtInTheEvening() throws {
  let plan = Plan(try readScenario(file, settings: ["calendar.days=1"]).scenario)
  let evening = CivilTime(year: 2022, month: 1, day: 1, timeOfDay: 19 * .hour)
  let time = plan.scenario.calendar.zone.instant(of: evening) - plan.origin

  var simulation = Simulation(plan: plan, seed: 1, replication: 0)
  while simulation.advance(before: time, { _ in }) {}
  let view = simulation.view(at: time)
  print("\(view.queues[0].count) wait, \(view.handlers.count { $0.state == .busy }) of \(view.handlers.count) are busy")
  #expect(view.handlers.count == 9 && view.time < time && view.time > time - .hour)
}

@Test func ownFiguresComeFromEvents() throws {
  let plan = Plan(try readScenario(file, settings: ["calendar.days=1"]).scenario)
  var simulation = Simulation(plan: plan, seed: 1, replication: 0)
  var recorder = Recorder(plan: plan)
  var present = 0
  var most = 0
  while simulation.advance({ events in
    recorder.fold(events)
    for index in events.indices {
      switch events[index].kind {
      case .contactArrived: present += 1
      case .handlingEnded, .contactAbandoned: present -= 1
      default: continue
      }
      most = max(most, present)
    }
  }) {}
  let summary = recorder.finish()
  print("at most \(most) callers at a time, of \(summary.channels[0].total.offered)")
  #expect(most > 5 && present >= 0 && summary.channels[0].total.offered > 1_000)
}

@Test func plansAreComparedWithTheSameCallers() throws {
  let nine = try readScenario(file, settings: ["calendar.days=7"]).scenario
  var ten = nine
  ten.teams[0].staff = .intervals(heads: Array(repeating: Array(repeating: 10, count: 24), count: 7))
  let comparison = Comparison(base: Plan(nine), variants: [.init(name: "ten", plan: Plan(ten))], replications: 10)
  let gain = comparison.run().variant("ten")?.difference("channels.999.serviceLevel.ofOffered")
  print(gain?.difference ?? .nan, "±", gain?.halfWidth ?? .nan)
  #expect(gain?.isClear == true)
}

@Test func aRunIsKeptReadAndForked() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "watchroom-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "night.ledger").path

  let read = try readScenario(file, settings: ["calendar.days=1"])
  let kept = try ExperimentResult.recording(read, seed: 1, at: path)

  let run = try RecordedRun(LedgerReader(path: path))
  let result = try ExperimentResult(run.reader, chapters: run.chapters)
  let difference = try run.reader.firstDifference(from: run.chapters)
  print(result.digest, difference == nil ? "happens again" : "does not happen again")
  #expect(result.digest == kept?.digest && result.estimates == kept?.estimates && difference == nil)

  let evening = CivilTime(year: 2022, month: 1, day: 1, timeOfDay: 19 * .hour)
  let time = run.plan.scenario.calendar.zone.instant(of: evening) - run.plan.origin
  let view = try run.reader.world(at: time, by: run.chapters, bySameEngine: run.isOfThisEngine)
  print(view.queues[0].count, "wait")

  let words = EventText(run.plan.scenario)
  var cursor = run.reader.cursor(fromTime: time)
  _ = try cursor.advance { events in
    for index in events.indices.prefix(3) { print(words.description(of: events[index])) }
  }

  let more = try run.scenario(settings: ["teams.emergency.staff.byHour.19=12"])
  guard more.scenario.obstacle(toForking: run.read.scenario) == nil else { return }
  let fork = try Fork(of: run.reader, recorded: run.chapters, by: Plan(more.scenario), at: time)
  print("\(fork.contacts.waitedLess) callers wait less, and \(fork.contacts.waitedLonger) longer")
  #expect(fork.sharedEvents > 0 && fork.difference != nil)
}

@Suite struct SwiftPageTests {
  /// Every piece of Swift on the page, but for the package's manifest, stands in this file line by line, what is asked of it
  /// left out.
  @Test func thePageShowsTheseVeryLines() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Sources/Documents/Swift.md"), encoding: .utf8)
    let source = Self.lines(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
      .filter { !$0.hasPrefix("#expect") }.joined(separator: "\n")
    let pieces = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }.filter { !$0.contains("PackageDescription") }
    #expect(pieces.count >= 8)
    for piece in pieces {
      let shown = Self.lines(
        piece.replacing("\"Scenarios/erlang-a.json5\"", with: "file").replacing("\"night.ledger\"", with: "path")
      ).joined(separator: "\n")
      #expect(source.contains(shown), "\(piece)")
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
