import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// A standard stream is a socket, as some programs start others and systemd its services. It cannot be opened by a name.
///
/// Each test is a process of its own, with streams of its own.
@Suite struct SocketStreamTests {
  /// Two ends of one socket.
  static func pair() throws -> (Int32, Int32) {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func standardInputIsRead() async {
    await #expect(processExitsWith: .success) {
      let (near, far) = try SocketStreamTests.pair()
      try #require(dup2(near, STDIN_FILENO) == STDIN_FILENO)
      // Another socket has no name at all.
      #expect(throws: FileFault.unreadable("No such device or address")) {
        try DiskFiles().read("/dev/fd/\(far)", limit: 10)
      }
      try FileDescriptorOutput(far).write("{ attendance: 1 }")
      close(far)
      #expect(try DiskFiles().read(StandardStreamName.input, limit: 100) == Array("{ attendance: 1 }".utf8))
      // It is still open.
      #expect(try DiskFiles().read(StandardStreamName.input, limit: 100) == [])
    }
  }

  @Test func standardOutputIsWritten() async {
    await #expect(processExitsWith: .success) {
      let (near, far) = try SocketStreamTests.pair()
      try #require(dup2(near, STDOUT_FILENO) == STDOUT_FILENO)
      let (output, drafts) = (StandardStreamName.output, DiskDrafts())
      #expect(throws: OutputFault(ENXIO)) { try drafts.check("/dev/fd/\(far)") }
      try drafts.check(output)
      #expect(!drafts.replaces(output))
      try DiskStorage().write("one\n", to: output, replacing: true)
      try DiskStorage().write("two\n", to: output, replacing: false)
      let draft = try drafts.begin(output)
      try draft.write("three\n")
      try draft.finish()
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = read(far, &bytes, bytes.count)
      #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "one\ntwo\nthree\n")
    }
  }
}
