import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

/// Somebody interrupts a calibration, and is told what of it is kept.
@Suite struct CalibrationKeptTests {
  private static let files = [
    "s.json5": Fixture.night.replacing(
      "expect:",
      with: "calibrate: { idle: { path: \"attendance\", from: 0.9, to: 1, start: 1 } }, attendance: 1, expect:"),
    "t.json5": """
    { targets: [{ name: "x", metric: "channels.999.handleTime.mean", value: 4, tolerance: 1, unit: "min" }] }
    """,
  ]

  /// What is said to whoever interrupts the command in its end, where so many lines of the journal can be written.
  private func answer(afterLines lines: Int) -> (text: String?, outcome: Outcome) {
    let (output, errors) = (Recording(), Recording())
    let interruption = Interruption()
    let latest = Mutex<String?>(nil)
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(Self.files), appending: FillingDisk(lines: lines),
      progressWidth: 60,
      elapsed: {
        // Nobody ends this process, so the command goes on.
        if let message = interruption.receive(.interrupt)?.message, message.contains("kept") {
          latest.withLock { $0 = message }
        }
        return .zero
      })
    surroundings.interruption = interruption
    let status = Command.run(
      ["calibrate", "s.json5", "--targets", "t.json5", "--evaluations", "6", "--confirm", "1", "--resume", "j"],
      in: surroundings)
    return (latest.withLock { $0 }, Outcome(status: status, output: output.text, errors: errors.text))
  }

  @Test(arguments: [(1, "0 evaluations are"), (2, "1 evaluation is"), (3, "2 evaluations are")])
  func whatIsNotWrittenIsNotKept(lines: Int, said: String) {
    let (text, outcome) = answer(afterLines: lines)
    #expect(text == "interrupted: \(said) kept in j: the same command goes on from there")
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors.contains("j cannot be written: No space left on device"), "\(outcome.errors)")
  }
}

/// A disk that takes so many lines, and no more.
private struct FillingDisk: AppendStorage {
  let lines: Int

  private final class File: TextOutput {
    private let left: Atomic<Int>

    init(_ lines: Int) { left = Atomic(lines) }

    func write(_ text: String) throws(OutputFault) {
      if left.wrappingSubtract(1, ordering: .relaxed).oldValue <= 0 { throw OutputFault(ENOSPC) }
    }
  }

  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput { File(lines) }
}
