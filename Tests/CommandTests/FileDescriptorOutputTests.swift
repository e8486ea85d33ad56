import Foundation
import Testing

@testable import WatchroomCommand

/// Real files and pipes, where the system's own behaviour is what is tested.
@Suite struct FileDescriptorOutputTests {
  @Test func writesAllOfIt() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    let text = String(repeating: "±▁🚨", count: 100_000)
    try FileDescriptorOutput(descriptor).write(text)
    close(descriptor)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aFullDiskIsAFault() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(throws: OutputFault(ENOSPC)) {
      try FileDescriptorOutput(descriptor).write("x")
    }
  }

  @Test func aClosedFileIsAFault() {
    #expect(throws: OutputFault(EBADF)) { try FileDescriptorOutput(-1).write("x") }
  }

  /// Whether that matters, who prints knows.
  @Test func aReaderWhoLeftIsAFault() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputFault(EPIPE)) {
      try FileDescriptorOutput(ends[1]).write(String(repeating: "x", count: 1_000_000))
    }
  }

  @Test func aPipeThatIsFullForNowIsWaitedFor() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 100_000)
    let counts = Self.bytes(from: reading)
    try FileDescriptorOutput(writing).write(text)
    close(writing)
    #expect(await counts.first { _ in true } == text.utf8.count)
  }

  /// How many bytes came out of `descriptor` until its end. A thread of its own reads them: a task might not have its turn
  /// before who waits for it has ended, and all other tests with it.
  private static func bytes(from descriptor: Int32) -> AsyncStream<Int> {
    let (counts, continuation) = AsyncStream.makeStream(of: Int.self)
    Thread.detachNewThread {
      var total = 0
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count <= 0 { break }
        total += count
      }
      close(descriptor)
      continuation.yield(total)
      continuation.finish()
    }
    return counts
  }
}
