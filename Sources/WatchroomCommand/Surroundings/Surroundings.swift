import Foundation
import Watchroom

/// Everything the command touches of the world outside, so that tests can put something else in its place.
struct Surroundings: Sendable {
  /// Where results go.
  var output: any TextOutput
  /// Where errors, warnings and progress go.
  var errors: any TextOutput
  /// Where files come from.
  var files: any FileReading
  /// Where folders are looked into, and files are left behind.
  var storage: any Storage = DiskStorage()
  /// Where files are left behind that are written piece by piece.
  var drafts: any DraftStorage = DiskDrafts()
  /// Where files grow line by line.
  var appending: any AppendStorage = DiskAppending()
  /// Where ledgers are kept.
  var ledgers: any LedgerStorage = DiskLedgers()
  /// Whether results may be coloured.
  var outputIsColoured = false
  /// Whether errors may be coloured.
  var errorsAreColoured = false
  /// How many columns the terminal has on which progress can be shown; nil if there is none.
  var progressWidth: Int?
  /// How many bytes of memory there are for the process.
  var memory = ProcessInfo.processInfo.physicalMemory
  /// Whether that is less than the machine has.
  var memoryIsLimited = false
  /// Whether somebody wants the command to end early.
  var interruption = Interruption()
  /// Time since some fixed moment.
  var elapsed: @Sendable () -> Duration

  /// The surroundings of this process.
  static func ofThisProcess() -> Surroundings {
    let environment = ProcessInfo.processInfo.environment
    let isDumb = environment["TERM"] == "dumb"
    // By the convention of no-color.org: set and not empty.
    let mayColour = !isDumb && environment["NO_COLOR", default: ""].isEmpty
    let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    let errorsAreTerminal = isatty(STDERR_FILENO) == 1
    let clock = ContinuousClock()
    let beginning = clock.now
    let memory = AvailableMemory.ofThisProcess()
    return Surroundings(
      output: FileDescriptorOutput(STDOUT_FILENO),
      errors: FileDescriptorOutput(STDERR_FILENO),
      files: DiskFiles(),
      outputIsColoured: outputIsTerminal && mayColour,
      errorsAreColoured: errorsAreTerminal && mayColour,
      progressWidth: errorsAreTerminal && !isDumb ? terminalWidth(STDERR_FILENO) : nil,
      memory: memory.bytes,
      memoryIsLimited: memory.isLimited,
      elapsed: { clock.now - beginning })
  }

  /// The width of the terminal behind `descriptor`; 80 where it will not say.
  private static func terminalWidth(_ descriptor: Int32) -> Int {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
