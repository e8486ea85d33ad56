import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ProgressLineTests {
  /// A line about 20 replications on a terminal, or one that counts simulations, and a clock that goes on by 250 ms whenever
  /// it is read.
  private func line(width: Int = 80, counting: Bool = false) throws -> (ProgressLine, Recording) {
    let errors = Recording()
    let time = Mutex(Duration.zero)
    let surroundings = Surroundings(
      output: Recording(), errors: errors, files: MemoryFiles([:] as [String: String]), progressWidth: width,
      elapsed: {
        time.withLock { time in
          time += .milliseconds(250)
          return time
        }
      })
    let line =
      counting
      ? ProgressLine(surroundings, total: nil, noun: "simulation") : ProgressLine(surroundings, total: 20)
    return (try #require(line), errors)
  }

  @Test func saysHowFarItIs() throws {
    let (line, errors) = try line()
    line.show(done: 5)
    line.show(done: 20)
    line.clear()
    let drawn = errors.text.split(separator: "\r", omittingEmptySubsequences: false).map(String.init)
    #expect(drawn[1] == "[....................] 0 of 20 replications, 0%")
    #expect(drawn[2] == "[#####...............] 5 of 20 replications, 25%, 0:01 left")
    #expect(drawn[3] == "[####################] 20 of 20 replications, 100%" + String(repeating: " ", count: 9))
    #expect(drawn[4] == String(repeating: " ", count: 50))
    #expect(drawn[5] == "")
    #expect(drawn.count == 6)
  }

  @Test func countsWhereNobodyKnowsHowMuchThereWillBe() throws {
    let (line, errors) = try line(counting: true)
    #expect(errors.text == "")
    line.clear()
    #expect(errors.text == "")
    line.show(done: 1)
    line.show(done: 240)
    line.show(done: 9)
    line.clear()
    #expect(
      errors.text == "\r1 simulation\r240 simulations\r240 simulations\r" + String(repeating: " ", count: 15) + "\r")
  }

  @Test func neverFillsTheLastColumn() throws {
    let (line, errors) = try line(width: 30)
    line.show(done: 10)
    line.clear()
    #expect(errors.text.split(separator: "\r").allSatisfy { $0.count <= 29 })
  }

  @Test func lateReportsDoNotGoBack() throws {
    let (line, errors) = try line()
    line.show(done: 10)
    line.show(done: 9)
    #expect(!errors.text.contains("9 of 20"))
  }

  @Test func isForTerminalsAndThosWhoWantIt() {
    let arguments = ["run", "night.json5", "--replications", "3"]
    #expect(watchroom(arguments).errors == "")
    let shown = watchroom(arguments, progressWidth: 80)
    #expect(shown.errors.hasPrefix("\r[....................] 0 of 3 replications, 0%"))
    #expect(shown.errors.hasSuffix(" \r"))
    #expect(!shown.errors.contains("\u{1B}"))
    #expect(shown.output == watchroom(arguments).output)
    #expect(watchroom(arguments + ["--quiet"], progressWidth: 80).errors == "")
  }

  @Test func aFewReplicationsDoNotFlicker() {
    // The clock of this terminal stands still, so only the first line is drawn.
    let errors = watchroom(["run", "night.json5", "--replications", "50"], progressWidth: 80).errors
    #expect(errors.split(separator: "\r").count == 2)
  }
}
