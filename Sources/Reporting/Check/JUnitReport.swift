import Experiments
import Findings
import Reading
import Writing

/// What came of checking scenarios, as the XML that continuous integration reads: a test suite for each scenario, a test
/// case for each expectation, and one more for each that is compared with a recorded baseline.
///
/// An expectation that fails or is uncertain is a failure, of that type; a scenario that could not be read is an error,
/// and so is one of which nothing could be compared with the baseline, as where that cannot be read. What else was not
/// compared is a test that was skipped, and so is a file of a folder that was left out.
/// Scenarios that expect nothing are left out beside others, because some readers take a suite without tests for a
/// broken one.
public struct JUnitReport: Sendable {
  private let checked: [CheckedScenario]
  private let seed: UInt64

  /// A report on these scenarios, simulated with `seed`.
  public init(_ checked: [CheckedScenario], seed: UInt64) {
    self.checked = checked
    self.seed = seed
  }

  /// The document, with a newline at its end.
  public var text: String {
    var writer = XMLWriter()
    let failures = checked.reduce(0) { $0 + $1.failures }
    let tests = checked.reduce(0) { $0 + $1.tests }
    let errors = checked.reduce(0) { $0 + $1.errors }
    writer.element(
      "testsuites",
      [
        ("name", "watchroom check"), ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
        ("time", Self.seconds(checked.reduce(.zero) { $0 + $1.duration })),
      ]
    ) { writer in
      for scenario in checked where scenario.tests > 0 { suite(scenario, &writer) }
    }
    return writer.document
  }

  private func suite(_ checked: CheckedScenario, _ writer: inout XMLWriter) {
    let attributes = [
      ("name", checked.path), ("tests", "\(checked.tests)"), ("failures", "\(checked.failures)"),
      ("errors", "\(checked.errors)"), ("skipped", "\(checked.skipped)"), ("time", Self.seconds(checked.duration)),
    ]
    // All tests of a suite come of the same simulations, so each has its share of the time they took.
    let time = Self.seconds(checked.duration / checked.tests)
    writer.element("testsuite", attributes) { writer in
      switch checked.outcome {
      case .simulated(let result, let provenance):
        writer.element("properties") { writer in
          for (name, value) in [
            ("engine", Engine.name), ("scenario", result.scenario.name), ("scenarioDigest", provenance.scenarioDigest),
            ("seed", String(seed)), ("replications", String(result.replications)), ("digest", result.digest),
          ] {
            writer.element("property", [("name", name), ("value", value)])
          }
        }
        for expectation in result.expectations {
          test(expectation.name, of: checked.path, time: time, &writer) { writer in
            Self.verdict(on: expectation, of: result, &writer)
          }
        }
        for comparison in checked.comparisons {
          test("\(comparison.expectation.name): no worse than recorded", of: checked.path, time: time, &writer) {
            writer in
            guard comparison.isRegression else { return }
            let message = comparison.words(in: result.catalogue)
            writer.element(
              "failure", [("type", "regression"), ("message", message)],
              text: "\(comparison.expectation.metric): \(message)")
          }
        }
        baseline(checked, time: time, &writer)
      case .rejected(let error):
        test("the scenario can be read", of: checked.path, time: time, &writer) { writer in
          Self.error("invalid", error.problems, &writer)
        }
      case .withoutBaseline(let problems):
        test(Self.comparability, of: checked.path, time: time, &writer) { writer in
          Self.error("baseline", problems, &writer)
        }
      case .leftOut(let reason):
        test("the file is a scenario", of: checked.path, time: time, &writer) { writer in
          writer.element("skipped", [("message", reason)])
        }
      case .expectsNothing: baseline(checked, time: time, &writer)
      }
    }
  }

  /// What could not be compared with the baseline.
  private func baseline(_ checked: CheckedScenario, time: String, _ writer: inout XMLWriter) {
    guard let findings = checked.findings else { return }
    if let problem = findings.problem {
      test(Self.comparability, of: checked.path, time: time, &writer) { writer in
        Self.error("baseline", [problem], &writer)
      }
    }
    for expectation in findings.uncompared {
      test("\(expectation.name): no worse than recorded", of: checked.path, time: time, &writer) { writer in
        writer.element("skipped", [("message", expectation.reason)])
      }
    }
    for name in findings.forgotten {
      test("\(name): no worse than recorded", of: checked.path, time: time, &writer) { writer in
        writer.element("skipped", [("message", "the scenario does not expect this any more")])
      }
    }
  }

  /// What the test of a baseline as a whole is called.
  private static let comparability = "the scenario can be compared with the baseline"

  /// An error of that `type`, because of `problems`. Warnings that were found on the way are no reason.
  private static func error(_ type: String, _ problems: [Problem], _ writer: inout XMLWriter) {
    let reasons = problems.filter { $0.severity == .error }.map(\.description)
    writer.element(
      "error", [("type", type), ("message", reasons.first ?? "")], text: reasons.joined(separator: "\n"))
  }

  private func test(
    _ name: String, of path: String, time: String, _ writer: inout XMLWriter, content: (inout XMLWriter) -> Void
  ) {
    writer.element("testcase", [("name", name), ("classname", path), ("time", time)], content: content)
  }

  /// A failure unless the verdict is that it passes; of one that passes by some of the replications alone, by how many.
  private static func verdict(
    on expectation: ExpectationResult, of result: ExperimentResult, _ writer: inout XMLWriter
  ) {
    let message = expectation.sentence(of: result)
    if expectation.verdict == .pass {
      if expectation.value.definedIn == nil { return }
      writer.element("system-out", [], text: "\(expectation.metric): \(message)")
      return
    }
    writer.element(
      "failure", [("type", expectation.verdict.rawValue), ("message", message)],
      text: "\(expectation.metric): \(message) (seed \(result.seed), "
        + "\(Quantity.counted(result.replications, "replication")))")
  }

  /// A length of time in seconds, to the thousandth.
  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let thousandths = String(1_000 + attoseconds / 1_000_000_000_000_000).dropFirst()
    return "\(seconds).\(thousandths)"
  }
}

extension CheckedScenario {
  fileprivate var tests: Int { expectations.count + comparisons.count + errors + skipped }
  fileprivate var failures: Int { expectations.count { $0.verdict != .pass } + regressions.count }
  fileprivate var skipped: Int {
    if case .leftOut = outcome { return 1 }
    return findings.map { $0.uncompared.count + $0.forgotten.count } ?? 0
  }
  fileprivate var errors: Int {
    switch outcome {
    case .rejected, .withoutBaseline: 1
    case .simulated, .expectsNothing, .leftOut: findings?.problem == nil ? 0 : 1
    }
  }
}
