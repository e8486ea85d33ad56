import Synchronization
import Watchroom

@testable import WatchroomCommand

/// Keeps what is written to it, or fails as a full disk does.
final class Recording: TextOutput {
  private let written = Mutex("")
  private let fault: OutputFault?

  init(fault: OutputFault? = nil) { self.fault = fault }

  var text: String { written.withLock { $0 } }

  func write(_ text: String) throws(OutputFault) {
    if let fault { throw fault }
    written.withLock { $0 += text }
  }
}

/// What a run of the command left behind.
struct Outcome {
  let status: ExitStatus
  let output: String
  let errors: String

  /// What is said where standard output is a full disk.
  static let fullOutput =
    "watchroom: error: standard output cannot be written: No space left on device — free some space, or name a file on "
    + "another disk\n"
}

/// Runs the command inside this process, on files in memory.
func watchroom(
  _ arguments: String..., files: [String: String] = Fixture.files, colour: Bool = false, progressWidth: Int? = nil
) -> Outcome {
  watchroom(arguments, files: MemoryFiles(files), colour: colour, progressWidth: progressWidth)
}

/// Runs the command inside this process.
func watchroom(
  _ arguments: [String], files: some FileReading = MemoryFiles(Fixture.files), colour: Bool = false,
  progressWidth: Int? = nil, outputFault: OutputFault? = nil,
  storage: some Storage = DiskStorage()
) -> Outcome {
  let output = Recording(fault: outputFault)
  let errors = Recording()
  let surroundings = Surroundings(
    output: output, errors: errors, files: files, storage: storage, outputIsColoured: colour, errorsAreColoured: colour,
    progressWidth: progressWidth, elapsed: { .zero })
  return Outcome(status: Command.run(arguments, in: surroundings), output: output.text, errors: errors.text)
}

/// Files the tests run on.
enum Fixture {
  static let files = [
    "night.json5": night, "folder/base.json5": night, "broken.json5": "{\n  name: \"x\",\n  colour: 1\n}\n",
    "not-json.json5": "{ name: ", "busy.json5": "{ channels: { \"999\": { arrivals: { perYear: 200000 } } } }",
    "-odd.json5": night, "hostile.json5": "{ \"\u{1B}[31mred\\n\": 1 }",
    "unknown-figure.json5": night.replacing("ofOffered", with: "ofOfered"),
  ]

  /// A small night that takes no time to simulate.
  static let night = """
    {
      name: "A small night",
      calendar: { start: "2022-07-22T07:00", days: 1, timeZone: "Europe/London" },
      channels: {
        "999": {
          arrivals: { perYear: 20000 }, patience: { exponential: { mean: "3m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.9, within: "10s" },
        },
      },
      teams: { contact: { answers: ["999"], staff: { byHour: \([Int](repeating: 2, count: 24)) }, costPerHour: 18 } },
      expect: { "answered at once": { metric: "channels.999.serviceLevel.ofOffered", atLeast: 0.1 } },
    }
    """
}
