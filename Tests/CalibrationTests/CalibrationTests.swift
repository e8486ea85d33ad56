import Synchronization
import Testing
import Watchroom

@testable import Calibration

@Suite struct CalibrationTests {
  @Test func findsWhatTheTargetsWereMadeWith() throws {
    let calibration = try SmallScenario.calibration()
    let result = try #require(calibration.run())
    #expect(abs(result.values[0] - 180) < 20, "patience \(result.values[0])")
    #expect(abs(result.values[1] - 240) < 3, "handling \(result.values[1])")
    #expect(result.values[2] == 4)
    #expect(result.parameters.allSatisfy { $0.share > 0.3 && $0.likely.contains($0.value) })
    #expect(result.parameters[1].likely.contains(240))
    #expect(result.seeds == [2, 3, 4])
    // Other luck than was searched with: not equal, and with an interval.
    #expect(result.targets.allSatisfy { $0.distance != 0 && $0.value.halfWidth ?? 0 > 0 })
  }

  /// A day of a thousand calls says little of a share to a hundredth: the report has it, and what may be done.
  @Test func whatLuckMovesAsFarAsAToleranceIsSaid() throws {
    let result = try #require(SmallScenario.calibration(limit: 24).run())
    let lucky = result.targets.filter { $0.luck >= 0.5 }
    #expect(lucky.map(\.target.name).contains("in time"))
    let circumstances = CalibrationReport.Circumstances(
      scenario: "small", digest: "", targets: "t.json5", source: nil, command: [])
    let remarks = CalibrationReport(result, circumstances).remarks
    #expect(
      remarks.contains {
        $0.hasPrefix("Luck moves the figures of a run by half their tolerance and more: in time")
          && $0.contains("More replications")
      }, "\(remarks)")
    // What the table says is told is what its interval leaves of the range.
    for outcome in result.parameters where !outcome.parameter.parameter.isLogarithmic {
      let range = outcome.parameter.parameter.range
      let left =
        (outcome.likely.upperBound - outcome.likely.lowerBound) / (range.upperBound - range.lowerBound)
      #expect(outcome.parameter.parameter.isWhole || abs(1 - left - outcome.share) < 1e-9)
    }
  }

  @Test func threadsDoNotShow() throws {
    let results = try [1, 2].compactMap { try SmallScenario.calibration(jobs: $0, limit: 24).run() }
    try #require(results.count == 2)
    #expect(results[0].values == results[1].values)
    #expect(results[0].targets.map(\.value) == results[1].targets.map(\.value))
    #expect(results[0].parameters.map(\.likely) == results[1].parameters.map(\.likely))
    #expect(results[0].evaluations == results[1].evaluations)
  }

  @Test func aSearchCutShortGoesOnAsIfNothingHadHappened() throws {
    let calibration = try SmallScenario.calibration(limit: 24)
    let noted = Mutex<[Evaluation]>([])
    let first = calibration.run(note: { evaluation in noted.withLock { $0.append(evaluation) } })
    let whole = try #require(first)
    let all = noted.withLock { $0 }
    #expect(whole.known == 0 && all.count == whole.evaluations)
    let again = Mutex(0)
    // What is known of a point that the search does not ask of is of no use to it, and not counted.
    let elsewhere = Evaluation(values: [61, 101, 3], figures: nil)
    let second = calibration.run(known: all.prefix(10) + [elsewhere], note: { _ in again.withLock { $0 += 1 } })
    let resumed = try #require(second)
    #expect(again.withLock { $0 } == all.count - 10)
    #expect(resumed.known == 10 && resumed.evaluations == whole.evaluations && resumed.values == whole.values)
    #expect(resumed.targets.map(\.value) == whole.targets.map(\.value))
  }

  @Test func everyHourCountsAndSumsAreDivided() throws {
    let files = MemoryFiles(["s.json5": SmallScenario.text])
    let read = try ScenarioReader.read(path: "s.json5", files: files)
    let targets = [
      PublishedTarget(
        name: "each", metric: .each(["channels.999.byHour.3.offered", "channels.999.byHour.4.offered"]), atMost: 1),
      PublishedTarget(
        name: "share", metric: .sum(["channels.999.answered", "channels.999.abandoned"], of: ["channels.999.offered"]),
        value: 1, tolerance: 0.1),
      PublishedTarget(name: "reported", metric: .figure("channels.999.offered"), value: 7, weight: 0),
      PublishedTarget(
        name: "minutes", metric: .figure("channels.999.handleTime.mean"), atLeast: 2, atMost: 3, unit: .minutes),
    ]
    let model = ScenarioModel(
      parameters: try read.placedParameters(), paths: Calibration.paths(of: targets), seed: 1, replications: 1,
      read: { try? ScenarioReader.read(path: "s.json5", settings: $0, files: files).scenario })
    let calibration = Calibration(
      model: model, targets: targets, catalogue: FigureCatalogue(plan: Plan(read.scenario)), limit: 1, confirmations: 2)
    let outcomes = try #require(calibration.run()).targets
    #expect(!outcomes[0].isMet && outcomes[0].distance > 0 && outcomes[0].runsMet == 0)
    // One may still be waiting at the end.
    #expect(outcomes[1].isMet && outcomes[1].unit == .share && outcomes[1].value.mean > 0.99)
    #expect(!outcomes[2].isMet && outcomes[2].unit == .count)
    #expect(outcomes[3].isMet && outcomes[3].unit == .seconds && outcomes[3].runsMet == 2)
  }

  /// A search of one evaluation, that of the scenario as it is, with two confirmations, whose seeds are 2 and 3.
  private func asItIs(
    _ targets: (ScenarioModel) -> [PublishedTarget], paths: [String]
  ) throws -> (model: ScenarioModel, outcomes: [CalibrationResult.TargetOutcome]) {
    let files = MemoryFiles(["s.json5": SmallScenario.text])
    let read = try ScenarioReader.read(path: "s.json5", files: files)
    let model = ScenarioModel(
      parameters: try read.placedParameters(), paths: paths, seed: 1, replications: 1,
      read: { try? ScenarioReader.read(path: "s.json5", settings: $0, files: files).scenario })
    let calibration = Calibration(
      model: model, targets: targets(model), catalogue: FigureCatalogue(plan: Plan(read.scenario)), limit: 1,
      confirmations: 2)
    return (model, try #require(calibration.run()).targets)
  }

  @Test func theRunsThatMeetATargetAreCountedOneByOne() throws {
    let path = "channels.999.offered"
    let (_, outcomes) = try asItIs(
      { model in
        [2, 3].map { (seed: UInt64) in
          PublishedTarget(
            name: "\(seed)", metric: .figure(path), value: model.figures(at: model.start, seed: seed)?[0] ?? 0,
            tolerance: 0.5)
        }
      }, paths: [path])
    // Each is what one of the two runs gives, and the other does not.
    #expect(outcomes.map(\.runsMet) == [1, 1] && outcomes.map(\.isMet) == [false, false])
  }

  @Test func ofSeveralFiguresTheOneFarthestAwayIsReported() throws {
    let paths = [2, 14].map { "channels.999.byHour.\($0).offered" }
    let (model, outcomes) = try asItIs(
      { _ in
        [paths, paths.reversed()].map { PublishedTarget(name: $0[0], metric: .each($0), atMost: 1) }
      }, paths: paths)
    let means = Self.means(model)
    try #require(means[0] != means[1])
    #expect(outcomes.map(\.value.mean) == Array(repeating: max(means[0], means[1]), count: 2))
  }

  /// One figure is farther inside of the limit than the other is beyond it: it is the other that fails.
  @Test func ofSeveralFiguresTheOneBeyondTheLimitIsReported() throws {
    let paths = [2, 14].map { "channels.999.byHour.\($0).offered" }
    let (model, outcomes) = try asItIs(
      { model in
        let means = Self.means(model)
        let (low, high) = (means.min() ?? 0, means.max() ?? 0)
        return [
          PublishedTarget(name: "most", metric: .each(paths), atMost: low + 0.75 * (high - low)),
          PublishedTarget(name: "least", metric: .each(paths), atLeast: low + 0.25 * (high - low)),
        ]
      }, paths: paths)
    let means = Self.means(model)
    try #require(means[0] != means[1])
    #expect(outcomes.map(\.value.mean) == [means.max(), means.min()])
    #expect(outcomes.allSatisfy { $0.distance > 0 && !$0.isMet })
  }

  /// The means of a model's figures over the two confirmations.
  private static func means(_ model: ScenarioModel) -> [Double] {
    let runs = [UInt64(2), 3].map { model.figures(at: model.start, seed: $0) ?? [] }
    return zip(runs[0], runs[1]).map { ($0 + $1) / 2 }
  }

  /// With nobody there nobody is answered, and there is no mean wait: that is far from any aim, and not on it.
  @Test func whatIsUndefinedIsFarFromEveryAim() throws {
    let text = """
      {
        calendar: { start: "2022-07-18T00:00", days: 1, timeZone: "Europe/London" },
        channels: {
          "999": {
            arrivals: { perYear: 200000 }, patience: { exponential: { mean: "3m" } },
            handling: { constant: "4m" }, target: { share: 0.9, within: "10s" },
          },
        },
        teams: { contact: { answers: ["999"], staff: { byHour: \([Int](repeating: 1, count: 24)) } } },
        calibrate: { heads: { path: "teams.contact.staff.byHour.*", from: 0, to: 1, whole: true } },
      }
      """
    let files = MemoryFiles(["s.json5": text])
    let read = try ScenarioReader.read(path: "s.json5", files: files)
    let path = "channels.999.speedOfAnswer.mean"
    let model = ScenarioModel(
      parameters: try read.placedParameters(), paths: [path], seed: 1, replications: 1,
      read: { try? ScenarioReader.read(path: "s.json5", settings: $0, files: files).scenario })
    let wait = try #require(model.figures(at: [1])).first ?? .nan
    try #require(model.figures(at: [0])?.first?.isNaN == true)
    let target = PublishedTarget(name: "wait", metric: .figure(path), value: wait - 30, tolerance: 15)
    let calibration = Calibration(
      model: model, targets: [target], catalogue: FigureCatalogue(plan: Plan(read.scenario)), confirmations: 1)
    #expect(try #require(calibration.run()).values == [1])
  }
}
