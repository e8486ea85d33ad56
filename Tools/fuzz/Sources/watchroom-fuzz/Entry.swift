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

/// Feeds the parser that the variable WATCHROOM_FUZZ names, and ends the process if anything is wrong. Its C name is what
/// libFuzzer's own entry point asks for, which is linked in where the package manager leaves a program's entry point alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    _ = try parser.feed(data.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  } catch {
    FileHandle.standardError.write(Data("FAULT: \(error)\n".utf8))
    abort()
  }
  return 0
}

private let parser: HostileInput = {
  let name = ProcessInfo.processInfo.environment["WATCHROOM_FUZZ"] ?? ""
  guard let parser = HostileInput(rawValue: name) else {
    let names = HostileInput.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("set WATCHROOM_FUZZ to one of \(names)\n".utf8))
    exit(64)
  }
  return parser
}()
