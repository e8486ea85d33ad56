import Foundation

/// The program: libFuzzer's own loop, which calls ``testOneInput(_:_:)`` with every input. It is called from here because
/// the package manager wants a program's entry point to be its own.
@main
enum Fuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, testOneInput))
  }
}

/// libFuzzer's `LLVMFuzzerRunDriver`, which no module declares.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Takes a return as “nothing wrong”; anything wrong ends the process.
private func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Parser.chosen.feed(data.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  return 0
}

/// What can be fed with bytes. The variable WATCHROOM_FUZZ says which is.
enum Parser: String, CaseIterable {
  case scenario, overlay, trace, roster, records, history, ledger, replay, set, arguments

  static let chosen: Parser = {
    let name = ProcessInfo.processInfo.environment["WATCHROOM_FUZZ"] ?? ""
    guard let parser = Parser(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("set WATCHROOM_FUZZ to one of \(names)\n".utf8))
      exit(64)
    }
    return parser
  }()

  /// Feeds it.
  func feed(_ bytes: [UInt8]) {
    switch self {
    case .scenario: Scenarios.read(["s.json5": bytes])
    case .overlay: Scenarios.read(["s.json5": Scenarios.base, "o.json5": bytes], overlays: ["o.json5"])
    case .set: Scenarios.read(["s.json5": Scenarios.base], settings: [String(decoding: bytes, as: UTF8.self)])
    case .trace:
      Scenarios.read(
        ["s.json5": Scenarios.base, "t.csv": bytes], settings: ["channels.999.arrivals={trace: 't.csv'}"])
    case .roster:
      Scenarios.read(["s.json5": Scenarios.base, "r.csv": bytes], settings: ["teams.desk.staff={csv: 'r.csv'}"])
    case .records: CommandLines.run(["fit", "f.csv", "--time-zone", "UTC"], ["f.csv": bytes])
    case .history: CommandLines.run(["forecast", "f.csv", "--days", "3"], ["f.csv": bytes])
    case .ledger: Ledgers.open(bytes)
    case .replay: Ledgers.replay(bytes)
    case .arguments: CommandLines.parse(bytes)
    }
  }
}

/// Something is wrong with the program, though it did not trap.
func fault(_ message: String) -> Never {
  FileHandle.standardError.write(Data("FAULT: \(message)\n".utf8))
  abort()
}
